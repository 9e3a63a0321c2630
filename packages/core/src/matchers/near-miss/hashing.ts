/** Mixes two numbers into 32 bits, of which the low and the high ones are fit to name a slot. */
export function mix(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b)
  const spread = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return spread ^ (spread >>> 13)
}

/** How far a hash is shifted to name one of the bits of a table whose size is a power of two. */
export function bitShift(bits: Int32Array): number {
  return Math.clz32(32 * bits.length - 1)
}
