/** Bits of a set: 2 to the power of this, 8 KB, which stay in the processor's nearest cache. */
const usualSize = 16

/**
 * Pairs of UTF-16 units from which an occurrence may begin. A text is read pair by pair, and only where a pair is in
 * the set does a slower search look closer; a pair that was never put may be taken for one that was.
 */
export class PairBits {
  /** What a snapshot keeps. */
  readonly bits: Uint32Array
  /** How far a product is moved to become the number of a bit. */
  readonly #shift: number

  /** `bits`: those of an earlier set, or of an empty one of another size, a power of two. */
  constructor(bits: Uint32Array = new Uint32Array(1 << (usualSize - 5))) {
    this.bits = bits
    this.#shift = Math.clz32(bits.length) - 4
  }

  /** Puts the pair into the set. */
  add(first: number, second: number): void {
    const at = productOf(first, second) >>> this.#shift
    this.bits[at >>> 5] = this.bits[at >>> 5]! | (1 << (at & 31))
  }

  /** Whether the unit at `at` and the one behind it are in the set. */
  has(text: string, at: number): boolean {
    return this.hasPair(text.charCodeAt(at), text.charCodeAt(at + 1))
  }

  /** The same of two units. */
  hasPair(first: number, second: number): boolean {
    const slot = productOf(first, second) >>> this.#shift
    return (this.bits[slot >>> 5]! & (1 << (slot & 31))) !== 0
  }

  /**
   * The first index from `from` on (1 at least) where the unit and the one before it are in the set, or the text's
   * length.
   */
  next(text: string, from: number): number {
    const { bits } = this
    const shift = this.#shift
    const { length } = text
    let before = text.charCodeAt(from - 1)
    for (let i = from; i < length; i++) {
      const unit = text.charCodeAt(i)
      const at = productOf(before, unit) >>> shift
      if ((bits[at >>> 5]! & (1 << (at & 31))) !== 0) return i
      before = unit
    }
    return length
  }
}

function productOf(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1)
}
