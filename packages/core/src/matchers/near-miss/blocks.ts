/** Bytes of a block: many short lists. */
const blockSize = 65_536

let block: ArrayBuffer = new ArrayBuffer(0)
let used = 0

/**
 * Short lists of zeros, many of them cut out of one block: V8 allocates a typed array of more than a few numbers outside
 * its heap, which takes twenty times as long as a view. A block lives as long as one of its lists.
 */
export function bytes(length: number): Uint8Array {
  const at = room(length)
  return new Uint8Array(block, at, length)
}

/** The same of numbers of 16 bits. */
export function words(length: number): Uint16Array {
  const at = room(2 * length)
  return new Uint16Array(block, at, length)
}

/** The same of numbers of 32 bits. */
export function integers(length: number): Int32Array {
  const at = room(4 * length)
  return new Int32Array(block, at, length)
}

/** Where in the block there is room for so many bytes; a new block where there is none. */
function room(size: number): number {
  if (used + size > block.byteLength) {
    block = new ArrayBuffer(Math.max(size, blockSize))
    used = 0
  }
  const at = used
  // The next may be numbers of 32 bits.
  used = (at + size + 3) & ~3
  return at
}
