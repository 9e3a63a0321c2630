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
  const start = text.lastIndexOf(open, span.start - 1)
  if (start < 0 || span.start === 0 || span.start - start > REACH) return undefined
  const closedBefore = text.lastIndexOf(close, span.start - 1)
  if (closedBefore > start) return undefined
  const end = text.indexOf(close, span.end)
  if (end < 0 || end - span.end > REACH) return undefined
  return { start: start + open.length, end }
}

function straight(text: string, span: SegmentSpan, mark: string): SegmentSpan | undefined {
  const from = Math.max(0, span.start - REACH)
  const before = text.slice(from, span.start)
  if ((before.split(mark).length - 1) % 2 === 0) return undefined
  const end = text.indexOf(mark, span.end)
  if (end < 0 || end - span.end > REACH) return undefined
  return { start: from + before.lastIndexOf(mark) + mark.length, end }
}
