import { firsts, readTogether } from './together.ts'

/**
 * Frequencies of words in four bytes each: an open hash table whose slots hold 27 bits of the word's hash and five bits
 * of its count's logarithm. A run is taken for a word that it is not about once in ten thousand times at most: a
 * phantom word would hide a slip or make one up.
 */
export interface WordTable {
  readonly slots: Uint32Array
}

/** About how often the word was counted, within a fifth; 0 when it is none. */
export function frequencyOf({ slots }: WordTable, hash: number): number {
  const size = slots.length
  if (size === 0) return 0
  const tag = hash >>> 5
  for (let at = placeOf(hash, size); ; at = at + 1 === size ? 0 : at + 1) {
    const slot = slots[at]!
    if (slot === 0) return 0
    if (slot >>> 5 === tag) return magnitudes[slot & 31]!
  }
}

/** Writes over the hashes of words, as many as are looked up together, the steps of their frequencies: 0 where there is none. */
export function readWordSteps({ slots }: WordTable, hashes: Int32Array, count: number): void {
  const size = Math.max(1, slots.length)
  for (let index = 0; index < count; index++) {
    const hash = hashes[index]!
    firsts[index] = placeOf(hash, size)
    hashes[index] = hash >>> 5
  }
  readTogether(slots, hashes, count)
}

/** The frequency that steps stand for. */
export function frequencyOfSteps(steps: number): number {
  return magnitudes[steps]!
}

/** An empty table with room for `words` words. */
export function createWordTable(words: number): WordTable {
  return { slots: new Uint32Array(words === 0 ? 0 : Math.ceil(words / 0.7) + 1) }
}

/** Puts a word that is not in the table yet. */
export function putWord({ slots }: WordTable, hash: number, count: number): void {
  let at = placeOf(hash, slots.length)
  while (slots[at] !== 0) at = at + 1 === slots.length ? 0 : at + 1
  slots[at] = ((hash >>> 5) << 5) | Math.max(1, Math.min(31, Math.round(Math.log2(count) * steps) + 1))
}

/** Steps of the stored logarithm for each doubling of the count. */
const steps = 1.6

const magnitudes = Float64Array.from({ length: 32 }, (_, step) => (step === 0 ? 0 : 2 ** ((step - 1) / steps)))

/** Takes the five bits that the tag leaves out into account. */
function placeOf(hash: number, size: number): number {
  return ((Math.imul(hash, 0x9e3779b1) >>> 0) % (size >>> 0)) >>> 0
}
