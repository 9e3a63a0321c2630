import { tableSize } from './automaton.ts'
import { bitShift, mix } from './hashing.ts'
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
 * Runs of two to four characters that are looked up at each character of a text. Most of a text is ruled out by one
 * bit for each length; what passes is looked up in an open table whose rows lie together, so that the cost stays the
 * same however many seeds there are.
 */
export interface SeedTable {
  readonly bits: Int32Array
  /** Whether some seeds have a place for any character. */
  readonly hasGaps: boolean
  /** Rows of four: the first two characters, the next two (0 where there are none), the root node and one more, the seed's length. */
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
export function buildSeedTable(seeds: readonly string[], roots: readonly number[]): SeedTable {
  const size = tableSize(seeds.length)
  const bits = new Int32Array(size / 4)
  const rows = new Int32Array(4 * size)
  seeds.forEach((seed, number) => {
    const first = pair(seed.charCodeAt(0), seed.charCodeAt(1))
    const second = pair(seed.charCodeAt(2), seed.charCodeAt(3))
    const mixed = mix(first, second)
    const bit = mixed >>> bitShift(bits)
    bits[bit >>> 5]! |= 1 << (bit & 31)
    let slot = mixed & (size - 1)
    while (rows[4 * slot + 2] !== 0) slot = (slot + 1) & (size - 1)
    rows.set([first, second, roots[number]! + 1, seed.length], 4 * slot)
  })
  return { bits, rows, hasGaps: seeds.some((seed) => seed.includes(anyCharacter)) }
}

/** Calls `visit` for every occurrence of every seed: its root node and the text's characters `[start, end)`. */
export function scanSeeds(
  table: SeedTable,
  codes: Uint16Array,
  visit: (root: number, start: number, end: number) => void,
): void {
  const look = (key: Key, start: number) => {
    const root = rootAt(table, key)
    if (root >= 0) visit(root, start, start + key.length)
  }
  const { hasGaps } = table
  for (let start = 0; start + 1 < codes.length; start++) {
    const [one, two] = [codes[start]!, codes[start + 1]!]
    const first = (one << 16) | two
    if (mayBe(table, first, 0)) look({ first, second: 0, length: 2 }, start)
    if (start + 2 >= codes.length) continue
    const third = codes[start + 2]! << 16
    if (mayBe(table, first, third)) look({ first, second: third, length: 3 }, start)
    if (start + 3 >= codes.length) continue
    const second = third | codes[start + 3]!
    if (mayBe(table, first, second)) look({ first, second, length: 4 }, start)
    if (!hasGaps) continue
    const gapFirst = (one << 16) | gap
    if (mayBe(table, gapFirst, second)) look({ first: gapFirst, second, length: 4 }, start)
    const gapSecond = (gap << 16) | codes[start + 3]!
    if (mayBe(table, first, gapSecond)) look({ first, second: gapSecond, length: 4 }, start)
  }
}

const gap = anyCharacter.charCodeAt(0)

function mayBe({ bits }: SeedTable, first: number, second: number): boolean {
  const bit = mix(first, second) >>> bitShift(bits)
  return (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0
}

interface Key {
  readonly first: number
  readonly second: number
  readonly length: number
}

function rootAt({ rows }: SeedTable, { first, second, length }: Key): number {
  const mask = rows.length - 1
  let row = (4 * mix(first, second)) & mask
  while (rows[row + 2] !== 0) {
    if (rows[row] === first && rows[row + 1] === second && rows[row + 3] === length) return rows[row + 2]! - 1
    row = (row + 4) & mask
  }
  return -1
}

function pair(high: number, low: number): number {
  return ((high || 0) << 16) | (low || 0)
}
