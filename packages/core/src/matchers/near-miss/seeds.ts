import type { Step } from './families.ts'
import { hashOfPair, mix, setBit, tableSize } from './hashing.ts'
import { anyCharacter, type Spelling } from './spellings.ts'

/** Longest seed: so many characters are found by one look-up, and are rare enough. */
const longestSeed = 4

/** A spelling that has a seed, and where in it the seed stands. */
export interface SeedEntry {
  readonly spelling: number
  readonly start: number
  readonly end: number
  /** Whether the seed is of the spelling's first piece, or its last. */
  readonly opens: boolean
  readonly closes: boolean
}

/**
 * Runs of two to four characters that are looked up at each character of a text. Mostly one bit for two characters rules
 * a place out; the seeds with the others lie side by side, found by a hash of the two. No table has many empty places:
 * what a draft touches is little, and mostly comes from far.
 *
 *     bits      0 1 0 0 1 1 …            one for each two characters, by their hash
 *     firsts    0     2     3 …          by fewer bits of the hash: the first of its rows
 *     rows      中国_ 中国共产 人民_ …        the seeds, by their two characters and what is beside them
 */
export interface SeedTable {
  /** A bit for two characters that begin a seed, or that follow its gap when that is the second character. */
  readonly pairBits: Int32Array
  /** A power of two, and one behind the last. */
  readonly firsts: Int32Array
  /** Rows of `seedRow`. */
  readonly rows: Int32Array
  /** An open table of rows, by hash, with those that lie side by side in more than `fewRows`; free where the first step is 0. */
  readonly manyRows: Int32Array
  /** A bit for two characters with what is next to them (`headOf`): most places are ruled out before the rows are read. */
  readonly headBits: Int32Array
  /** Whether some seeds have a place for any character. */
  readonly hasGaps: boolean
}

/** Up to so many rows are read one by one. */
export const fewRows = 12

/** Columns of `rows`: two characters; what is beside them (`besides`); the first step. */
export const seedRow = { size: 3, pair: 0, beside: 1, root: 2 } as const

/** Each seed with the spellings that have it: of every piece of a spelling the run that the fewest share. */
export function groupBySeed(spellings: readonly Spelling[]): Map<string, SeedEntry[]> {
  const shares = countRuns(spellings)
  const groups = new Map<string, SeedEntry[]>()
  spellings.forEach(({ skeleton, pieces }, spelling) => {
    for (let number = 0; number < pieces.length; number++) {
      const piece = pieces[number]!
      const start = rarestRun(skeleton.slice(piece.start, piece.end), shares) + piece.start
      const end = Math.min(piece.end, start + longestSeed)
      const seed = skeleton.slice(start, end)
      const entry = { spelling, start, end, opens: number === 0, closes: number === pieces.length - 1 }
      const group = groups.get(seed)
      if (group === undefined) groups.set(seed, [entry])
      else group.push(entry)
    }
  })
  return groups
}

function countRuns(spellings: readonly Spelling[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { skeleton } of spellings) {
    if (skeleton.length <= 3 * longestSeed) continue
    for (let at = 0; at + longestSeed <= skeleton.length; at++) {
      const run = skeleton.slice(at, at + longestSeed)
      counts.set(run, (counts.get(run) ?? 0) + 1)
    }
  }
  return counts
}

/** Where in a piece the run stands that the fewest share. */
function rarestRun(piece: string, shares: ReadonlyMap<string, number>): number {
  let best = 0
  let fewest = Number.POSITIVE_INFINITY
  for (let at = 0; at + longestSeed <= piece.length; at++) {
    const run = piece.slice(at, at + longestSeed)
    const share = shares.get(run) ?? 0
    if (share < fewest && !run.startsWith(anyCharacter) && !run.endsWith(anyCharacter)) [best, fewest] = [at, share]
  }
  return best
}

/** Builds the table; `roots` in the order of the seeds. */
export function buildSeedTable(seeds: readonly string[], roots: readonly Step[]): SeedTable {
  const bare = seeds.map(keyOf)
  const pairs = new Set(bare.map(({ pair }) => pair))
  const pairBits = new Int32Array(tableSize(pairs.size) / 4)
  for (const pair of pairs) setBit(pairBits, hashOfPair(pair))
  const firsts = new Int32Array(tableSize(pairs.size) / 2 + 1)
  const shift = slotShift(firsts)
  const keys = bare.map(({ pair, beside }, number) => ({
    slot: hashOfPair(pair) >>> shift,
    pair,
    beside,
    root: roots[number]!,
  }))
  keys.sort((a, b) => a.slot - b.slot || a.pair - b.pair || a.beside - b.beside)
  const rows = new Int32Array(seedRow.size * keys.length)
  const headBits = new Int32Array(tableSize(keys.length) / 4)
  keys.forEach((key, row) => {
    writeSeed(rows, row, key)
    firsts[key.slot + 1] = row + 1
    setBit(headBits, mix(key.pair, headOf(key.beside)))
  })
  for (let slot = 1; slot < firsts.length; slot++) firsts[slot] = Math.max(firsts[slot]!, firsts[slot - 1]!)
  const many = keys.filter(({ slot }) => firsts[slot + 1]! - firsts[slot]! > fewRows)
  const hasGaps = seeds.some((seed) => seed.includes(anyCharacter))
  return { pairBits, firsts, rows, manyRows: openTable(many), headBits, hasGaps }
}

/** Two characters, what is beside them, and the first step. */
interface SeedKey {
  readonly pair: number
  readonly beside: number
  readonly root: number
}

function writeSeed(rows: Int32Array, row: number, { pair, beside, root }: SeedKey): void {
  const at = row * seedRow.size
  rows[at + seedRow.pair] = pair
  rows[at + seedRow.beside] = beside
  rows[at + seedRow.root] = root
}

function openTable(keys: readonly SeedKey[]): Int32Array {
  const size = tableSize(keys.length)
  const rows = new Int32Array(seedRow.size * size)
  for (const key of keys) {
    let row = mix(key.pair, key.beside) & (size - 1)
    while (rows[row * seedRow.size + seedRow.root] !== 0) row = (row + 1) & (size - 1)
    writeSeed(rows, row, key)
  }
  return rows
}

/** How far the hash of two characters is shifted to name a place in `firsts`. */
export function slotShift(firsts: Int32Array): number {
  return Math.clz32(firsts.length - 2)
}

/** What stands beside the two characters of a seed: those that come next, or before them the one before the gap. */
export const besides = {
  none: 0,
  one: (next: number): number => next << 16,
  two: (next: number, last: number): number => (next << 16) | last,
  /** The next may be any. */
  last: (last: number): number => (gap << 16) | last,
  /** Between it and the two characters stands any. */
  first: (first: number): number => (first << 16) | gap,
} as const

/** Of what is beside two characters the one that is next to them, or the one that there is where a gap is next. */
export function headOf(beside: number): number {
  return beside >>> 16 === gap || (beside & 0xffff) === gap ? beside : beside & 0xffff_0000
}

/** `anyCharacter` as a number. */
const gap = anyCharacter.charCodeAt(0)

function keyOf(seed: string): { pair: number; beside: number } {
  const at = (place: number) => seed.charCodeAt(place) || 0
  if (at(1) === gap) return { pair: (at(2) << 16) | at(3), beside: besides.first(at(0)) }
  return { pair: (at(0) << 16) | at(1), beside: (at(2) << 16) | at(3) }
}
