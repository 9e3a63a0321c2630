import type { Match, Segmenter } from '../types.ts'

/** Characters looked at on each side: measured, three give the same answer as the whole line. */
const REACH = 8

/**
 * Whether the match begins or ends inside a word: 展生 in 发展生产. A word may reach over an edge only when it is
 * wholly inside the match otherwise; a wrong form is often no word itself, so cuts inside it do not count.
 */
export function cutsWord({ segment, span }: Pick<Match, 'segment' | 'span'>, segmenter: Segmenter): boolean {
  const from = Math.max(0, span.start - REACH)
  const window = segment.text.slice(from, span.end + REACH)
  const start = span.start - from
  const end = span.end - from
  let at = 0
  for (const word of segmenter.cut(window)) {
    const wordEnd = at + word.length
    if ((at < start && wordEnd > start) || (at < end && wordEnd > end)) return true
    at = wordEnd
  }
  return false
}
