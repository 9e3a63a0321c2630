import { mix } from './hashing.ts'

/** Stands between what is on one side of a seed and what is on the other. Never a kept character. */
export const turn = 0xffff

/** Stands after the whole path. */
export const stop = 0xfffe

/**
 * For each seed, the spellings that have it: a bucket, or, where many share it, a trie of what stands around the seed.
 *
 *     seed 人民, form 全国人民代表大会        path  代表大会 ⏎ 国全 ⏹      or  国全 ⏎ 代表大会 ⏹
 *
 * The side on which more spellings differ is read first, so that few steps tell them apart.
 *
 * From a trie's node the next nodes are looked up by one code: edges `ahead` 0 by the next code, 1 by the one after
 * it, 2 by the third. So a change costs a look-up, however many children a node has. What is read together lies
 * together: tables of rows rather than a table for each column.
 */
export interface Continuations {
  /**
   * Rows of `nodeRow`: how many changes the spellings below may have, 1 when the path begins backwards, and where the
   * node's own open table of edges and its bits begin, with the masks that name a place in them.
   */
  readonly nodes: Int32Array
  /** Rows of `entryRow`: a spelling, the seed's start and end in it, and the three characters that follow and precede it. */
  readonly entries: Int32Array
  /** Rows of `edgeRow`: code and `ahead` (-1 where free), the step, or the first of several, and their count. */
  readonly edges: Int32Array
  /** One bit a hash of a node's edge: mostly there is none, and its table need not be asked. */
  readonly edgeBits: Int32Array
  /** The steps of edges that have several. */
  readonly targets: Int32Array
}

/** Columns of `nodes`. */
export const nodeRow = { size: 8, changes: 0, backwards: 1, edges: 2, edgeMask: 3, bits: 4, bitMask: 5 } as const

/**
 * Columns of `entries`. Two numbers of 16 bits in each but the first: the seed's start and end; the first and second
 * character after it; before it, backwards; the third after and before; its length and changes. 0: none.
 */
export const entryRow = { size: 6, spelling: 0, seed: 1, after: 2, before: 3, third: 4, bounds: 5 } as const

/** Columns of `edges`. A count of 0: the one step stands in the place of the first. */
export const edgeRow = { size: 3, code: 0, first: 1, count: 2 } as const

/** Where a seed or an edge leads, never 0: a bucket's first entry and count of entries, or, negative, a node. */
export type Step = number

const bucketBits = 8

/** A bucket holds no more entries than this. */
export const fullBucket: number = (1 << bucketBits) - 1

/** The step to a bucket of at least one entry. */
export function stepToBucket(first: number, count: number): Step {
  return (first << bucketBits) | count
}

/** A bucket's first entry. */
export function firstOf(step: Step): number {
  return step >> bucketBits
}

/** How many entries a bucket has. */
export function countOf(step: Step): number {
  return step & fullBucket
}

/** A code as an edge: `ahead` 0 is the next code of the path, 1 the one after it, 2 the third. */
export function edgeCode(code: number, ahead: number): number {
  return ahead * 65_536 + code
}

/** Where an edge stands in `edges`, or -1. */
export function edgeOf({ nodes, edges, edgeBits }: Continuations, node: number, code: number): number {
  const row = node * nodeRow.size
  const mixed = mix(code, edgeSalt)
  const bit = mixed & nodes[row + nodeRow.bitMask]!
  if ((edgeBits[nodes[row + nodeRow.bits]! + (bit >>> 5)]! & (1 << (bit & 31))) === 0) return -1
  const from = nodes[row + nodeRow.edges]!
  const mask = nodes[row + nodeRow.edgeMask]!
  for (let slot = (mixed >>> 16) & mask; ; slot = (slot + 1) & mask) {
    const at = (from + slot) * edgeRow.size
    if (edges[at] === code) return at
    if (edges[at] === -1) return -1
  }
}

/** Makes the hashes of edges differ from other hashes. */
export const edgeSalt = 1

/** Two numbers of 16 bits in one. */
export function packed(low: number, high: number): number {
  return low | (high << 16)
}

/** The lower of two packed numbers. */
export function low(both: number): number {
  return both & 0xffff
}

/** The higher of two packed numbers. */
export function high(both: number): number {
  return both >>> 16
}
