import { bitShift, hashOfPair, rankOf } from './hashing.ts'
import type { Page } from './page.ts'
import { besides, listRow, nextBit, type SeedTable, seedRow } from './seeds.ts'
import { Triples } from './triples.ts'

/** Two characters that have a list of seeds: which one, and where they stand. */
const pairs: Triples = new Triples()

/** Up to so many seeds of a list are read one by one. */
const shortList = 12

/**
 * Every seed of a page: its first step, and the characters `[start, end)` that it stands at. The work is done table by
 * table, not place by place: large tables lie far from the processor, and look-ups that do not wait for each other are
 * made side by side.
 */
export function scanSeeds(table: SeedTable, page: Page, found: Triples): void {
  pairs.clear()
  for (let text = 0; text < page.count; text++) listPairs(table, page.codes, page.starts[text]!, page.ends[text]!)
  pairs.readAhead(table.lists)
  const { codes } = page
  const { values, count } = pairs
  for (let row = 0; row < 3 * count; row += 3) {
    const at = values[row + 1]!
    let next = nextBit(codes[at + 2]!)
    if (table.hasGaps) next |= nextBit(codes[at + 3]!) | nextBit(codes[at - 2]!)
    const list = values[row]!
    if ((table.lists[list + listRow.next]! & next) !== 0) readList(table, codes, { list, at }, found)
  }
}

/** Lists the characters `[from, to)` that may begin a seed, with the next, or follow its gap. */
function listPairs({ pairBits, ranks }: SeedTable, codes: Uint16Array, from: number, to: number): void {
  const shift = bitShift(pairBits)
  let pair = codes[from]!
  for (let at = from; at + 1 < to; at++) {
    pair = (pair << 16) | codes[at + 1]!
    const hash = hashOfPair(pair)
    const bit = hash >>> shift
    if (((pairBits[bit >>> 5]! >>> bit) & 1) !== 0) pairs.push(listRow.size * rankOf(pairBits, ranks, hash), at, 0)
  }
}

/** Lists the seeds of a list that stand at `at`. */
function readList(table: SeedTable, codes: Uint16Array, { list, at }: Listed, found: Triples): void {
  const { lists, rows, hasGaps } = table
  const first = lists[list + listRow.first]!
  const end = lists[list + listRow.size + listRow.first]!
  const pair = (codes[at]! << 16) | codes[at + 1]!
  const one = besides.one(codes[at + 2]!)
  const two = besides.two(codes[at + 2]!, codes[at + 3]!)
  if (end - first <= shortList && !hasGaps) {
    for (let row = first * seedRow.size; row < end * seedRow.size; row += seedRow.size) {
      const beside = rows[row + seedRow.beside]!
      if (beside !== besides.none && beside !== one && beside !== two) continue
      if (rows[row + seedRow.pair] === pair) found.push(rows[row + seedRow.root]!, at, at + lengthWith(beside))
    }
    return
  }
  const place = { first, end, pair }
  found.pushFound(rootAt(rows, place, besides.none), at, at + 2)
  found.pushFound(rootAt(rows, place, one), at, at + 3)
  found.pushFound(rootAt(rows, place, two), at, at + 4)
  if (!hasGaps) return
  found.pushFound(rootAt(rows, place, besides.last(codes[at + 3]!)), at, at + 4)
  found.pushFound(rootAt(rows, place, besides.first(codes[at - 2]!)), at - 2, at + 2)
}

/** A list, and where its two characters stand. */
interface Listed {
  readonly list: number
  readonly at: number
}

/** How long a seed is by what is beside its first two characters. */
function lengthWith(beside: number): number {
  return beside === besides.none ? 2 : (beside & 0xffff) === 0 ? 3 : 4
}

/** The first step of the seed among rows `[first, end)` that has these two characters and these beside them, or 0. */
function rootAt(
  rows: Int32Array,
  { first, end, pair }: { first: number; end: number; pair: number },
  beside: number,
): number {
  let [low, high] = [first, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle * seedRow.size + seedRow.beside]! >>> 0 < beside >>> 0) low = middle + 1
    else high = middle
  }
  for (; low < end && rows[low * seedRow.size + seedRow.beside] === beside; low++) {
    if (rows[low * seedRow.size + seedRow.pair] === pair) return rows[low * seedRow.size + seedRow.root]!
  }
  return 0
}
