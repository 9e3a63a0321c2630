import { valueText } from './attributes.ts'
import type { Tag } from './tokens.ts'

/** Where a table's next cell stands. A new row or cell changes it in place; `spans` is replaced, never changed. */
export interface TableGrid {
  readonly id: number
  row: number
  column: number
  /** For how many rows, this one included, a cell from above or before stands in each column. */
  spans: readonly number[]
}

/** No page has so many; what says more is not believed. */
const MOST_COLUMNS = 200
const MOST_ROWS = 2000

/** A table before its first row. */
export function emptyGrid(id: number): TableGrid {
  return { id, row: -1, column: -1, spans: NONE }
}

const NONE: readonly number[] = []

/** Goes to the next row: what spans rows has one less to go. */
export function nextRow(grid: TableGrid): void {
  grid.row++
  grid.column = -1
  if (grid.spans.length === 0) return
  const left = grid.spans.map((rows) => Math.max(0, rows - 1))
  grid.spans = left.some((rows) => rows > 0) ? left : NONE
}

/** Goes to the next cell, past columns that cells from above stand in; returns its column, from 0. */
export function nextCell(grid: TableGrid, source: string, tag: Tag): number {
  let column = grid.column + 1
  while ((grid.spans[column] ?? 0) > 0) column++
  const wide = spanOf(source, tag, 'colspan', MOST_COLUMNS)
  const high = spanOf(source, tag, 'rowspan', MOST_ROWS)
  grid.column = column + wide - 1
  if (high > 1 && column + wide <= MOST_COLUMNS) {
    const spans = Array.from({ length: Math.max(grid.spans.length, column + wide) }, (_, at) => grid.spans[at] ?? 0)
    grid.spans = spans.fill(high, column, column + wide)
  }
  return column
}

function spanOf(source: string, tag: Tag, name: string, most: number): number {
  if (!tag.attributes.has(name)) return 1
  const span = Number.parseInt(valueText(source, tag, name), 10)
  return span > 1 && span <= most ? span : 1
}
