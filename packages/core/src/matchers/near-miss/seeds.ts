import { tableSize } from './automaton.ts'
import type { Step } from './families.ts'
import { mix, setBit } from './hashing.ts'
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
 * Runs of two to four characters that are looked up at each character of a text. Two characters mostly rule a place
 * out by one bit of a small table, then each length by one bit of a larger one; what passes is looked up in an open
 * table whose rows lie together. So the cost stays nearly the same however many seeds there are.
 */
export interface SeedTable {
  /** A bit for two characters that begin a seed, or that follow its gap when that is the second character. */
  readonly pairBits: Int32Array
  /** A bit for a whole seed. */
  readonly bits: Int32Array
  /** Whether some seeds have a place for any character. */
  readonly hasGaps: boolean
  /** Rows of `seedRow`: the first two characters, the next two (0 where there are none), the first step (0 where free). */
  readonly rows: Int32Array
}

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
  const size = tableSize(seeds.length)
  const bits = new Int32Array(size / 4)
  const pairs = new Set(seeds.map(pairHash))
  const pairBits = new Int32Array(tableSize(pairs.size) / 4)
  for (const pair of pairs) setBit(pairBits, pair)
  const rows = new Int32Array(seedRow.size * size)
  seeds.forEach((seed, number) => {
    const [first, second] = keysOf(seed)
    const mixed = mix(first, second)
    setBit(bits, mixed)
    let slot = mixed & (size - 1)
    while (rows[slot * seedRow.size + seedRow.root] !== 0) slot = (slot + 1) & (size - 1)
    rows.set([first, second, roots[number]!], slot * seedRow.size)
  })
  return { pairBits, bits, rows, hasGaps: seeds.some((seed) => seed.includes(anyCharacter)) }
}

/** Columns of `rows`. */
export const seedRow = { size: 3, first: 0, second: 1, root: 2 } as const

/** Which pair of a seed is meant. */
export const pairs = { beginning: 1, afterGap: 2 } as const

function keysOf(seed: string): [number, number] {
  const at = (place: number) => seed.charCodeAt(place) || 0
  return [(at(0) << 16) | at(1), (at(2) << 16) | at(3)]
}

function pairHash(seed: string): number {
  const [first, second] = keysOf(seed)
  return seed[1] === anyCharacter ? mix(second, pairs.afterGap) : mix(first, pairs.beginning)
}
