/** Mixes two numbers into 32 bits, of which the low and the high ones are fit to name a slot. */
export function mix(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b)
  const spread = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return spread ^ (spread >>> 13)
}

/** Mixes two characters, the first in the higher 16 bits: of the 32 bits of the hash the high ones name a bit. */
export function hashOfPair(pair: number): number {
  return Math.imul(pair, 0x9e3779b1)
}

/** A power of two that leaves at least half of the slots empty. */
export function tableSize(entries: number): number {
  let size = 16
  while (size < entries * 2) size *= 2
  return size
}

/** Sets the bit of a hash; the table's size is a power of two. */
export function setBit(bits: Int32Array, mixed: number): void {
  const bit = mixed >>> bitShift(bits)
  bits[bit >>> 5]! |= 1 << (bit & 31)
}

/** Whether a hash's bit is set: a wrong yes is possible, a wrong no is not. */
export function hasBit(bits: Int32Array, mixed: number): boolean {
  const bit = mixed >>> bitShift(bits)
  return (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0
}

/** By word of a bit set: how many bits are set before it. */
export function ranksOf(bits: Int32Array): Int32Array {
  const ranks = new Int32Array(bits.length)
  for (let word = 1; word < bits.length; word++) ranks[word] = ranks[word - 1]! + bitCount(bits[word - 1]!)
  return ranks
}

/** How many bits are set before that of a hash: the numbers of those that are set have no gaps. */
export function rankOf(bits: Int32Array, ranks: Int32Array, mixed: number): number {
  const bit = mixed >>> bitShift(bits)
  return ranks[bit >>> 5]! + bitCount(bits[bit >>> 5]! & ((1 << (bit & 31)) - 1))
}

/** How many bits are set. */
export function countOfBits(bits: Int32Array): number {
  return bits.reduce((sum, word) => sum + bitCount(word), 0)
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const nibbles = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** How far a hash is shifted to name a bit. */
export function bitShift(bits: Int32Array): number {
  return Math.clz32(32 * bits.length - 1)
}
