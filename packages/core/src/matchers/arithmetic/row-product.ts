import { PerDocument } from '../../text/per-document.ts'
import { cellsOf } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import { type FigureCheck, NO_FAULT } from './fault.ts'
import { round } from './quantities.ts'
import { decimalsOf, figureOf, NO_CELLS, NUMBER, type Rows, rowsOf } from './tables.ts'

/** A column that such a heading calls an amount: 金额, 合价, 小计（元）. */
const AMOUNT =
  /^(?:金\s*额|总\s*价|合\s*价|总金额|总\s*额|小\s*计|合\s*计|应?发金额|补[贴助]金额?)(?:[（(].{1,6}[）)])?$/
/** Columns that are no factors. */
const NO_FACTOR = /序号|编号|年份|电话|率|%|％|金额|合计|小计|总/
/** The fewest rows that must show which two columns are multiplied, and how many columns are looked at. */
const SHOWN_BY = 2
const MOST_COLUMNS = 6

/** An amount in a table that is not the product of two columns before it, as in the other rows: 标准, 月数, 金额. */
export const rowProduct: FigureCheck = (segment, document) => {
  const { cell, text } = segment
  if (cell === undefined || cell.row === 0 || cell.column < 2 || !NUMBER.test(text.trim())) return NO_FAULT
  const rows = rowsOf(document, cell.table)
  const factors = factorsOf(document, rows, cell)
  const product = factors === undefined ? undefined : productAt(rows, cell.row, { ...factors, amount: cell.column })
  if (product === undefined || product.isRight) return NO_FAULT
  const sum = `${product.first}×${product.second}=${product.counted}`
  return [{ span: { start: 0, end: text.length }, facts: { total: text.trim(), sum } }]
}

/** The cells of all tables if a column of some is called an amount; none otherwise. */
export function cellsWithAmounts(document: Document): readonly Segment[] {
  const cells = cellsOf(document)
  return cells.some(isAmount) ? cells : NO_CELLS
}

function isAmount({ cell, text }: Segment): boolean {
  return cell?.row === 0 && cell.column > 1 && AMOUNT.test(text.trim())
}

interface Factors {
  readonly first: number
  readonly second: number
}

const known = new PerDocument<Map<string, Factors | undefined>>()

/** The two columns whose product the amounts are, found once for each column of a table. */
function factorsOf(document: Document, rows: Rows, cell: NonNullable<Segment['cell']>): Factors | undefined {
  const columns = known.get(document) ?? new Map<string, Factors | undefined>()
  known.set(document, columns)
  const key = `${cell.table} ${cell.column}`
  if (!columns.has(key)) columns.set(key, findFactors(rows, cell.column))
  return columns.get(key)
}

function findFactors(rows: Rows, amount: number): Factors | undefined {
  if (!AMOUNT.test(textAt(rows, 0, amount))) return undefined
  const columns = Array.from({ length: amount }, (_, column) => column)
    .filter((column) => textAt(rows, 0, column) !== '' && !NO_FACTOR.test(textAt(rows, 0, column)))
    .slice(-MOST_COLUMNS)
  const pairs = columns.flatMap((first) => columns.filter((one) => one > first).map((second) => ({ first, second })))
  return pairs.find((pair) => {
    const products = [...rows.keys()].flatMap((row) => productAt(rows, row, { ...pair, amount }) ?? [])
    const right = products.filter(({ isRight }) => isRight).length
    const telling = products.filter(({ isRight, first, second }) => isRight && first !== 1 && second !== 1).length
    return telling >= SHOWN_BY && right > 2 * (products.length - right) - 1
  })
}

interface Product extends Factors {
  readonly counted: number
  readonly isRight: boolean
}

function productAt(
  rows: Rows,
  row: number,
  { first, second, amount }: Factors & { readonly amount: number },
): Product | undefined {
  if (row === 0) return undefined
  const texts = [first, second, amount].map((column) => textAt(rows, row, column))
  if (!texts.every((text) => NUMBER.test(text))) return undefined
  const [one = 0, other = 0, stated = 0] = texts.map(figureOf)
  const counted = round(one * other, 6)
  // A price by the piece may be told in 元, its amount in 万元.
  const isRight = [1, 10_000].some(
    (scale) => Math.abs(counted / scale - stated) < 10 ** -decimalsOf(texts.slice(2)) * 0.51,
  )
  return { first: one, second: other, counted, isRight }
}

function textAt(rows: Rows, row: number, column: number): string {
  return (
    rows
      .get(row)
      ?.find(({ cell }) => cell?.column === column)
      ?.text.trim() ?? ''
  )
}
