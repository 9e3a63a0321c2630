import type { Step } from './families.ts'
import { countOfBits, hashOfPair, rankOf, ranksOf, setBit, tableSize } from './hashing.ts'
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
 * a place out; the others have a list of the seeds with these two characters. Which list it is tells the count of the
 * bits before, so that the tables have no empty places: small ones stay near the processor.
 *
 *     bits     0 1 0 0 1 1 …           one for each two characters, by their hash
 *     lists        0     1 2 …         the first of the list's rows; which characters come next, a bit a hash
 *     rows       中国_   中国共产   人民_ …    the seeds, by what comes next
 */
export interface SeedTable {
  /** A bit for two characters that begin a seed, or that follow its gap when that is the second character. */
  readonly pairBits: Int32Array
  /** By word of `pairBits`: how many bits are set before it. */
  readonly ranks: Int32Array
  /** Rows of `listRow`, and one behind the last. */
  readonly lists: Int32Array
  /** Rows of `seedRow`. */
  readonly rows: Int32Array
  /** Whether some seeds have a place for any character. */
  readonly hasGaps: boolean
}

/** Columns of `lists`: the first of its rows; `nextBit` of the characters that come next, all bits where none need. */
export const listRow = { size: 2, first: 0, next: 1 } as const

/** Columns of `rows`: the two characters of the bit; what is beside them (`besides`), by which a list is in order; the first step. */
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
  const keys = seeds.map((seed, number) => ({ ...keyOf(seed), root: roots[number]! }))
  const pairBits = new Int32Array(tableSize(new Set(keys.map(({ pair }) => pair)).size) / 4)
  for (const { pair } of keys) setBit(pairBits, hashOfPair(pair))
  const ranks = ranksOf(pairBits)
  const ranked = keys.map((key) => ({ ...key, list: rankOf(pairBits, ranks, hashOfPair(key.pair)) }))
  ranked.sort((a, b) => a.list - b.list || (a.beside >>> 0) - (b.beside >>> 0))
  const lists = new Int32Array(listRow.size * (countOfBits(pairBits) + 1))
  const rows = new Int32Array(seedRow.size * keys.length)
  ranked.forEach(({ pair, beside, root, list }, row) => {
    rows.set([pair, beside, root], row * seedRow.size)
    lists[(list + 1) * listRow.size + listRow.first] = row + 1
    lists[list * listRow.size + listRow.next]! |= nextBits(beside)
  })
  return { pairBits, ranks, lists, rows, hasGaps: seeds.some((seed) => seed.includes(anyCharacter)) }
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

/** A bit of a character: unlike ones mostly differ. */
export function nextBit(code: number): number {
  return 1 << (Math.imul(code, 0x9e3779b1) >>> 27)
}

/** `anyCharacter` as a number. */
const gap = anyCharacter.charCodeAt(0)

function nextBits(beside: number): number {
  if (beside === besides.none) return -1
  return nextBit(beside >>> 16 === gap ? beside & 0xffff : beside >>> 16)
}

function keyOf(seed: string): { pair: number; beside: number } {
  const at = (place: number) => seed.charCodeAt(place) || 0
  if (at(1) === gap) return { pair: (at(2) << 16) | at(3), beside: besides.first(at(0)) }
  return { pair: (at(0) << 16) | at(1), beside: (at(2) << 16) | at(3) }
}
