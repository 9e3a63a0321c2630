/** As many hashes are looked up together. */
export const togetherMost = 2048

/** Where each of some hashes is looked for first; whoever asks writes it. */
export const firsts: Int32Array = new Int32Array(togetherMost)
const fetched = new Uint32Array(togetherMost)

/**
 * Looks up tags, {@link togetherMost} at most, in an open hash table whose slots hold a tag above five bits; writes over
 * each the five bits of its slot, or 0 where it has none. A look-up mostly waits for memory; those that take no decision
 * on the way wait together.
 */
export function readTogether(slots: Uint16Array | Uint32Array, tags: Int32Array, count: number): void {
  const size = slots.length
  for (let index = 0; index < count; index++) fetched[index] = slots[firsts[index]!] ?? 0
  for (let index = 0; index < count; index++) {
    const tag = tags[index]!
    let at = firsts[index]!
    let slot = fetched[index]!
    while (slot !== 0 && slot >>> 5 !== tag) {
      at = at + 1 === size ? 0 : at + 1
      slot = slots[at]!
    }
    tags[index] = slot & 31
  }
}
