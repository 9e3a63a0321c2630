import { PerDocument } from '../../text/per-document.ts'
import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { sumOf } from './quantities.ts'
import { decimalsOf, figureOf, NOTHING, NUMBER, type Rows, rowsOf, TOTAL } from './tables.ts'

/** The fewest rows that must show that a column is the sum of its neighbours. */
const SHOWN_BY = 2

/** A column of such a heading counts nothing that could be a part. */
const NO_COUNT = /序号|编号|年份|电话|率|比|%|％/

/**
 * A cell of a 合计 column that is not the sum of its row. Which columns are the parts (those up to the column, or those
 * behind it) the other rows must show: at least two that fit, and more than those that do not.
 */
export const rowTotal: FigureCheck = (segment, document) => {
  const { cell, text } = segment
  if (cell === undefined || cell.row === 0 || !NUMBER.test(text.trim())) return []
  const table = tableOf(document, cell.table)
  const label = headingAt(table, cell.column)
  if (!TOTAL.test(label)) return []
  const parts = partsShown(document, table, cell)
  const own = parts === undefined ? undefined : sumAt(table, cell.row, parts)
  if (own === undefined || own.sum === figureOf(text)) return []
  const sum = `${own.texts.join('+')}=${own.sum}`
  return [{ span: { start: 0, end: text.length }, facts: { label, total: text.trim(), sum } }]
}

interface Table {
  readonly rows: Rows
  /** The rows below the headings. */
  readonly body: readonly number[]
  readonly width: number
  /** The rows of headings: one, or two where headings stand over several columns. */
  readonly heads: readonly number[]
  /** Whether the headings tell every column's; otherwise only the last one is sure. */
  readonly isPlain: boolean
}

type Cell = NonNullable<Segment['cell']>

const surveyed = new PerDocument<Map<number, Table>>()

/** A table's shape, looked at once. */
function tableOf(document: Document, number: number): Table {
  const tables = surveyed.get(document) ?? new Map<number, Table>()
  surveyed.set(document, tables)
  const table = tables.get(number) ?? survey(rowsOf(document, number))
  tables.set(number, table)
  return table
}

function survey(rows: Rows): Table {
  const widthOf = (row: number) => Math.max(0, ...(rows.get(row) ?? []).map(({ cell }) => (cell?.column ?? -1) + 1))
  const width = [...rows.keys()].reduce((widest, row) => Math.max(widest, widthOf(row)), 0)
  const isStepped = isStep(rows.get(0) ?? [], rows.get(1) ?? [])
  const isPlain = isStepped || widthOf(0) === width
  const heads = isStepped ? [0, 1] : [0]
  const isBody = (row: number) => !heads.includes(row) && (isPlain || widthOf(row) === width)
  return { rows, width, heads, isPlain, body: [...rows.keys()].filter(isBody) }
}

/** Whether a second row of headings goes on below the first: only where the first leaves columns out, and all of them. */
function isStep(first: readonly Segment[], second: readonly Segment[]): boolean {
  const columnsOf = (cells: readonly Segment[]) => new Set(cells.map(({ cell }) => cell?.column))
  const [above, below] = [columnsOf(first), columnsOf(second)]
  if (second.length === 0 || [...first, ...second].some(({ text }) => NUMBER.test(text.trim()))) return false
  const isGroup = [...below].some((column) => above.has(column)) && [...below].some((column) => !above.has(column))
  return isGroup && below.size < new Set([...above, ...below]).size
}

/** The lowest heading of a column. */
function headingAt({ rows, width, heads, isPlain }: Table, column: number): string {
  if (isPlain) return heads.map((row) => textAt(rows, row, column)).findLast((text) => text !== '') ?? ''
  return column === width - 1 ? (rows.get(0)?.at(-1)?.text.trim() ?? '') : ''
}

const known = new PerDocument<Map<string, readonly number[] | undefined>>()

/** The columns that add up to the given one, found once for each column of a table. */
function partsShown(document: Document, table: Table, cell: Cell): readonly number[] | undefined {
  const columns = known.get(document) ?? new Map<string, readonly number[] | undefined>()
  known.set(document, columns)
  const key = `${cell.table} ${cell.column}`
  if (!columns.has(key)) columns.set(key, findParts(table, cell.column))
  return columns.get(key)
}

function findParts(table: Table, column: number): readonly number[] | undefined {
  return [run(table, column, -1), run(table, column, 1)].find((parts) => {
    if (parts.length < 2) return false
    // A row of sums carries a slip along, and shows nothing of its own.
    const fits = table.body
      .filter((row) => !isSumRow(table.rows, row))
      .flatMap((row) => {
        const stated = textAt(table.rows, row, column)
        const sum = NUMBER.test(stated) ? sumAt(table, row, parts)?.sum : undefined
        return sum === undefined ? [] : [sum === figureOf(stated)]
      })
    const right = fits.filter(Boolean).length
    return right >= SHOWN_BY && right > fits.length - right
  })
}

function isSumRow(rows: Rows, row: number): boolean {
  return TOTAL.test(
    rows
      .get(row)
      ?.find(({ text }) => text.trim() !== '')
      ?.text.trim() ?? '',
  )
}

/** The columns of figures on one side, up to a heading that is itself a sum, a serial number or no count. */
function run(table: Table, column: number, step: number): number[] {
  const columns: number[] = []
  for (let at = column + step; at >= 0 && at < table.width; at += step) {
    const heading = headingAt(table, at)
    if (table.isPlain && (heading === '' || TOTAL.test(heading) || NO_COUNT.test(heading))) return columns
    const texts = table.body.map((row) => textAt(table.rows, row, at))
    if (texts.some((text) => !NUMBER.test(text) && !NOTHING.test(text)) || texts.every((text) => NOTHING.test(text)))
      return columns
    columns.push(at)
  }
  return columns
}

interface Sum {
  readonly sum: number
  readonly texts: readonly string[]
}

function sumAt({ rows }: Table, row: number, columns: readonly number[]): Sum | undefined {
  const texts = columns.map((column) => textAt(rows, row, column)).filter((text) => !NOTHING.test(text))
  if (texts.length === 0) return undefined
  return { texts, sum: sumOf(texts.map(figureOf), decimalsOf(texts)) }
}

function textAt(rows: Rows, row: number, column: number): string {
  const found = rows.get(row)?.find(({ cell }) => cell?.column === column)
  return found?.text.trim() ?? ''
}
