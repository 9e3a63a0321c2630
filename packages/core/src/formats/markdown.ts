import type { DocumentSpan, Extraction, Format } from '../types.ts'
import { Collection } from './collection.ts'
import { type DividedMarkdown, divide } from './markdown/divide.ts'
import { type MarkdownEvent, markdownEvents } from './markdown/events.ts'
import { withBlankedGaps } from './markdown/inline-html.ts'
import { PlainBlocks } from './markdown/plain-blocks.ts'
import { MarkdownReader } from './markdown/reader.ts'

/** GitHub's Markdown with front matter, and the HTML in it. */
export const markdown: Format = { name: 'markdown', extensions: ['md', 'markdown', 'mdx'], extract }

function extract(text: string): Extraction {
  return extractMarkdown(text).extraction
}

interface MarkdownExtraction {
  readonly extraction: Extraction
  readonly tamed: readonly DocumentSpan[]
}

/** What the text holds, and where markup was so dense that it was read as text, of which a problem tells. */
export function extractMarkdown(text: string): MarkdownExtraction {
  return extractDivided(text, divide(text))
}

/** The same of a text that is divided already; the result does not depend on how. */
export function extractDivided(text: string, { plain, marked }: DividedMarkdown): MarkdownExtraction {
  const collection = new Collection()
  const gathering = { collection, tables: counter() }
  if (marked.length === 0)
    return { extraction: readPlain(plain, new PlainBlocks(text, gathering), collection), tamed: [] }
  const parsed = marked.map((stretch) => markdownEvents(text, stretch))
  const tamed = parsed.flatMap((one) => one.tamed)
  const html = withBlankedGaps(text, gapsInHtml(parsed.flatMap(({ events }) => events)))
  const blocks = new PlainBlocks(text, gathering)
  const reader = new MarkdownReader({ source: text, html }, gathering)
  let next = 0
  for (const [at, { events }] of parsed.entries()) {
    while (next < plain.length && plain[next]!.lines[0]!.start < marked[at]!.start) blocks.read(plain[next++]!)
    reader.read(events)
  }
  while (next < plain.length) blocks.read(plain[next++]!)
  reader.finish()
  const [first] = tamed
  if (first !== undefined) {
    const message = `有 ${tamed.length} 行的标记过密，多出的标记按普通文字处理`
    collection.problem({ message, effect: 'note', span: first })
  }
  return { extraction: collection.finish(), tamed }
}

/** What a text holds that has nothing to parse. */
function readPlain(plain: DividedMarkdown['plain'], blocks: PlainBlocks, collection: Collection): Extraction {
  for (const block of plain) blocks.read(block)
  return collection.finish()
}

function counter(): { next(): number } {
  let count = 0
  return { next: () => count++ }
}

/** What lies within HTML without being HTML: quote marks and indentation at the beginning of its lines. */
function gapsInHtml(events: readonly MarkdownEvent[]): readonly DocumentSpan[] {
  const gaps: DocumentSpan[] = []
  let from: number | undefined
  for (const { kind, type, start, end } of events) {
    if (type === 'htmlFlow' || type === 'htmlText') from = kind === 'enter' ? start : undefined
    if (from === undefined || kind === 'enter' || !/^(?:htmlFlowData|htmlTextData)$/.test(type)) continue
    if (start > from) gaps.push({ start: from, end: start })
    from = end
  }
  return gaps
}
