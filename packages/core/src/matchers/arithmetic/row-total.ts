import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { sumOf } from './quantities.ts'
import { decimalsOf, figureOf, NOTHING, NUMBER, type Rows, rowsOf, TOTAL } from './tables.ts'

/** The fewest rows that must show that a column is the sum of its neighbours. */
const SHOWN_BY = 2

/**
 * A cell of a 合计 column that is not the sum of its row. Which columns are the parts (those up to the column, or those
 * behind it) the other rows must show: at least two that fit, and more than those that do not.
 */
export const rowTotal: FigureCheck = (segment, document) => {
  const { cell, text } = segment
  if (cell === undefined || cell.row === 0 || !NUMBER.test(text.trim())) return []
  const rows = rowsOf(document, cell.table)
  const label = textAt(rows, 0, cell.column)
  if (!TOTAL.test(label)) return []
  const parts = partsShown(document, rows, cell)
  const own = parts === undefined ? undefined : sumAt(rows, cell.row, parts)
  if (own === undefined || own.sum === figureOf(text)) return []
  return [
    {
      span: { start: 0, end: text.length },
      facts: { label, total: text.trim(), sum: `${own.texts.join('+')}=${own.sum}` },
    },
  ]
}

const known = new WeakMap<Document, Map<string, readonly number[] | undefined>>()

/** The columns that add up to the given one, found once for each column of a table. */
function partsShown(document: Document, rows: Rows, { table, column }: Cell): readonly number[] | undefined {
  const columns = known.get(document) ?? new Map<string, readonly number[] | undefined>()
  known.set(document, columns)
  const key = `${table} ${column}`
  if (!columns.has(key)) columns.set(key, findParts(rows, column))
  return columns.get(key)
}

type Cell = NonNullable<Segment['cell']>

function findParts(rows: Rows, column: number): readonly number[] | undefined {
  return [run(rows, column, -1), run(rows, column, 1)].find((parts) => {
    if (parts.length < 2) return false
    const fits = [...rows.keys()].flatMap((row) => {
      const stated = textAt(rows, row, column)
      const sum = row === 0 || !NUMBER.test(stated) ? undefined : sumAt(rows, row, parts)?.sum
      return sum === undefined ? [] : [sum === figureOf(stated)]
    })
    const right = fits.filter(Boolean).length
    return right >= SHOWN_BY && right > fits.length - right
  })
}

/** The columns of figures on one side, up to a heading that is itself a sum, a serial number or no count. */
function run(rows: Rows, column: number, step: number): number[] {
  const columns: number[] = []
  for (let at = column + step; at >= 0; at += step) {
    const heading = textAt(rows, 0, at)
    if (heading === '' || TOTAL.test(heading) || /序号|编号|年份|电话|率|比|%|％/.test(heading)) return columns
    const texts = [...rows.keys()].filter((row) => row > 0).map((row) => textAt(rows, row, at))
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

function sumAt(rows: Rows, row: number, columns: readonly number[]): Sum | undefined {
  const texts = columns.map((column) => textAt(rows, row, column)).filter((text) => !NOTHING.test(text))
  if (texts.length === 0) return undefined
  return { texts, sum: sumOf(texts.map(figureOf), decimalsOf(texts)) }
}

function textAt(rows: Rows, row: number, column: number): string {
  return (
    rows
      .get(row)
      ?.find(({ cell }) => cell?.column === column)
      ?.text.trim() ?? ''
  )
}
