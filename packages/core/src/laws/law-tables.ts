import type { Catalog } from '../types.ts'
import { titleKey } from './title-key.ts'
import { buildTitleTable, type TitleTable } from './title-table.ts'

/** A law catalog as tables that load quickly: rows stay bytes until one is asked for. */
export interface LawTables {
  readonly asOf: string
  /** The key (see titleKey) of each row's title. */
  readonly keys: readonly string[]
  /** The row that a key names. */
  readonly titles: TitleTable
  readonly columns: readonly string[]
  /** All rows, the cells of one with tabs between them, in UTF-8; row n begins at byte `starts[n]` and ends where n + 1 begins. */
  readonly rows: Uint8Array
  readonly starts: Uint32Array
  /** The rows whose kind is 法律. */
  readonly national: readonly number[]
}

/** Reads a catalog with the columns of rules/catalogs/laws.tsv. */
export function lawTables({ asOf, rows }: Catalog): LawTables {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const written = rows.map((row) => new TextEncoder().encode(columns.map((column) => row[column] ?? '').join('\t')))
  const starts = new Uint32Array(rows.length + 1)
  for (const [at, { length }] of written.entries()) starts[at + 1] = starts[at]! + length
  const bytes = new Uint8Array(starts[rows.length]!)
  for (const [at, row] of written.entries()) bytes.set(row, starts[at])
  const keys = rows.map((row) => titleKey(row['title'] ?? ''))
  return {
    asOf,
    keys,
    titles: buildTitleTable(keys),
    columns,
    rows: bytes,
    starts,
    national: rows.flatMap((row, at) => (row['kind'] === '法律' ? [at] : [])),
  }
}

/** The cells of one row by column; empty ones too. */
export function rowOf({ columns, rows, starts }: LawTables, at: number): Catalog['rows'][number] {
  const cells = decoder.decode(rows.subarray(starts[at], starts[at + 1])).split('\t')
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
}

const decoder = new TextDecoder()
