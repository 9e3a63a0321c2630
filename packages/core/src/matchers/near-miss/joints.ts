import type { Page } from './page.ts'
import { scanSeeds } from './seed-scan.ts'
import type { SeedTable } from './seeds.ts'
import { Triples } from './triples.ts'

/** So many characters on either side of a particle hold every seed that stands across it. */
const side = 3
const width = 2 * side

/** What stands around particles, each left out, side by side; filled by one page after the other. */
let codes: Uint16Array = new Uint16Array(0)

const joined: Triples = new Triples()

/**
 * Adds the seeds of three and four characters into which a particle was put, with it: a form may have a change besides.
 *
 *     text      … 建 设 中 国 的 特 色 社 会 …
 *     joint         设 中 国 | 特 色 社           seed 中国特色, found where 中国的特色 stands
 */
export function scanJoints(table: SeedTable, page: Page, found: Triples): void {
  const length = width * page.particleCount
  // One more: a seed is looked for with the characters behind it.
  if (codes.length < length + width) codes = new Uint16Array(2 * length + width)
  for (let joint = 0; joint < page.particleCount; joint++) writeJoint(page, joint)
  scanSeeds(table, { codes, length, count: 1, starts: [0], ends: [length] }, joined.clear())
  const { values, count } = joined
  for (let row = 0; row < 3 * count; row += 3) {
    const start = values[row + 1]!
    const joint = Math.floor(start / width)
    const [before, after] = [side - (start - joint * width), values[row + 2]! - joint * width - side]
    if (before <= 0 || after <= 0 || before + after < side) continue
    const at = page.particles[joint]!
    found.push(values[row]!, at - before, at + 1 + after)
  }
}

function writeJoint({ codes: from, particles }: Page, joint: number): void {
  const [at, into] = [particles[joint]!, joint * width]
  for (let i = 0; i < side; i++) {
    codes[into + i] = from[at - side + i]!
    codes[into + side + i] = from[at + 1 + i]!
  }
}
