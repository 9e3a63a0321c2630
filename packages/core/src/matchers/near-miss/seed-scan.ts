import { bitShift, hashOfPair } from './hashing.ts'
import { besideAt, firstOnly, hashOfSeed, hasSeedBits, rowShift, type SeedTable, seedRow, shapes } from './seeds.ts'
import type { Triples } from './triples.ts'

/** Where two characters stand that may have seeds. */
let places: Int32Array = new Int32Array(0)

/** What seeds may stand where: a place, and in the last bits one of `shapes`. */
let likely: Int32Array = new Int32Array(0)
const shapeBits = 3
const shapeMask = 7

/** Where each of them is looked for first. */
let slots: Int32Array = new Int32Array(0)

/** Texts side by side: characters and margins, and where each text begins and ends. */
export interface Texts {
  readonly codes: Uint16Array
  readonly length: number
  readonly count: number
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Every seed of a page: its first step, and the characters `[start, end)` that it stands at. First the places are
 * listed, then the seeds that may stand there, then they are looked up: jumps that cannot be foreseen take long, and
 * look-ups in a large table that do not wait for each other are made side by side.
 */
export function scanSeeds(table: SeedTable, page: Texts, found: Triples): void {
  if (places.length < page.length) places = new Int32Array(2 * page.length)
  let count = 0
  for (let text = 0; text < page.count; text++) {
    count = listPlaces(table, page.codes, { from: page.starts[text]!, to: page.ends[text]!, count })
  }
  lookUp(table, page.codes, { count: listSeeds(table, page.codes, count), found })
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
    listed += bitOf(pairBits, bit)
  }
  return listed
}

interface Listing {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Lists which seeds may stand at the first `count` places, by their bits, and tells how many. */
function listSeeds({ seedBits, hasGaps }: SeedTable, codes: Uint16Array, count: number): number {
  // One more: what does not count is written behind what does.
  const most = (hasGaps ? 5 : 3) * count + 1
  if (likely.length < most) likely = new Int32Array(2 * most)
  const shift = rowShift(seedBits.length)
  const [from, list] = [places, likely]
  let listed = 0
  for (let i = 0; i < count; i++) {
    const at = from[i]!
    const pair = (codes[at]! << 16) | codes[at + 1]!
    const next = (codes[at + 2]! << 16) | codes[at + 3]!
    list[listed] = (at << shapeBits) | shapes.two
    listed += hasSeedBits(seedBits, hashOfSeed(pair, 0), shift)
    list[listed] = (at << shapeBits) | shapes.three
    listed += hasSeedBits(seedBits, hashOfSeed(pair, next & firstOnly), shift)
    list[listed] = (at << shapeBits) | shapes.four
    listed += hasSeedBits(seedBits, hashOfSeed(pair, next), shift)
    if (!hasGaps) continue
    list[listed] = (at << shapeBits) | shapes.anyThird
    listed += hasSeedBits(seedBits, hashOfSeed(pair, besideAt(codes, at, shapes.anyThird)), shift)
    list[listed] = (at << shapeBits) | shapes.anySecond
    listed += hasSeedBits(seedBits, hashOfSeed(pair, besideAt(codes, at, shapes.anySecond)), shift)
  }
  return listed
}

function bitOf(bits: Int32Array, bit: number): number {
  return (bits[bit >>> 5]! >>> bit) & 1
}

/** Looks up the first `count` likely seeds. */
function lookUp({ rows }: SeedTable, codes: Uint16Array, { count, found }: { count: number; found: Triples }): void {
  // Without a use the reads would be optimised away.
  found.readSum = readAhead(rows, codes, count)
  const [list, from] = [likely, slots]
  for (let i = 0; i < count; i++) {
    const at = list[i]! >>> shapeBits
    const shape = list[i]! & shapeMask
    const pair = (codes[at]! << 16) | codes[at + 1]!
    const root = rootAt(rows, { slot: from[i]!, pair, beside: besideAt(codes, at, shape) })
    if (root === 0) continue
    if (shape === shapes.anySecond) found.push(root, at - 2, at + 2)
    else found.push(root, at, at + Math.min(shape, shapes.four))
  }
}

/** Reads where the seeds are looked for first, all side by side: one by one each would wait for memory. Tells a sum of what was read. */
function readAhead(rows: Int32Array, codes: Uint16Array, count: number): number {
  if (slots.length < count) slots = new Int32Array(2 * count)
  const shift = rowShift(rows.length / seedRow.size)
  const [list, into] = [likely, slots]
  let sum = 0
  for (let i = 0; i < count; i++) {
    const at = list[i]! >>> shapeBits
    const pair = (codes[at]! << 16) | codes[at + 1]!
    const slot = hashOfSeed(pair, besideAt(codes, at, list[i]! & shapeMask)) >>> shift
    into[i] = slot
    // The first number of this row and the last of the next: mostly one is looked for no farther.
    sum += rows[slot * seedRow.size]! + rows[(slot + 2) * seedRow.size - 1]!
  }
  return sum
}

/** The first step of the seed that has these two characters and these beside them, or 0; looked for from a slot on. */
function rootAt(rows: Int32Array, seed: { slot: number; pair: number; beside: number }): number {
  const { pair, beside } = seed
  const last = rows.length / seedRow.size - 1
  for (let slot = seed.slot; ; slot = (slot + 1) & last) {
    const row = slot * seedRow.size
    const root = rows[row + seedRow.root]!
    if (root === 0 || (rows[row + seedRow.pair] === pair && rows[row + seedRow.beside] === beside)) return root
  }
}
