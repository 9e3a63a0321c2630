/** Words that texts put into a wording or leave out of it freely: they count as nothing when added. */
const particles = new Set('的地得之和与及等了'.split('').map((char) => char.charCodeAt(0)))

/** Whether a character may be added to a wording without harm (中华民族的伟大复兴). */
export function isParticle(code: number): boolean {
  return particles.has(code)
}

/** How many particles a stretch may hold beyond the allowed changes. */
const freeParticles = 2

/** Rows of the band, used by one call after the other. */
const rows: [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(16), new Uint8Array(16), new Uint8Array(16)]

/** Where a reading begins, which way it goes, and how many changes it may have. */
interface From {
  readonly at: number
  readonly way: 1 | -1
  readonly budget: number
}

/** One way to read a part of a form in the text: how much text it takes, at what cost, and whether its outer end is whole. */
export interface Reach {
  readonly taken: number
  readonly cost: number
  readonly whole: boolean
}

/**
 * Reads `wanted` in the text from `at` on in direction `way` (1 or -1) with at most `budget` changes: dropped, added,
 * replaced, swapped. A band around the diagonal, so the work is linear in `wanted`.
 * @returns the cheapest reach whose outer end is whole, then those whose outer end is changed; none when too far.
 */
export function reaches(wanted: string, text: Uint16Array, from: From): Reach[] {
  if (wanted.length === 0) return [{ taken: 0, cost: 0, whole: true }]
  const { at, way, budget } = from
  const slack = budget + freeParticles
  const width = 2 * slack + 1
  const room = way === 1 ? text.length - at : at + 1
  const far = budget + 1
  let [beforeLast, last, current] = rows
  beforeLast.fill(far)
  fillFirstRow(last.fill(far), text, from)
  for (let row = 1; row <= wanted.length; row++) {
    current.fill(far)
    const code = codeAt(wanted, row - 1, way)
    const previous = row > 1 ? codeAt(wanted, row - 2, way) : -1
    let least = far
    for (let j = 0; j < width; j++) {
      const taken = row + j - slack
      if (taken < 0 || taken > room) continue
      const here = taken > 0 ? text[at + way * (taken - 1)]! : -2
      const before = taken > 1 ? text[at + way * (taken - 2)]! : -2
      let cost = j + 1 < width ? last[j + 1]! + 1 : far
      if (taken > 0) {
        cost = Math.min(cost, last[j]! + (here === code ? 0 : 1))
        if (j > 0) cost = Math.min(cost, current[j - 1]! + (particles.has(here) ? 0 : 1))
        if (code === before && previous === here) cost = Math.min(cost, beforeLast[j]! + 1)
      }
      current[j] = Math.min(cost, far)
      if (cost < least) least = cost
    }
    if (least > budget) return []
    if (row === wanted.length) return ends({ current, before: last, code, slack, row }, text, from)
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return []
}

interface LastRow {
  readonly current: Uint8Array
  readonly before: Uint8Array
  readonly code: number
  readonly slack: number
  readonly row: number
}

function ends(last: LastRow, text: Uint16Array, { at, way, budget }: From): Reach[] {
  let whole: Reach | undefined
  const changed: Reach[] = []
  last.current.subarray(0, 2 * last.slack + 1).forEach((cost, j) => {
    const taken = last.row + j - last.slack
    if (cost > budget || taken < 0) return
    const isWhole = taken > 0 && text[at + way * (taken - 1)] === last.code && last.before[j] === cost
    if (!isWhole) changed.push({ taken, cost, whole: false })
    else if (
      whole === undefined ||
      cost < whole.cost ||
      (cost === whole.cost && nearer(taken, whole.taken, last.row))
    ) {
      whole = { taken, cost, whole: true }
    }
  })
  return whole === undefined ? changed : [whole, ...changed]
}

function nearer(taken: number, other: number, wanted: number): boolean {
  return Math.abs(taken - wanted) < Math.abs(other - wanted)
}

function fillFirstRow(row: Uint8Array, text: Uint16Array, { at, way, budget }: From): void {
  const slack = budget + freeParticles
  const room = way === 1 ? text.length - at : at + 1
  row[slack] = 0
  for (let taken = 1; taken <= slack && taken <= room; taken++) {
    const step = particles.has(text[at + way * (taken - 1)]!) ? 0 : 1
    row[slack + taken] = Math.min(budget + 1, row[slack + taken - 1]! + step)
  }
}

/** The codes of `wanted` in reading order of `way`: backwards from its end for -1. */
function codeAt(wanted: string, index: number, way: 1 | -1): number {
  return wanted.charCodeAt(way === 1 ? index : wanted.length - 1 - index)
}
