import type { SegmentSpan } from '../types.ts'

/** What ends a sentence, as UTF-16 units. */
const ENDS: ReadonlySet<number> = new Set(Array.from('。！？；!?;\n', (mark) => mark.charCodeAt(0)))

/** The sentence (or clause ended by a semicolon) of `text` that holds `span`. */
export function sentenceAround(text: string, span: SegmentSpan): SegmentSpan {
  let start = span.start
  while (start > 0 && !ENDS.has(text.charCodeAt(start - 1))) start--
  let end = span.end
  while (end < text.length && !ENDS.has(text.charCodeAt(end))) end++
  return { start, end }
}
