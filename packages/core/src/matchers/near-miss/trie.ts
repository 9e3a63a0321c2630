import { bitShift, hashOfPair, setBit, tableSize } from './hashing.ts'

/**
 * Patterns as a trie of plain typed arrays over UTF-16 codes, so that it can be written to a snapshot. Node 0 is the root.
 * A node's child is found by hashing (node, code): each step reads one row.
 */
export interface Trie {
  /** An open table of rows of `stepRow`; free where the child is 0. */
  readonly steps: Int32Array
  /** By node: the pattern that ends there. */
  readonly pattern: Int32Array
  /** A bit for the first two characters of each pattern; and one for the first three, or the two where there are no more. */
  readonly pairBits: Int32Array
  readonly headBits: Int32Array
  /** Characters of the longest pattern. */
  readonly longest: number
}

/** Columns of `steps`: the node; the code, and above it `endsPattern` where a pattern ends at the child; the child. */
const stepRow = { size: 3, node: 0, code: 1, child: 2 } as const
const endsPattern = 1 << 16

/** Builds the trie; a pattern's number is its place in `patterns`. Of equal patterns the first counts; empty ones never stand anywhere. */
export function buildTrie(patterns: readonly string[]): Trie {
  const nodes = new Nodes()
  patterns.forEach((text, number) => {
    let node = 0
    for (let i = 0; i < text.length; i++) node = nodes.childOf(node, text.charCodeAt(i))
    if (node !== 0) nodes.end(node, number)
  })
  return {
    ...nodes.table(),
    ...beginningsOf(patterns),
    longest: Math.max(0, ...patterns.map(({ length }) => length)),
  }
}

/** The nodes of a trie while it is built. */
class Nodes {
  readonly #children = new Map<number, number>()
  /** By node, the root included: the pattern that ends there, or -1. */
  readonly #pattern: number[] = [-1]

  /** The child of a node, made when there is none. */
  childOf(node: number, code: number): number {
    const key = node * 0x10000 + code
    const known = this.#children.get(key)
    if (known !== undefined) return known
    this.#children.set(key, this.#pattern.length)
    return this.#pattern.push(-1) - 1
  }

  end(node: number, pattern: number): void {
    if (this.#pattern[node] === -1) this.#pattern[node] = pattern
  }

  table(): Pick<Trie, 'steps' | 'pattern'> {
    const size = tableSize(this.#children.size)
    const steps = new Int32Array(size * stepRow.size)
    for (const [key, child] of this.#children) {
      const [node, code] = [Math.floor(key / 0x10000), key % 0x10000]
      let slot = hash(node, code) & (size - 1)
      while (steps[slot * stepRow.size + stepRow.child] !== 0) slot = (slot + 1) & (size - 1)
      steps.set([node, code | (this.#pattern[child] === -1 ? 0 : endsPattern), child], slot * stepRow.size)
    }
    return { steps, pattern: Int32Array.from(this.#pattern) }
  }
}

/** Characters `[from, to)` of a text. */
export interface Part {
  readonly codes: Uint16Array
  readonly from: number
  readonly to: number
}

/** Where patterns may begin; filled by one scan after the other. */
let places: Int32Array = new Int32Array(0)

/**
 * Visits every pattern that begins in a part of a text, by their beginnings, the shorter one first. What is visited
 * must scan nothing itself.
 */
export function scan(trie: Trie, part: Part, visit: (pattern: number, start: number, end: number) => void): void {
  const count = listPlaces(trie, part)
  const list = places
  for (let i = 0; i < count; i++) visitAt(trie, part.codes, list[i]!, visit)
}

/** Lists where characters stand that begin a pattern, first by two and then by three, and tells how many places. */
function listPlaces({ pairBits, headBits }: Trie, { codes, from, to }: Part): number {
  if (places.length <= to - from) places = new Int32Array(2 * (to - from) + 1)
  const list = places
  let shift = bitShift(pairBits)
  let count = 0
  let pair = codes[from]!
  for (let at = from; at < to; at++) {
    pair = (pair << 16) | codes[at + 1]!
    // Written whether or not it counts: a jump that cannot be foreseen takes longer.
    list[count] = at
    count += bitOf(pairBits, hashOfPair(pair) >>> shift)
  }
  shift = bitShift(headBits)
  let kept = 0
  for (let i = 0; i < count; i++) {
    const at = list[i]!
    const head = (codes[at]! << 16) | codes[at + 1]!
    list[kept] = at
    kept += bitOf(headBits, hashOfHead(head, codes[at + 2]!) >>> shift) | bitOf(headBits, hashOfHead(head, 0) >>> shift)
  }
  return kept
}

function bitOf(bits: Int32Array, bit: number): number {
  return (bits[bit >>> 5]! >>> bit) & 1
}

function visitAt(
  { steps, pattern }: Trie,
  codes: Uint16Array,
  at: number,
  visit: (pattern: number, start: number, end: number) => void,
): void {
  let node = 0
  for (let next = at; next < codes.length; next++) {
    const row = rowOf(steps, node, codes[next]!)
    node = steps[row + stepRow.child]!
    if (node === 0) return
    if (steps[row + stepRow.code]! >= endsPattern) visit(pattern[node]!, at, next + 1)
  }
}

function beginningsOf(patterns: readonly string[]): Pick<Trie, 'pairBits' | 'headBits'> {
  const pairBits = new Int32Array(tableSize(patterns.length))
  const headBits = new Int32Array(pairBits.length)
  for (const pattern of patterns) {
    const pair = (pattern.charCodeAt(0) << 16) | pattern.charCodeAt(1)
    if (pattern.length === 1) for (const bits of [pairBits, headBits]) bits.fill(-1)
    if (pattern.length < 2) continue
    setBit(pairBits, hashOfPair(pair))
    setBit(headBits, hashOfHead(pair, pattern.length === 2 ? 0 : pattern.charCodeAt(2)))
  }
  return { pairBits, headBits }
}

/** Mixes two characters and the third, or 0; of the 32 bits the high ones name a bit. */
function hashOfHead(pair: number, third: number): number {
  return Math.imul(hashOfPair(pair) ^ Math.imul(third, 0x85ebca6b), 0xc2b2ae35)
}

/** Where (node, code) stands in the table, or the free row where it would. */
function rowOf(steps: Int32Array, node: number, code: number): number {
  const last = steps.length / stepRow.size - 1
  for (let slot = hash(node, code) & last; ; slot = (slot + 1) & last) {
    const row = slot * stepRow.size
    if (steps[row + stepRow.child] === 0) return row
    if (steps[row + stepRow.node] === node && (steps[row + stepRow.code]! & 0xffff) === code) return row
  }
}

/** Mixes a node and a code into 32 bits. */
function hash(node: number, code: number): number {
  const mixed = Math.imul(node ^ Math.imul(code, 0x9e3779b1), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
