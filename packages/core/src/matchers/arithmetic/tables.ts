import { PerDocument } from '../../text/per-document.ts'
import { cellsOf } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'

/** A row's label, or a column's, that announces a sum. */
export const TOTAL: RegExp = /^(?:合\s*计|总\s*计|共\s*计|小\s*计)$/

/** A cell that is a number. */
export const NUMBER: RegExp = /^-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$/

/** A cell that says nothing: empty, a dash, a stroke. */
export const NOTHING: RegExp = /^[-—–/\\无\s]*$/

/** The cells of a table by row; rows count from 0. */
export type Rows = ReadonlyMap<number, readonly Segment[]>

const tables = new PerDocument<Map<number, Map<number, Segment[]>>>()

/** The rows of one table, gathered once for a document. */
export function rowsOf(document: Document, table: number): Rows {
  const known = tables.get(document) ?? gather(document)
  tables.set(document, known)
  return known.get(table) ?? new Map()
}

/** The cells of all tables if any of them may announce a sum; none otherwise. */
export function cellsWithSums(document: Document): readonly Segment[] {
  const cells = cellsOf(document)
  return cells.some((cell) => hasAny(cell, trait.sum)) ? cells : NO_CELLS
}

/** No cell at all. */
export const NO_CELLS: readonly Segment[] = []

/** The number that a cell shows. */
export function figureOf(text: string): number {
  return Number(text.trim().replace(/[,，]/g, ''))
}

/** The most figures after a decimal point. */
export function decimalsOf(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.trim().split('.')[1]?.length ?? 0))
}

function gather(document: Document): Map<number, Map<number, Segment[]>> {
  const gathered = new Map<number, Map<number, Segment[]>>()
  for (const segment of cellsOf(document)) {
    if (segment.cell === undefined) continue
    const rows = gathered.get(segment.cell.table) ?? new Map<number, Segment[]>()
    gathered.set(segment.cell.table, rows)
    const row = rows.get(segment.cell.row)
    if (row === undefined) rows.set(segment.cell.row, [segment])
    else row.push(segment)
  }
  return gathered
}
