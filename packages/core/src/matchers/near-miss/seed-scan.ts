import { hasBit, mix } from './hashing.ts'
import { pairs, type SeedTable, seedRow } from './seeds.ts'
import { anyCharacter } from './spellings.ts'
import { Triples } from './triples.ts'

/** Keys that may be seeds: where the table is asked; the second half; where they were read, inverted where a gap follows. */
const keys: Triples = new Triples()

/** The characters `[from, to)` of a text. */
export interface Stretch {
  readonly codes: Uint16Array
  readonly from: number
  readonly to: number
}

/**
 * Every seed that begins in a stretch: its first step, and the characters `[start, end)` of the text. The work is done table
 * by table, not place by place: large tables lie far from the processor, and look-ups that do not wait for each other
 * are made side by side.
 */
export function scanSeeds(table: SeedTable, { codes, from, to }: Stretch, found: Triples): void {
  listKeys(table, { codes, from, to })
  keys.readAhead(table.rows)
  const { values, count } = keys
  for (let row = 0; row < 3 * count; row += 3) {
    const second = values[row + 1]!
    const read = values[row + 2]!
    const start = read < 0 ? ~read : read
    const first = (codes[start]! << 16) | (read < 0 ? gap : codes[start + 1]!)
    const root = rootAt(table, values[row]!, { first, second })
    if (root !== 0) found.push(root, start, start + (second === 0 ? 2 : (second & 0xffff) === 0 ? 3 : 4))
  }
}

/** Lists what may be a seed: its pair has its bit, and so has the whole. */
function listKeys({ pairBits, bits, rows, hasGaps }: SeedTable, { codes, from, to }: Stretch): void {
  keys.clear()
  const mask = rows.length / seedRow.size - 1
  const list = (first: number, second: number, read: number) => {
    const mixed = mix(first, second)
    if (hasBit(bits, mixed)) keys.push((mixed & mask) * seedRow.size, second, read)
  }
  const most = codes.length
  for (let start = from; start < to && start + 1 < most; start++) {
    const first = (codes[start]! << 16) | codes[start + 1]!
    const third = start + 2 < most ? codes[start + 2]! << 16 : 0
    const second = start + 3 < most ? third | codes[start + 3]! : 0
    if (hasBit(pairBits, mix(first, pairs.beginning))) {
      list(first, 0, start)
      if (third !== 0) list(first, third, start)
      if (second !== 0) list(first, second, start)
      if (hasGaps && second !== 0) list(first, (gap << 16) | codes[start + 3]!, start)
    }
    if (hasGaps && second !== 0 && hasBit(pairBits, mix(second, pairs.afterGap))) {
      list((codes[start]! << 16) | gap, second, ~start)
    }
  }
}

const gap = anyCharacter.charCodeAt(0)

/** The first step of a seed that stands at a row or behind it, or 0. */
function rootAt({ rows }: SeedTable, from: number, { first, second }: { first: number; second: number }): number {
  for (let row = from; ; row = row + seedRow.size < rows.length ? row + seedRow.size : 0) {
    const root = rows[row + seedRow.root]!
    if (root === 0 || (rows[row] === first && rows[row + seedRow.second] === second)) return root
  }
}
