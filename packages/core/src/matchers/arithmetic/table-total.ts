import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { sumOf } from './quantities.ts'

const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|小\s*计)$/
const SUBTOTAL = /^小\s*计$/
const NUMBER = /^-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$/
const NOTHING = /^[-—–/\\无\s]*$/

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
  const shown =
    above.details.length > 8 ? `${above.details.length}项之和=${details}` : `${above.details.join('+')}=${details}`
  return [{ span: { start: 0, end: text.length }, facts: { label, total: text.trim(), sum: shown } }]
}

interface Figures {
  readonly details: readonly number[]
  readonly subtotals: readonly number[]
  readonly texts: readonly string[]
}

function figuresAbove(
  rows: ReadonlyMap<number, readonly Segment[]>,
  cell: NonNullable<Segment['cell']>,
): Figures | undefined {
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

const tables = new WeakMap<Document, Map<number, Map<number, Segment[]>>>()

/** The rows of each table, gathered once for a document. */
function rowsOf(document: Document, table: number): ReadonlyMap<number, readonly Segment[]> {
  const known = tables.get(document) ?? gather(document)
  tables.set(document, known)
  return known.get(table) ?? new Map()
}

function gather({ segments }: Document): Map<number, Map<number, Segment[]>> {
  const gathered = new Map<number, Map<number, Segment[]>>()
  for (const segment of segments) {
    if (segment.cell === undefined) continue
    const rows = gathered.get(segment.cell.table) ?? new Map<number, Segment[]>()
    gathered.set(segment.cell.table, rows)
    rows.set(segment.cell.row, [...(rows.get(segment.cell.row) ?? []), segment])
  }
  return gathered
}

function figureOf(text: string): number {
  return Number(text.trim().replace(/[,，]/g, ''))
}

function decimalsOf(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.trim().split('.')[1]?.length ?? 0))
}
