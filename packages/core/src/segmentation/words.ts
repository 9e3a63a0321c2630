import type { Match, Segmenter } from '../types.ts'

/** Characters looked at on each side of a stretch: measured, three give the same answer as the whole line. */
const REACH = 8

/** Which edges of a stretch lie inside a word. */
export interface CutEdges {
  readonly first: boolean
  readonly last: boolean
}

/**
 * Whether the match begins or ends inside a word: 展生 in 发展生产. A word may reach over an edge only when it is
 * wholly inside the match otherwise; a wrong form is often no word itself, so cuts inside it do not count.
 */
export function cutsWord({ segment, span }: Pick<Match, 'segment' | 'span'>, segmenter: Segmenter): boolean {
  const { first, last } = cutEdges(segment.text, span, segmenter)
  return first || last
}

/** Which of the two edges of a stretch lie inside a word, by segmentation of the text around it. */
export function cutEdges(text: string, span: { start: number; end: number }, segmenter: Segmenter): CutEdges {
  const from = Math.max(0, span.start - REACH)
  const window = text.slice(from, span.end + REACH)
  const edges = [span.start - from, span.end - from]
  const [first = false, last = false] = segmenter.areInWords?.(window, edges) ?? areInside(segmenter.cut(window), edges)
  return { first, last }
}

/** Of each offset whether it lies inside one of the words that stand side by side. */
function areInside(words: readonly string[], offsets: readonly number[]): boolean[] {
  const inside = offsets.map(() => false)
  let at = 0
  for (const { length } of words) {
    for (const [index, offset] of offsets.entries()) if (at < offset && offset < at + length) inside[index] = true
    at += length
  }
  return inside
}
