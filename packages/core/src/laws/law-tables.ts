import type { Catalog } from '../types.ts'
import { titleKey } from './title-key.ts'

/** A law catalog as plain lists that load quickly: rows stay closed until one is asked for. */
export interface LawTables {
  readonly asOf: string
  /** The key (see titleKey) of each row's title. */
  readonly keys: readonly string[]
  readonly columns: readonly string[]
  /** Each row's cells, tabs between them. */
  readonly rows: readonly string[]
  /** The rows whose kind is 法律. */
  readonly national: readonly number[]
}

/** Reads a catalog with the columns of rules/catalogs/laws.tsv. */
export function lawTables({ asOf, rows }: Catalog): LawTables {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    asOf,
    keys: rows.map((row) => titleKey(row['title'] ?? '')),
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? '').join('\t')),
    national: rows.flatMap((row, at) => (row['kind'] === '法律' ? [at] : [])),
  }
}

/** The cells of one row by column; empty ones too. */
export function rowOf({ columns, rows }: LawTables, at: number): Catalog['rows'][number] {
  const cells = (rows[at] ?? '').split('\t')
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
}
