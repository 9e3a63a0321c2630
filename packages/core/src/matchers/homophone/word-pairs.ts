import { prepare } from '../../rulebook/prepared.ts'
import type { Rulebook } from '../../types.ts'
import { PairBits } from '../pair-bits.ts'

/** Which words of two characters are written for which others of the same sound. */
export interface WordPairs {
  /** The places in a text where such a word begins. */
  scan(text: string, visit: (at: number, rights: () => readonly string[]) => void): void
}

/** An open hash table from two UTF-16 units to a stretch of `units` that holds the words meant, two units each. */
interface PairTables {
  /** The two units of a word; 0 for an empty slot. */
  readonly keys: Uint32Array
  /** Where the words meant begin, and how many units they are. */
  readonly from: Uint32Array
  readonly length: Uint16Array
  readonly units: Uint16Array
}

/** The word pairs of a catalog with the columns form and right; kept in the rulebook's store. */
export function prepareWordPairs(rulebook: Rulebook, catalog: string): WordPairs {
  const tables = prepare(rulebook.prepared, `homophone ${catalog}`, () => build(rulebook, catalog))
  let beginnings: PairBits | undefined
  return {
    scan(text, visit) {
      beginnings ??= beginningsOf(tables())
      scan(tables(), { text, beginnings }, visit)
    },
  }
}

interface Sight {
  readonly text: string
  readonly beginnings: PairBits
}

function scan(tables: PairTables, { text, beginnings }: Sight, visit: Parameters<WordPairs['scan']>[1]): void {
  const { keys, from, length, units } = tables
  const mask = keys.length - 1
  for (let next = beginnings.next(text, 1); next < text.length; next = beginnings.next(text, next + 1)) {
    const at = next - 1
    const key = keyAt(text, at)
    let slot = slotOf(key, mask)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    if (keys[slot] === 0) continue
    const start = from[slot]!
    const stretch = units.subarray(start, start + length[slot]!)
    visit(at, () => wordsOf(stretch))
  }
}

function beginningsOf({ keys }: PairTables): PairBits {
  const bits = new PairBits()
  for (const key of keys) if (key !== 0) bits.add(key >>> 16, key & 0xffff)
  return bits
}

function wordsOf(stretch: Uint16Array): readonly string[] {
  const joined = String.fromCharCode(...stretch)
  return Array.from({ length: joined.length / 2 }, (_, index) => joined.slice(2 * index, 2 * index + 2))
}

function build(rulebook: Rulebook, catalog: string): PairTables {
  const rows = rulebook.catalogs[catalog]?.rows ?? []
  let size = 1024
  while (size < 2 * rows.length) size *= 2
  const joined = rows.map(({ right = '' }) => right.replaceAll(';', ''))
  const units = Uint16Array.from(joined.join(''), (unit) => unit.charCodeAt(0))
  const tables = { keys: new Uint32Array(size), from: new Uint32Array(size), length: new Uint16Array(size), units }
  let start = 0
  for (const [index, { form = '' }] of rows.entries()) {
    const key = keyAt(form, 0)
    let slot = slotOf(key, size - 1)
    while (tables.keys[slot] !== 0) slot = (slot + 1) & (size - 1)
    tables.keys[slot] = key
    tables.from[slot] = start
    tables.length[slot] = joined[index]!.length
    start += joined[index]!.length
  }
  return tables
}

function keyAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)) >>> 0
}

function slotOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 12) & mask
}
