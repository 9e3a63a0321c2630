import { prepare } from '../../rulebook/prepared.ts'
import type { Rulebook } from '../../types.ts'
import { PairBits } from '../pair-bits.ts'
import { buildPairTable, listOf, type PairTable, pairKey } from '../pair-table.ts'

/** Which words of two characters are written for which others of the same sound. */
export interface WordPairs {
  /** The places in a text where such a word begins, with the words that may be meant. */
  scan(text: string, visit: (at: number, rights: () => readonly string[]) => void): void
}

/** The word pairs of a catalog with the columns form and right; kept in the rulebook's store. */
export function prepareWordPairs(rulebook: Rulebook, catalog: string): WordPairs {
  const tables = prepare(rulebook.prepared, `homophone ${catalog}`, () => build(rulebook, catalog))
  return {
    scan(text, visit) {
      const { table, bits } = tables()
      const beginnings = new PairBits(bits)
      for (let next = beginnings.next(text, 1); next < text.length; next = beginnings.next(text, next + 1)) {
        const list = listOf(table, pairKey(text.charCodeAt(next - 1), text.charCodeAt(next)))
        if (list !== undefined) visit(next - 1, () => wordsOf(list))
      }
    },
  }
}

/** Units two by two. */
function wordsOf(units: Uint16Array): readonly string[] {
  const joined = String.fromCharCode(...units)
  return Array.from({ length: joined.length / 2 }, (_, index) => joined.slice(2 * index, 2 * index + 2))
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
  const beginnings = new PairBits()
  for (const key of table.keys) if (key !== 0) beginnings.add(key >>> 16, key & 0xffff)
  return { table, bits: beginnings.bits }
}
