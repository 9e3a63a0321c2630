import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { sumOf } from './quantities.ts'
import { isQuotientColumn, isRateColumn, isShareColumn } from './rates.ts'
import { decimalsOf, figureOf, NOTHING, NUMBER, type Rows, rowsOf, TOTAL } from './tables.ts'

const SUBTOTAL = /^小\s*计$/

/**
 * A total row of a table that is not the sum of its column. The rows counted run from the header, or the subtotal before,
 * down to the row; a total below subtotals may add either these or all rows. A column with anything but figures and
 * blanks is left alone.
 */
export const tableTotal: FigureCheck = (segment, document) => {
  const { cell, text } = segment
  if (cell === undefined || cell.row < 2 || !NUMBER.test(text.trim())) return []
  const rows = rowsOf(document, cell.table)
  const label =
    rows
      .get(cell.row)
      ?.find((other) => other.text.trim() !== '')
      ?.text.trim() ?? ''
  if (!TOTAL.test(label)) return []
  const above = figuresAbove(rows, cell)
  if (above === undefined || above.details.length < 2) return []
  const stated = figureOf(text)
  const decimals = decimalsOf([text, ...above.texts])
  const details = sumOf(above.details, decimals)
  const subtotals = sumOf(above.subtotals, decimals)
  if (stated === details || (above.subtotals.length > 0 && stated === subtotals)) return []
  const top = figureInTopRow(rows, cell.column)
  if (top !== undefined && stated === sumOf([top, ...above.details], decimals)) return []
  const table = tableDownTo(rows, cell.row)
  const headings = table.slice(0, 2).map((texts) => texts[cell.column] ?? '')
  if (headings.some((heading) => isRateColumn(heading, text)) || isQuotientColumn(table, cell.column)) return []
  const isShare = headings.some((heading) => isShareColumn(heading, text))
  if (
    isRounded(
      stated - details - (top ?? 0),
      { decimals, count: above.details.length, total: stated, isShare },
      document,
    )
  )
    return []
  const shown =
    above.details.length > 8 ? `${above.details.length}项之和=${details}` : `${above.details.join('+')}=${details}`
  return [{ span: { start: 0, end: text.length }, facts: { label, total: text.trim(), sum: shown } }]
}

/** The texts of the cells by row and column, from the headings to that row. */
function tableDownTo(rows: Rows, last: number): string[][] {
  return Array.from({ length: last + 1 }, (_, row) => {
    const texts: string[] = []
    for (const { cell, text } of rows.get(row) ?? []) if (cell !== undefined) texts[cell.column] = text.trim()
    return Array.from(texts, (text) => text ?? '')
  })
}

interface Sum {
  readonly decimals: number
  readonly count: number
  readonly total: number
  readonly isShare: boolean
}

/** Shares of a hundred, and figures that a note calls rounded, may miss their sum by half a unit each. */
function isRounded(apart: number, { decimals, count, total, isShare }: Sum, { source }: Document): boolean {
  const most = count * 0.5 * 10 ** -decimals + 1e-9
  return Math.abs(apart) <= most && ((total === 100 && (decimals > 0 || isShare)) || source.text.includes('四舍五入'))
}

/** A table may have no header: then its first row is one of those that are added. */
function figureInTopRow(rows: Rows, column: number): number | undefined {
  const text = rows
    .get(0)
    ?.find((other) => other.cell?.column === column)
    ?.text.trim()
  return text !== undefined && NUMBER.test(text) ? figureOf(text) : undefined
}

interface Figures {
  readonly details: readonly number[]
  readonly subtotals: readonly number[]
  readonly texts: readonly string[]
}

function figuresAbove(rows: Rows, cell: NonNullable<Segment['cell']>): Figures | undefined {
  const own = SUBTOTAL.test(labelOf(rows.get(cell.row)))
  const details: number[] = []
  const subtotals: number[] = []
  const texts: string[] = []
  for (let row = cell.row - 1; row >= 1; row--) {
    const above =
      rows
        .get(row)
        ?.find((other) => other.cell?.column === cell.column)
        ?.text.trim() ?? ''
    const isSubtotal = TOTAL.test(labelOf(rows.get(row)))
    if (isSubtotal && own) break
    if (NOTHING.test(above)) continue
    if (!NUMBER.test(above))
      return row === 1 && details.length > 1 ? { details: details.reverse(), subtotals, texts } : undefined
    texts.push(above)
    if (isSubtotal) subtotals.push(figureOf(above))
    else details.push(figureOf(above))
  }
  return { details: details.reverse(), subtotals, texts }
}

function labelOf(row: readonly Segment[] | undefined): string {
  return row?.find(({ text }) => text.trim() !== '')?.text.trim() ?? ''
}
