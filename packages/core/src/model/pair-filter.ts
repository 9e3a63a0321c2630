/**
 * Says of most pairs of characters at once that they were never counted. A bit set of fixed size, so that two can be
 * joined: each known pair sets two bits. Its 256 KB stay in the processor's cache, which the table of counts does not;
 * about three unknown pairs in a hundred are not told apart.
 */
export interface PairFilter {
  /** 2 to the power of 17 units of 16 bits. */
  readonly bits: Uint16Array
}

/** Units of a filter's bits. */
export const filterUnits: number = 1 << 17

/** A filter that knows no pair. */
export function createPairFilter(): PairFilter {
  return { bits: new Uint16Array(filterUnits) }
}

/** Makes the pair of character numbers known. */
export function putPair({ bits }: PairFilter, left: number, right: number): void {
  for (const at of [firstBit(left, right), secondBit(left, right)]) bits[at >>> 4] = bits[at >>> 4]! | (1 << (at & 15))
}

/** False when the pair was never put. */
export function mayKnowPair({ bits }: PairFilter, left: number, right: number): boolean {
  const first = firstBit(left, right)
  if ((bits[first >>> 4]! & (1 << (first & 15))) === 0) return false
  const second = secondBit(left, right)
  return (bits[second >>> 4]! & (1 << (second & 15))) !== 0
}

/** A filter that knows what either knows. */
export function joinFilters(one: PairFilter, other: PairFilter): PairFilter {
  return { bits: one.bits.map((unit, at) => unit | other.bits[at]!) }
}

/** The first of a pair's two bits is where the upper 21 bits of a product with this say: the lower ones say little. */
export const firstFactor = 0x9e3779b1

function firstBit(left: number, right: number): number {
  return Math.imul((left << 13) ^ right, firstFactor) >>> 11
}

function secondBit(left: number, right: number): number {
  const mixed = Math.imul((right << 13) ^ left, 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 11
}
