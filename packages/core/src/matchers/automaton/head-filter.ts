/**
 * Which characters a pattern may begin with: two sets of hashes, a bit each, that never deny a pattern and seldom grant
 * what is none. A pattern of two characters is in `pairs`, a longer one with its first three in `triples`.
 *
 *     text   …  a  b  c  …      a pattern may begin at a if `pairs` has ab or `triples` has abc
 */
export interface HeadFilter {
  readonly pairs: Int32Array
  readonly triples: Int32Array
}

/** Bits for each pattern: one in so many hashes of other text is granted by accident. */
const BITS = 64
/** Sets have 2^LEAST to 2^MOST bits: 128 KB, which a processor keeps near, grant more by accident but are sooner read. */
const LEAST = 10
const MOST = 20

/** The filter of patterns of at least two characters; shorter ones are in neither set. */
export function headFilter(patterns: readonly string[]): HeadFilter {
  const short = patterns.filter(({ length }) => length === 2)
  const long = patterns.filter(({ length }) => length > 2)
  const pairs = emptySet(short.length)
  const triples = emptySet(long.length)
  for (const pattern of short) add(pairs, pairHash(pattern.charCodeAt(0), pattern.charCodeAt(1)))
  for (const pattern of long) {
    const pair = pairHash(pattern.charCodeAt(0), pattern.charCodeAt(1))
    add(triples, tripleHash(pair, pattern.charCodeAt(2)))
  }
  return { pairs, triples }
}

// Multiplications by odd constants spread the bits upwards.
/** A hash of two characters; sets are addressed by its highest bits, see `shiftOf`. */
export function pairHash(first: number, second: number): number {
  return (Math.imul(first, 0x9e37_79b1) + Math.imul(second, 0x85eb_ca6b)) | 0
}

/** A hash of three characters, from that of the first two. */
export function tripleHash(pair: number, third: number): number {
  return (Math.imul(pair ^ (pair >>> 15), 0xc2b2_ae35) + Math.imul(third, 0x9e37_79b1)) | 0
}

/** A set of 2^n bits. */
function emptySet(size: number): Int32Array {
  const bits = Math.ceil(Math.log2(Math.max(1, size) * BITS))
  return new Int32Array(2 ** (Math.min(MOST, Math.max(LEAST, bits)) - 5))
}

function add(set: Int32Array, hash: number): void {
  const place = hash >>> shiftOf(set)
  set[place >>> 5]! |= 1 << place
}

/** How far a hash is moved to become a place in the set. */
export function shiftOf(set: Int32Array): number {
  return Math.clz32(set.length * 32 - 1)
}
