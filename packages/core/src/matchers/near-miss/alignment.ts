/** Words that texts put into a wording or leave out of it freely: they count as nothing when added. */
export const particleList = '的地得之和与及等了'
const particles = new Uint8Array(65_536)
for (const char of particleList) particles[char.charCodeAt(0)] = 1

/** Whether a character may be added to a wording without harm (中华民族的伟大复兴). */
export function isParticle(code: number): boolean {
  return particles[code] === 1
}

/** How many particles a stretch may hold beyond the allowed changes. */
export const freeParticles = 2

/** Rows of the band, used by one call after the other. */
const rows: [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(16), new Uint8Array(16), new Uint8Array(16)]

/** Where a reading begins, which way it goes, and how many changes it may have. */
export interface From {
  readonly at: number
  readonly way: 1 | -1
  readonly budget: number
}

/** Characters `[start, end)` of `codes`. */
export interface Run {
  readonly codes: Uint16Array
  readonly start: number
  readonly end: number
}

/**
 * Ways to read a part of a form in the text: how much text each takes, at what cost, and whether its outer end is
 * whole. The first is the cheapest whose outer end is whole, if there is one. Filled anew by each reading.
 */
export class Reaches {
  readonly taken: Uint8Array = new Uint8Array(16)
  readonly cost: Uint8Array = new Uint8Array(16)
  readonly whole: Uint8Array = new Uint8Array(16)
  count = 0
  /** The least cost of all. */
  least = 0

  clear(): void {
    this.count = 0
    this.least = 0xff
  }

  add(taken: number, cost: number, whole: 0 | 1): void {
    this.taken[this.count] = taken
    this.cost[this.count] = cost
    this.whole[this.count++] = whole
    if (cost < this.least) this.least = cost
  }
}

/**
 * Reads `wanted` in the text from `at` on in direction `way` (1 or -1) with at most `budget` changes: dropped, added,
 * replaced, swapped. A band around the diagonal, so the work is linear in `wanted`. No reach when it is too far.
 */
export function readRun(wanted: Run, text: Uint16Array, from: From, into: Reaches): void {
  into.clear()
  const length = wanted.end - wanted.start
  if (standsWhole(wanted, text, from)) {
    into.add(length, 0, 1)
    return
  }
  const { at, way, budget } = from
  const slack = budget + freeParticles
  const width = 2 * slack + 1
  const room = way === 1 ? text.length - at : at + 1
  const far = budget + 1
  let [beforeLast, last, current] = rows
  beforeLast.fill(far)
  fillFirstRow(last.fill(far), text, from)
  let previous = -1
  for (let row = 1; row <= length; row++) {
    current.fill(far)
    const code = wanted.codes[way === 1 ? wanted.start + row - 1 : wanted.end - row]!
    let least = far
    const first = Math.max(0, slack - row)
    const end = Math.min(width, room - row + slack + 1)
    for (let j = first; j < end; j++) {
      const taken = row + j - slack
      const here = taken > 0 ? text[at + way * (taken - 1)]! : -2
      let cost = j + 1 < width ? last[j + 1]! + 1 : far
      if (taken > 0) {
        cost = Math.min(cost, last[j]! + (here === code ? 0 : 1))
        if (j > 0) cost = Math.min(cost, current[j - 1]! + (particles[here] === 1 ? 0 : 1))
        if (previous === here && taken > 1 && code === text[at + way * (taken - 2)]!)
          cost = Math.min(cost, beforeLast[j]! + 1)
      }
      if (cost > far) cost = far
      current[j] = cost
      if (cost < least) least = cost
    }
    if (least > budget) return
    if (row === length) fillEnds({ current, before: last, code, slack, row }, text, from, into)
    previous = code
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
}

/** Whether the text has the run as it is; mostly so, and then no other way to read it is nearer. */
function standsWhole({ codes, start, end }: Run, text: Uint16Array, { at, way }: From): boolean {
  const length = end - start
  if (way === 1 ? at + length > text.length : length > at + 1) return false
  for (let i = 0; i < length; i++) if (text[at + way * i] !== codes[way === 1 ? start + i : end - 1 - i]) return false
  return true
}

interface LastRow {
  readonly current: Uint8Array
  readonly before: Uint8Array
  readonly code: number
  readonly slack: number
  readonly row: number
}

function fillEnds(last: LastRow, text: Uint16Array, { at, way, budget }: From, into: Reaches): void {
  const { current, before, code, slack, row } = last
  let best = -1
  for (let j = Math.max(0, slack - row); j <= 2 * slack; j++) {
    if (current[j]! > budget || !isWholeEnd(j)) continue
    if (best < 0 || current[j]! < current[best]! || (current[j] === current[best] && nearer(j, best, slack))) best = j
  }
  if (best >= 0) into.add(row + best - slack, current[best]!, 1)
  for (let j = Math.max(0, slack - row); j <= 2 * slack; j++) {
    if (current[j]! <= budget && !isWholeEnd(j)) into.add(row + j - slack, current[j]!, 0)
  }

  function isWholeEnd(j: number): boolean {
    const taken = row + j - slack
    return taken > 0 && text[at + way * (taken - 1)] === code && before[j] === current[j]
  }
}

function nearer(j: number, other: number, middle: number): boolean {
  return Math.abs(j - middle) < Math.abs(other - middle)
}

function fillFirstRow(row: Uint8Array, text: Uint16Array, { at, way, budget }: From): void {
  const slack = budget + freeParticles
  const room = way === 1 ? text.length - at : at + 1
  row[slack] = 0
  for (let taken = 1; taken <= slack && taken <= room; taken++) {
    const step = particles[text[at + way * (taken - 1)]!]! === 1 ? 0 : 1
    row[slack + taken] = Math.min(budget + 1, row[slack + taken - 1]! + step)
  }
}
