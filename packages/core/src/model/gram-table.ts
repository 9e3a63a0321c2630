import { firsts, readTogether } from './together.ts'

/**
 * Counts of short runs of characters in two bytes each: an open hash table whose slots hold eleven bits of the run's
 * hash and five bits of its count's logarithm. A run that was never counted is taken for a counted one about once in
 * a thousand times; nothing counted is ever lost.
 */
export interface GramTable {
  readonly slots: Uint16Array
}

/** A hash of the numbers `ids[from]` to `ids[to - 1]`, 32 bits; runs of different lengths differ. */
export function gramHash(ids: Uint16Array, from: number, to: number): number {
  let hash = Math.imul(to - from, 0x9e3779b1)
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ ids[at]!, 0x85ebca6b)
    hash ^= hash >>> 13
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35)
  return hash ^ (hash >>> 15)
}

/** The same of a run of two, which is asked for most. */
export function pairHash(left: number, right: number): number {
  let hash = Math.imul(0x3c6ef362 ^ left, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ right, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35)
  return hash ^ (hash >>> 15)
}

/** The same of a run of three. */
export function tripleHash(first: number, second: number, third: number): number {
  let hash = Math.imul(0xdaa66d13 ^ first, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ second, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ third, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35)
  return hash ^ (hash >>> 15)
}

/** About how often the run was counted, within a fifth; 0 when it was not. */
export function countOf(table: GramTable, hash: number): number {
  return magnitudes[stepsOf(table, hash)]!
}

/** The steps of the count's logarithm, 1 to 31, or 0 when the run was not counted. */
export function stepsOf({ slots }: GramTable, hash: number): number {
  const size = slots.length
  if (size === 0) return 0
  const tag = tagOf(hash)
  for (let at = firstSlot(hash, size); ; at = at + 1 === size ? 0 : at + 1) {
    const slot = slots[at]!
    if (slot === 0) return 0
    if (slot >>> 5 === tag) return slot & 31
  }
}

/** Writes over the hashes of runs, as many as are looked up together, what `stepsOf` says of each. */
export function readSteps({ slots }: GramTable, hashes: Int32Array, count: number): void {
  const size = Math.max(1, slots.length)
  for (let index = 0; index < count; index++) {
    const hash = hashes[index]!
    firsts[index] = firstSlot(hash, size)
    hashes[index] = tagOf(hash)
  }
  readTogether(slots, hashes, count)
}

/** The count that steps stand for, those of a second table in the next five bits. */
export function countOfSteps(steps: number): number {
  return sums[steps]!
}

/** An empty table with room for `runs` runs. */
export function createGramTable(runs: number): GramTable {
  return { slots: new Uint16Array(runs === 0 ? 0 : Math.ceil(runs / 0.65) + 1) }
}

/** Puts a run that is not in the table yet. */
export function putGram(table: GramTable, hash: number, count: number): void {
  const { slots } = table
  let at = firstSlot(hash, slots.length)
  while (slots[at] !== 0) at = at + 1 === slots.length ? 0 : at + 1
  slots[at] = (tagOf(hash) << 5) | Math.max(1, Math.min(31, Math.round(Math.log2(count) * steps) + 1))
}

/** Steps of the stored logarithm for each doubling of the count. */
const steps = 1.6

const magnitudes = Float64Array.from({ length: 32 }, (_, step) => (step === 0 ? 0 : 2 ** ((step - 1) / steps)))

const sums = Float64Array.from({ length: 1024 }, (_, both) => magnitudes[both & 31]! + magnitudes[both >>> 5]!)

/** Both sides are made unsigned 32-bit numbers, or the machine divides floating-point ones: three times as slow. */
function firstSlot(hash: number, size: number): number {
  return ((hash >>> 0) % (size >>> 0)) >>> 0
}

/** Other bits of the hash than the place uses, so that neighbours in the table differ. */
function tagOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 21
}
