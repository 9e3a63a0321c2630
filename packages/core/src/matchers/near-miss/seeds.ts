import type { Step } from './families.ts'
import { hashOfPair, setBit, tableSize } from './hashing.ts'
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
 * a place out, then two for the whole seed: the seeds themselves, of which a draft touches few, are asked only where one
 * mostly stands.
 *
 *     pairBits   0 1 0 0 1 1 …            one for each two characters, by their hash
 *     seedBits   0 0 1 0 0 1 …            two for each seed, by its hash
 *     rows       中国_ ___ 中国共产 人民_ …    the seeds, by their two characters and what is beside them
 */
export interface SeedTable {
  /** A bit for two characters that begin a seed, or that follow its gap when that is the second character. */
  readonly pairBits: Int32Array
  /** Two bits of one number for each seed (`hasSeedBits`). */
  readonly seedBits: Int32Array
  /** An open table of rows of `seedRow`, by the same hash; free where the first step is 0. */
  readonly rows: Int32Array
  /** Whether some seeds have a place for any character. */
  readonly hasGaps: boolean
}

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
  const keys = seeds.map(keyOf)
  const pairs = new Set(keys.map(({ pair }) => pair))
  const pairBits = new Int32Array(tableSize(pairs.size) / 4)
  for (const pair of pairs) setBit(pairBits, hashOfPair(pair))
  const seedBits = new Int32Array(tableSize(keys.length) / 4)
  const size = rowsFor(keys.length)
  const rows = new Int32Array(seedRow.size * size)
  // The short ones, which texts have most, lie where they are looked for first.
  for (let length = 2; length <= longestSeed; length++) {
    for (let number = 0; number < keys.length; number++) {
      if (seeds[number]!.length !== length) continue
      const { pair, beside } = keys[number]!
      const hash = hashOfSeed(pair, beside)
      setSeedBits(seedBits, hash)
      writeSeed(rows, hash >>> rowShift(size), { pair, beside, root: roots[number]! })
    }
  }
  return { pairBits, seedBits, rows, hasGaps: seeds.some((seed) => seed.includes(anyCharacter)) }
}

/** Writes a seed into the first free row from one on. */
function writeSeed(rows: Int32Array, from: number, seed: { pair: number; beside: number; root: Step }): void {
  const last = rows.length / seedRow.size - 1
  let row = from
  while (rows[row * seedRow.size + seedRow.root] !== 0) row = (row + 1) & last
  rows[row * seedRow.size + seedRow.pair] = seed.pair
  rows[row * seedRow.size + seedRow.beside] = seed.beside
  rows[row * seedRow.size + seedRow.root] = seed.root
}

/** A power of two that leaves a fifth of the rows free at the least: nearly all look-ups find something. */
function rowsFor(seeds: number): number {
  let size = 16
  while (size < seeds * 1.25) size *= 2
  return size
}

/** Mixes the two characters of a seed and what is beside them into 32 bits, of which the high ones name a bit or a row. */
export function hashOfSeed(pair: number, beside: number): number {
  return Math.imul(hashOfPair(pair) ^ Math.imul(beside, 0x85eb_ca6b), 0xc2b2_ae35)
}

function setSeedBits(bits: Int32Array, hash: number): void {
  const shift = Math.clz32(bits.length - 1)
  bits[hash >>> shift]! |= (1 << (hash >>> (shift - 5))) | (1 << (hash >>> (shift - 10)))
}

/** 1 where both bits of a seed's hash are set, else 0: a wrong 1 is possible, a wrong 0 is not. One number is read, for it may lie far. */
export function hasSeedBits(bits: Int32Array, hash: number, shift: number): number {
  const word = bits[hash >>> shift]!
  return (word >>> (hash >>> (shift - 5))) & (word >>> (hash >>> (shift - 10))) & 1
}

/** How far a seed's hash is shifted to name the first row to look at, of so many. */
export function rowShift(rows: number): number {
  return Math.clz32(rows - 1)
}

/** What a seed is at a place: so many characters from there on, or four with any for the third, or for the second. */
export const shapes = { two: 2, three: 3, four: 4, anyThird: 5, anySecond: 6 } as const

/** Of two characters in one number the first. */
export const firstOnly = 0xffff_0000

/** Of the next two characters those that a seed of up to four has beside its two, by its shape. */
const masks = Int32Array.of(0, 0, 0, firstOnly, -1)

/**
 * What stands beside the two characters at `at` for a seed of that shape: those that come next; or before them the one
 * before the gap, and then they are its last two.
 */
export function besideAt(codes: Uint16Array, at: number, shape: number): number {
  if (shape <= shapes.four) return ((codes[at + 2]! << 16) | codes[at + 3]!) & masks[shape]!
  return shape === shapes.anyThird ? besideGap.before(codes[at + 3]!) : besideGap.behind(codes[at - 2]!)
}

/** What is beside two characters when a gap is: behind them, then the last character; before them, then the first. */
const besideGap = {
  before: (last: number): number => (gap << 16) | last,
  behind: (first: number): number => (first << 16) | gap,
} as const

/** `anyCharacter` as a number. */
const gap = anyCharacter.charCodeAt(0)

function keyOf(seed: string): { pair: number; beside: number } {
  const at = (place: number) => seed.charCodeAt(place) || 0
  if (at(1) === gap) return { pair: (at(2) << 16) | at(3), beside: besideGap.behind(at(0)) }
  return { pair: (at(0) << 16) | at(1), beside: (at(2) << 16) | at(3) }
}
