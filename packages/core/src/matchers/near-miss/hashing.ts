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

/** How far a hash is shifted to name a bit. */
export function bitShift(bits: Int32Array): number {
  return Math.clz32(32 * bits.length - 1)
}
