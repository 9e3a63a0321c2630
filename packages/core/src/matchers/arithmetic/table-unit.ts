import type { Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { NOTHING, type Rows, rowsOf, TOTAL } from './tables.ts'

const MEASURED =
  /^-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?\s?(?<unit>万元|亿元|元|万吨|吨|公斤|千克|亩|公顷|平方米|平方公里|公里|米|人次|人|户|件|个|家|台|套|份)$/

/** A total with another unit than every cell above it: 合计35元 below 12万元 and 23万元. */
export const tableUnit: FigureCheck = (segment, document) => {
  const { cell, text } = segment
  const own = MEASURED.exec(text.trim())?.groups?.['unit']
  if (cell === undefined || own === undefined || cell.row < 3) return []
  const rows = rowsOf(document, cell.table)
  const label = rows.get(cell.row)?.find((other) => other.text.trim() !== '')?.text
  if (!TOTAL.test(label?.trim() ?? '')) return []
  const units = unitsAbove(rows, cell)
  const [unit] = units
  if (unit === undefined || unit === '?' || units.size > 1 || unit === own) return []
  return [{ span: { start: 0, end: text.length }, facts: { total: text.trim(), unit } }]
}

/** The units of the rows above; a cell of another form shows none that could be trusted. */
function unitsAbove(rows: Rows, { row: last, column }: NonNullable<Segment['cell']>): ReadonlySet<string> {
  const units = new Set<string>()
  for (let row = 1; row < last; row++) {
    const text =
      rows
        .get(row)
        ?.find(({ cell }) => cell?.column === column)
        ?.text.trim() ?? ''
    if (NOTHING.test(text)) continue
    units.add(MEASURED.exec(text)?.groups?.['unit'] ?? '?')
  }
  return units
}
