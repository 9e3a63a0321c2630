import type { SegmentSpan } from '../types.ts'

const END = /[。！？；!?;\n]/

/** The sentence (or clause ended by a semicolon) of `text` that holds `span`. */
export function sentenceAround(text: string, span: SegmentSpan): SegmentSpan {
  let start = span.start
  while (start > 0 && !END.test(text.charAt(start - 1))) start--
  let end = span.end
  while (end < text.length && !END.test(text.charAt(end))) end++
  return { start, end }
}
