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
  let beginnings: PairBits | undefined
  return {
    scan(text, visit) {
      const table = tables()
      beginnings ??= beginningsOf(table)
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

function build(rulebook: Rulebook, catalog: string): PairTable {
  const rows = rulebook.catalogs[catalog]?.rows ?? []
  return buildPairTable(
    new Map(
      rows.map(({ form = '', right = '' }) => [
        pairKey(form.charCodeAt(0), form.charCodeAt(1)),
        Array.from(right.replaceAll(';', ''), (unit) => unit.charCodeAt(0)),
      ]),
    ),
  )
}

function beginningsOf({ keys }: PairTable): PairBits {
  const bits = new PairBits()
  for (const key of keys) if (key !== 0) bits.add(key >>> 16, key & 0xffff)
  return bits
}
