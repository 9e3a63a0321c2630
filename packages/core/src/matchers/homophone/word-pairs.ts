import { prepare } from '../../rulebook/prepared.ts'
import type { Rulebook } from '../../types.ts'
import { PairBits } from '../pair-bits.ts'
import { buildPairTable, type PairTable, pairKey } from '../pair-table.ts'

/** Which words of two characters are written for which others of the same sound. */
export interface WordPairs {
  /** From which units such a word may begin. */
  beginnings(): PairBits
  /** From the two units of such a word to those of the words that may be meant, two by two. */
  rights(): PairTable
}

/** The word pairs of a catalog with the columns form and right; kept in the rulebook's store. */
export function prepareWordPairs(rulebook: Rulebook, catalog: string): WordPairs {
  const tables = prepare(rulebook.prepared, `homophone ${catalog}`, () => build(rulebook, catalog))
  return {
    beginnings: () => new PairBits(tables().bits),
    rights: () => tables().table,
  }
}

/** What the snapshot keeps: the words by what is written, and the pairs that are. */
interface WordPairTables {
  readonly table: PairTable
  readonly bits: Uint32Array
}

function build(rulebook: Rulebook, catalog: string): WordPairTables {
  const rows = rulebook.catalogs[catalog]?.rows ?? []
  const table = buildPairTable(
    new Map(
      rows.map(({ form = '', right = '' }) => [
        pairKey(form.charCodeAt(0), form.charCodeAt(1)),
        Array.from(right.replaceAll(';', ''), (unit) => unit.charCodeAt(0)),
      ]),
    ),
  )
  // Nearly every pair of a text is asked about: in a larger set fewer are taken for words.
  const beginnings = new PairBits(new Uint32Array(1 << 13))
  for (const key of table.keys) if (key !== 0) beginnings.add(key >>> 16, key & 0xffff)
  return { table, bits: beginnings.bits }
}
