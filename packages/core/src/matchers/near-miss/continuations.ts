import { hasBit, mix } from './hashing.ts'

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
  /** Rows of `nodeRow`: how many changes the spellings below may have, 1 when the path begins backwards, and 128 bits. */
  readonly nodes: Int32Array
  /** Rows of `entryRow`: a spelling, the seed's start and end in it, and the three characters that follow and precede it. */
  readonly entries: Int32Array
  /** An open table, rows of `edgeRow`: node (-1 where free), code and `ahead`, the step, or the first of several. */
  readonly edges: Int32Array
  /** One bit a hash of an edge: mostly there is none, and the table, which is large, need not be asked. */
  readonly edgeBits: Int32Array
  /** The steps of edges that have several. */
  readonly targets: Int32Array
}

/** Columns of `nodes`. The bits tell most codes without an edge apart before the table is asked. */
export const nodeRow = { size: 8, changes: 0, backwards: 1, bits: 4 } as const

/**
 * Columns of `entries`. Two numbers of 16 bits in each but the first: the seed's start and end; the first and second
 * character after it; before it, backwards; the third after and before; its length and changes. 0: none.
 */
export const entryRow = { size: 6, spelling: 0, seed: 1, after: 2, before: 3, third: 4, bounds: 5 } as const

/** Columns of `edges`. A count of 0: the one step stands in the place of the first. */
export const edgeRow = { size: 4, node: 0, code: 1, first: 2, count: 3 } as const

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

/** The row of an edge in `edges`, or -1. */
export function edgeOf({ nodes, edges, edgeBits }: Continuations, node: number, code: number): number {
  if ((nodes[bitWord(node, code)]! & (1 << (code & 31))) === 0) return -1
  if (!hasBit(edgeBits, mix(node, code))) return -1
  const row = edgeSlot(edges, node, code)
  return edges[row] === node ? row : -1
}

/** Where a node's bit for a code stands in `nodes`. */
export function bitWord(node: number, code: number): number {
  return nodeRow.size * node + nodeRow.bits + ((code >> 5) & 3)
}

/** The row where an edge stands in the table, or the free one where it would. */
export function edgeSlot(edges: Int32Array, node: number, code: number): number {
  const mask = edges.length - 1
  let row = (edgeRow.size * mix(node, code)) & mask
  while (edges[row] !== -1 && !(edges[row] === node && edges[row + edgeRow.code] === code)) {
    row = (row + edgeRow.size) & mask
  }
  return row
}

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
