import { tableSize } from './automaton.ts'
import type { Step } from './continuations.ts'
import { hasBit, mix, setBit } from './hashing.ts'
import { anyCharacter, type Spelling } from './spellings.ts'

/** Longest seed: so many characters are found by one look-up, and are rare enough. */
const longestSeed = 4

/** A spelling that has a seed, and where in it the seed stands. */
export interface SeedEntry {
  readonly spelling: number
  readonly start: number
  readonly end: number
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
  /** Rows of four: the first two characters, the next two (0 where there are none), the first step, the seed's length. */
  readonly rows: Int32Array
}

/** Each seed with the spellings that have it: of every piece of a spelling the run that the fewest share. */
export function groupBySeed(spellings: readonly Spelling[]): Map<string, SeedEntry[]> {
  const shares = countRuns(spellings)
  const groups = new Map<string, SeedEntry[]>()
  spellings.forEach(({ skeleton, pieces }, spelling) => {
    for (const piece of pieces) {
      const start = rarestRun(skeleton.slice(piece.start, piece.end), shares) + piece.start
      const end = Math.min(piece.end, start + longestSeed)
      const seed = skeleton.slice(start, end)
      const group = groups.get(seed)
      if (group === undefined) groups.set(seed, [{ spelling, start, end }])
      else group.push({ spelling, start, end })
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
  const rows = new Int32Array(4 * size)
  seeds.forEach((seed, number) => {
    const [first, second] = keysOf(seed)
    const mixed = mix(first, second)
    setBit(bits, mixed)
    let slot = mixed & (size - 1)
    while (rows[4 * slot + 2] !== 0) slot = (slot + 1) & (size - 1)
    rows.set([first, second, roots[number]!, seed.length], 4 * slot)
  })
  return { pairBits, bits, rows, hasGaps: seeds.some((seed) => seed.includes(anyCharacter)) }
}

const beginning = 1
const afterGap = 2

function keysOf(seed: string): [number, number] {
  const at = (place: number) => seed.charCodeAt(place) || 0
  return [(at(0) << 16) | at(1), (at(2) << 16) | at(3)]
}

function pairHash(seed: string): number {
  const [first, second] = keysOf(seed)
  return seed[1] === anyCharacter ? mix(second, afterGap) : mix(first, beginning)
}

/** Calls `visit` for every occurrence of every seed: its first step and the text's characters `[start, end)`. */
export function scanSeeds(
  table: SeedTable,
  codes: Uint16Array,
  visit: (root: Step, start: number, end: number) => void,
): void {
  const look = (first: number, second: number, place: { start: number; length: number }) => {
    if (!hasBit(table.bits, mix(first, second))) return
    const root = rootAt(table, { first, second, length: place.length })
    if (root !== 0) visit(root, place.start, place.start + place.length)
  }
  const { pairBits, hasGaps } = table
  const most = codes.length
  for (let start = 0; start + 1 < most; start++) {
    const first = (codes[start]! << 16) | codes[start + 1]!
    const third = start + 2 < most ? codes[start + 2]! << 16 : 0
    const second = start + 3 < most ? third | codes[start + 3]! : 0
    if (hasBit(pairBits, mix(first, beginning))) {
      look(first, 0, { start, length: 2 })
      if (third !== 0) look(first, third, { start, length: 3 })
      if (second !== 0) look(first, second, { start, length: 4 })
      if (hasGaps && second !== 0) look(first, (gap << 16) | codes[start + 3]!, { start, length: 4 })
    }
    if (hasGaps && second !== 0 && hasBit(pairBits, mix(second, afterGap))) {
      look((codes[start]! << 16) | gap, second, { start, length: 4 })
    }
  }
}

const gap = anyCharacter.charCodeAt(0)

interface Key {
  readonly first: number
  readonly second: number
  readonly length: number
}

/** The first step of a seed, or 0. */
function rootAt({ rows }: SeedTable, { first, second, length }: Key): Step {
  const mask = rows.length - 1
  let row = (4 * mix(first, second)) & mask
  while (rows[row + 2] !== 0) {
    if (rows[row] === first && rows[row + 1] === second && rows[row + 3] === length) return rows[row + 2]!
    row = (row + 4) & mask
  }
  return 0
}
