import type { Segment, SegmentSpan } from '../types.ts'
import { hasAny, trait } from './traits.ts'

/** A pair of marks that encloses text. */
export type Marks = readonly [open: string, close: string]

/** Quotation marks of every kind; straight quotes open and close with the same mark. */
export const QUOTATION_MARKS: readonly Marks[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
]

/** Book-title marks. */
export const TITLE_MARKS: readonly Marks[] = [
  ['《', '》'],
  ['〈', '〉'],
]

/**
 * The innermost stretch between a pair of `kinds` that holds `span`, without its marks; undefined when none does.
 * Looks at most 200 characters to each side, so its cost is bounded.
 */
export function enclosure(text: string, span: SegmentSpan, kinds: readonly Marks[]): SegmentSpan | undefined {
  const before = text.slice(Math.max(0, span.start - REACH), span.start)
  let best: SegmentSpan | undefined
  for (const [open, close] of kinds) {
    const start = before.lastIndexOf(open)
    if (start < 0 || (open === close ? !isOdd(before, open) : before.lastIndexOf(close) > start)) continue
    const end = indexNear(text, close, span.end)
    const found = end === undefined ? undefined : { start: span.start - before.length + start + open.length, end }
    if (found !== undefined && (best === undefined || found.start > best.start)) best = found
  }
  return best
}

/** The same in a segment; most have no such mark at all. */
export function enclosureIn(segment: Segment, span: SegmentSpan, kinds: readonly Marks[]): SegmentSpan | undefined {
  if (!hasAny(segment, trait.paired | trait.straightQuote)) return undefined
  return enclosure(segment.text, span, kinds)
}

const REACH = 200

/** Whether a mark stands an odd number of times in a text. */
function isOdd(text: string, mark: string): boolean {
  return text.split(mark).length % 2 === 0
}

/** Where `mark` comes next, if within REACH: a search of the whole text for each match would be quadratic. */
function indexNear(text: string, mark: string, from: number): number | undefined {
  const ahead = text.slice(from, from + REACH + 1).indexOf(mark)
  return ahead < 0 ? undefined : from + ahead
}
