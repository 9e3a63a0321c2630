import { leadingUnit } from '../../text/blank.ts'
import { cellsOf } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'

/** A table's 序号 column in which a number is left out, said twice or out of order; the first such row only. */
export const serials: SequenceCheck = (document) =>
  [...columnsOf(document).values()].flatMap((column) => {
    const fault = firstBreak(column)
    return fault === undefined ? [] : [fault]
  })

/** The cells below each 序号, by table and column. */
function columnsOf(document: Document): Map<string, Segment[]> {
  const columns = new Map<string, Segment[]>()
  for (const segment of cellsOf(document)) {
    const isHead = leadingUnit(segment.text) === ORDER && /^序\s*号$/.test(segment.text.trim())
    if (segment.cell === undefined || (columns.size === 0 && !isHead)) continue
    const key = `${segment.cell.table} ${segment.cell.column}`
    if (isHead) columns.set(key, [])
    else columns.get(key)?.push(segment)
  }
  return columns
}

/** What 序号 begins with. */
const ORDER = '序'.charCodeAt(0)

/** Blank cells belong to the row above (merged); anything else that is no number ends the column. */
function firstBreak(column: readonly Segment[]): SequenceFault | undefined {
  let before: Segment | undefined
  for (const segment of column) {
    const text = segment.text.trim()
    if (text === '') continue
    if (!/^\d{1,4}$/.test(text)) return undefined
    if (before !== undefined && Number(text) !== Number(before.text) + 1 && Number(text) !== 1) {
      const expected = String(Number(before.text) + 1)
      const kind = Number(text) === Number(before.text) ? '重复' : Number(text) > Number(expected) ? '跳号' : '颠倒'
      return {
        segment,
        span: { start: 0, end: segment.text.length },
        facts: { kind, mark: text, before: before.text.trim(), expected },
        related: [{ segment: before, span: { start: 0, end: before.text.length }, message: '前一个序号' }],
      }
    }
    before = segment
  }
  return undefined
}
