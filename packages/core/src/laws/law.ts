import type { Catalog, IsoDate } from '../types.ts'

/** What every full title of a national law begins with. */
export const nationalPrefix = '中华人民共和国'

/** A law, regulation or interpretation, as the catalog has it. Absent means unknown or none. */
export interface Law {
  /** The official title, with 中华人民共和国 where it has it. */
  readonly title: string
  /** 法律, 行政法规, 司法解释 … */
  readonly kind: string
  /** 有效, 已废止, 尚未施行 or 待核, on the catalog's as-of date. */
  readonly status: string
  /** The first day on which a law of this title was in force. */
  readonly since?: IsoDate
  /** The newest version's promulgation. */
  readonly revised?: IsoDate
  /** The newest version's first day in force. */
  readonly effective?: IsoDate
  /** The first day on which it was no longer in force. */
  readonly abolished?: IsoDate
  /** The title that took its place. */
  readonly successor?: string
  /** The clause that abolished it: an id of sources.yaml, and the article. */
  readonly source?: string
  readonly at?: string
  /** Articles of the newest version, and the most that any known version had. */
  readonly articles?: number
  readonly most?: number
  readonly note?: string
  /** Whether two sources were compared. */
  readonly verified: boolean
}

/** A catalog's row: cells by column. */
type Row = Catalog['rows'][number]

/** One row of the catalog as a law. */
export function readLaw(row: Row): Law {
  return {
    title: row['title'] ?? '',
    kind: row['kind'] ?? '',
    status: row['status'] ?? '',
    ...text(row, 'since'),
    ...text(row, 'revised'),
    ...text(row, 'effective'),
    ...text(row, 'abolished'),
    ...text(row, 'successor'),
    ...text(row, 'source'),
    ...text(row, 'at'),
    ...count(row, 'articles'),
    ...count(row, 'most'),
    ...text(row, 'note'),
    verified: (row['verified'] ?? '') !== '',
  }
}

function text<Name extends string>(row: Row, name: Name): { readonly [Key in Name]?: string } {
  const value = row[name] ?? ''
  return (value === '' ? {} : { [name]: value }) as { readonly [Key in Name]?: string }
}

function count<Name extends string>(row: Row, name: Name): { readonly [Key in Name]?: number } {
  const value = Number(row[name] ?? '')
  return (value > 0 ? { [name]: value } : {}) as { readonly [Key in Name]?: number }
}
