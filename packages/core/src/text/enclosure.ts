import type { SegmentSpan } from '../types.ts'

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
  let best: SegmentSpan | undefined
  for (const [open, close] of kinds) {
    const found = open === close ? straight(text, span, open) : paired(text, span, [open, close])
    if (found !== undefined && (best === undefined || found.start > best.start)) best = found
  }
  return best
}

const REACH = 200

function paired(text: string, span: SegmentSpan, [open, close]: Marks): SegmentSpan | undefined {
  const from = Math.max(0, span.start - REACH)
  const before = text.slice(from, span.start)
  const start = before.lastIndexOf(open)
  if (start < 0 || before.lastIndexOf(close) > start) return undefined
  const end = indexNear(text, close, span.end)
  return end === undefined ? undefined : { start: from + start + open.length, end }
}

function straight(text: string, span: SegmentSpan, mark: string): SegmentSpan | undefined {
  const from = Math.max(0, span.start - REACH)
  const before = text.slice(from, span.start)
  if ((before.split(mark).length - 1) % 2 === 0) return undefined
  const end = indexNear(text, mark, span.end)
  return end === undefined ? undefined : { start: from + before.lastIndexOf(mark) + mark.length, end }
}

/** Where `mark` comes next, if within REACH: a search of the whole text for each match would be quadratic. */
function indexNear(text: string, mark: string, from: number): number | undefined {
  const ahead = text.slice(from, from + REACH + 1).indexOf(mark)
  return ahead < 0 ? undefined : from + ahead
}
