import { formatFor } from '../../packages/core/src/formats/index.ts'
import type { Extraction, Scope, Segment } from '../../packages/core/src/types.ts'

/** Reads a text in the format of that name, and refuses offsets that are not the source's. */
export function read(format: string, source: string): Extraction {
  const extraction = formatFor(format).extract(source)
  for (const segment of extraction.segments) checkMap(segment, source)
  for (const { span } of [...extraction.links, ...extraction.directives]) checkSpan(span, source)
  return extraction
}

export function texts(extraction: Extraction, scope?: Scope): readonly string[] {
  return extraction.segments.filter((segment) => scope === undefined || segment.scope === scope).map(({ text }) => text)
}

/** The stretch of the source that the word was read from, and where it was found. */
export function sourceOf(extraction: Extraction, source: string, word: string): { segment: Segment; raw: string } {
  const segment = extraction.segments.find(({ text }) => text.includes(word))
  if (segment === undefined) throw new Error(`${word} not in ${JSON.stringify(texts(extraction))}`)
  const start = segment.text.indexOf(word)
  const span = segment.map.toDocument({ start, end: start + word.length })
  return { segment, raw: source.slice(span.start, span.end) }
}

function checkMap(segment: Segment, source: string): void {
  let before = 0
  for (let at = 0; at < segment.text.length; at++) {
    const span = segment.map.toDocument({ start: at, end: at + 1 })
    if (span.start < before || span.end <= span.start)
      throw new Error(`map runs back at ${at}: ${JSON.stringify(segment.text)}`)
    if (segment.map.isVerbatim({ start: at, end: at + 1 }) && source[span.start] !== segment.text[at]) {
      throw new Error(`${JSON.stringify(segment.text[at])} does not stand at ${span.start}`)
    }
    checkSpan(span, source)
    before = span.start
  }
}

function checkSpan({ start, end }: { start: number; end: number }, source: string): void {
  if (start < 0 || end < start || end > source.length) throw new Error(`${start}-${end} is outside of the source`)
}
