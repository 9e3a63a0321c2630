import { bitShift, hasBit, hashOfPair, mix } from './hashing.ts'
import type { Page } from './page.ts'
import { besides, fewRows, headOf, type SeedTable, seedRow, slotShift } from './seeds.ts'
import type { Triples } from './triples.ts'

/** Where two characters stand that may have seeds. */
let places: Int32Array = new Int32Array(0)

/**
 * Every seed of a page: its first step, and the characters `[start, end)` that it stands at. First the places are
 * listed, then the rows are read: large tables lie far from the processor, and look-ups that do not wait for each other are
 * made side by side.
 */
export function scanSeeds(table: SeedTable, page: Page, found: Triples): void {
  if (places.length < page.length) places = new Int32Array(2 * page.length)
  let count = 0
  for (let text = 0; text < page.count; text++) {
    count = listPlaces(table, page.codes, { from: page.starts[text]!, to: page.ends[text]!, count })
  }
  const { codes } = page
  const { firsts } = table
  const shift = slotShift(firsts)
  for (let i = 0; i < count; i++) {
    const at = places[i]!
    const pair = (codes[at]! << 16) | codes[at + 1]!
    if (!mayBeginAt(table, codes, { at, pair })) continue
    const slot = hashOfPair(pair) >>> shift
    readRows(table, codes, { at, first: firsts[slot]!, end: firsts[slot + 1]! }, found)
  }
}

/** Lists where characters `[from, to)` may begin a seed, with the next, or follow its gap; adds to `count` places. */
function listPlaces({ pairBits }: SeedTable, codes: Uint16Array, { from, to, count }: Listing): number {
  const shift = bitShift(pairBits)
  const list = places
  let listed = count
  let pair = codes[from]!
  for (let at = from; at + 1 < to; at++) {
    pair = (pair << 16) | codes[at + 1]!
    const bit = hashOfPair(pair) >>> shift
    // Written whether or not it counts: a jump that cannot be foreseen takes longer.
    list[listed] = at
    listed += (pairBits[bit >>> 5]! >>> bit) & 1
  }
  return listed
}

/** Whether what is next to two characters lets them begin a seed, or follow its gap. */
function mayBeginAt(
  { headBits, hasGaps }: SeedTable,
  codes: Uint16Array,
  { at, pair }: { at: number; pair: number },
): boolean {
  if (hasBit(headBits, mix(pair, besides.one(codes[at + 2]!))) || hasBit(headBits, mix(pair, besides.none))) return true
  if (!hasGaps) return false
  return (
    hasBit(headBits, mix(pair, besides.last(codes[at + 3]!))) ||
    hasBit(headBits, mix(pair, besides.first(codes[at - 2]!)))
  )
}

interface Listing {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Lists the seeds among some rows that stand at `at`. */
function readRows(table: SeedTable, codes: Uint16Array, place: Rows, found: Triples): void {
  if (place.end - place.first > fewRows) {
    searchRows(table, codes, place.at, found)
    return
  }
  const { rows, hasGaps } = table
  const { at, first, end } = place
  const pair = (codes[at]! << 16) | codes[at + 1]!
  const one = besides.one(codes[at + 2]!)
  const two = besides.two(codes[at + 2]!, codes[at + 3]!)
  const last = hasGaps ? besides.last(codes[at + 3]!) : two
  const before = hasGaps ? besides.first(codes[at - 2]!) : two
  for (let row = first * seedRow.size; row < end * seedRow.size; row += seedRow.size) {
    if (rows[row + seedRow.pair] !== pair) continue
    const beside = rows[row + seedRow.beside]!
    const root = rows[row + seedRow.root]!
    if (beside === besides.none) found.push(root, at, at + 2)
    else if (beside === one) found.push(root, at, at + 3)
    else if (beside === two || beside === last) found.push(root, at, at + 4)
    else if (beside === before) found.push(root, at - 2, at + 2)
  }
}

/** The same where there are many rows: each seed that may stand there is looked up. */
function searchRows(table: SeedTable, codes: Uint16Array, at: number, found: Triples): void {
  const pair = (codes[at]! << 16) | codes[at + 1]!
  const rootOf = (beside: number) => rootAt(table, pair, beside)
  found.pushFound(rootOf(besides.none), at, at + 2)
  found.pushFound(rootOf(besides.one(codes[at + 2]!)), at, at + 3)
  found.pushFound(rootOf(besides.two(codes[at + 2]!, codes[at + 3]!)), at, at + 4)
  if (!table.hasGaps) return
  found.pushFound(rootOf(besides.last(codes[at + 3]!)), at, at + 4)
  found.pushFound(rootOf(besides.first(codes[at - 2]!)), at - 2, at + 2)
}

/** Rows `[first, end)` that may be seeds of the two characters at `at`. */
interface Rows {
  readonly at: number
  readonly first: number
  readonly end: number
}

/** The first step of the seed that has these two characters and these beside them, or 0: where they have many. */
function rootAt({ headBits, manyRows }: SeedTable, pair: number, beside: number): number {
  if (!hasBit(headBits, mix(pair, headOf(beside)))) return 0
  const size = manyRows.length / seedRow.size
  for (let slot = mix(pair, beside) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
    const row = slot * seedRow.size
    const root = manyRows[row + seedRow.root]!
    if (root === 0 || (manyRows[row + seedRow.pair] === pair && manyRows[row + seedRow.beside] === beside)) return root
  }
}
