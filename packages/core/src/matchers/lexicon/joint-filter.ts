import { pairHash, tripleHash } from '../automaton/head-filter.ts'

/**
 * Which of several lists may have a pattern at a place: two small sets of hashes, a bit each, that never deny a pattern.
 * One place in forty begins like a pattern with its first three characters, one in eighty with four.
 *
 *     text   …  a  b  c  d  …     `begins` has ab, if it is a pattern, or abc; `heads` has ab alone, abc alone or abcd
 */
export interface JointFilter {
  readonly begins: Int32Array
  readonly heads: Int32Array
  /** By `ownerPlace` of a head's hash: the lists that may have a pattern with this head, a bit each. */
  readonly owners: Uint16Array
}

/** So many lists make a joint filter at most. */
export const MOST_LISTS = 16

/** How far hashes are moved to become places: the sets have 2^18 and 2^17 bits. */
export const BEGIN_SHIFT = 14
export const HEAD_SHIFT = 15

/** Of other bits than the place in `heads`: what was granted there by accident is hardly granted here. */
export function ownerPlace(hash: number): number {
  return Math.imul(hash, 0x2c1b_3c6d) >>> OWNER_SHIFT
}

const OWNER_SHIFT = 16

/** The joint filter of MOST_LISTS lists at most, each as `headHashes` tells it. */
export function jointFilter(lists: readonly Int32Array[]): JointFilter {
  const begins = new Int32Array(1 << (32 - BEGIN_SHIFT - 5))
  const heads = new Int32Array(1 << (32 - HEAD_SHIFT - 5))
  const owners = new Uint16Array(1 << (32 - OWNER_SHIFT))
  for (let owner = 0; owner < lists.length; owner++) {
    const hashes = lists[owner]!
    for (let at = 0; at < hashes.length; at += 2) {
      const begin = hashes[at]! >>> BEGIN_SHIFT
      const head = hashes[at + 1]! >>> HEAD_SHIFT
      begins[begin >>> 5]! |= 1 << begin
      heads[head >>> 5]! |= 1 << head
      owners[ownerPlace(hashes[at + 1]!)]! |= 1 << owner
    }
  }
  return { begins, heads, owners }
}

/** Of each pattern, two characters and more, the hash of its first three, or of both, and that of its head. */
export function headHashes(patterns: readonly string[]): Int32Array {
  const hashes = new Int32Array(patterns.length * 2)
  for (const [index, pattern] of patterns.entries()) {
    const pair = pairHash(pattern.charCodeAt(0), pattern.charCodeAt(1))
    hashes[index * 2] = pattern.length < 3 ? pair : tripleHash(pair, pattern.charCodeAt(2))
    hashes[index * 2 + 1] = headOf(pattern, pair)
  }
  return hashes
}

function headOf(pattern: string, pair: number): number {
  if (pattern.length < 3) return headHash(pair, NONE)
  const triple = tripleHash(pair, pattern.charCodeAt(2))
  return headHash(triple, pattern.length === 3 ? NONE : pattern.charCodeAt(3))
}

/** Stands for a character that a short pattern has not. */
export const NONE = 0

/** The hash of a head: its first characters' hash, and its last character. */
export function headHash(hash: number, last: number): number {
  return tripleHash(hash, last)
}
