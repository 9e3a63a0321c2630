import type { Segmenter } from '../../types.ts'

/** Characters looked at on each side of a stretch; three would give the same answer. */
const reach = 8

/** Which edges of a stretch lie inside a word. */
export interface CutEdges {
  readonly first: boolean
  readonly last: boolean
}

/** Which of the two edges of a stretch lie inside a word, by segmentation of the text around it. */
export function cutEdges(text: string, span: { start: number; end: number }, segmenter: Segmenter): CutEdges {
  const from = Math.max(0, span.start - reach)
  const start = span.start - from
  const end = span.end - from
  let at = 0
  let first = false
  let last = false
  for (const word of segmenter.cut(text.slice(from, span.end + reach))) {
    const next = at + word.length
    if (at < start && next > start) first = true
    if (at < end && next > end) last = true
    at = next
  }
  return { first, last }
}
