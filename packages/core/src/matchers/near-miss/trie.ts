import { bitShift, hashOfPair, setBit, tableSize } from './hashing.ts'

/**
 * Patterns as a trie of plain typed arrays over UTF-16 codes, so that it can be written to a snapshot. Node 0 is the root.
 * A node's child is found by hashing (node, code) into `slots`; `parent` and `label` verify it.
 */
export interface Trie {
  readonly parent: Int32Array
  readonly label: Uint16Array
  readonly slots: Int32Array
  /** The pattern that ends at a node, or -1. */
  readonly pattern: Int32Array
  /** A bit for the first two characters of each pattern. */
  readonly pairBits: Int32Array
  /** Characters of the longest pattern. */
  readonly longest: number
}

/** Builds the trie; a pattern's number is its place in `patterns`. Of equal patterns the first counts; empty ones never stand anywhere. */
export function buildTrie(patterns: readonly string[]): Trie {
  const most = 1 + patterns.reduce((sum, pattern) => sum + pattern.length, 0)
  const parent = new Int32Array(most)
  const label = new Uint16Array(most)
  const pattern = new Int32Array(most).fill(-1)
  const slots = new Int32Array(tableSize(most))
  const table = { parent, label, slots }
  let count = 1
  patterns.forEach((text, number) => {
    let node = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      const slot = slotOf(table, node, code)
      if (slots[slot] === 0) {
        parent[count] = node
        label[count] = code
        slots[slot] = count++
      }
      node = slots[slot]!
    }
    if (node !== 0 && pattern[node] === -1) pattern[node] = number
  })
  return {
    parent: parent.slice(0, count),
    label: label.slice(0, count),
    pattern: pattern.slice(0, count),
    slots,
    pairBits: pairBitsOf(patterns),
    longest: Math.max(0, ...patterns.map(({ length }) => length)),
  }
}

/** Characters `[from, to)` of a text. */
export interface Part {
  readonly codes: Uint16Array
  readonly from: number
  readonly to: number
}

/** Visits every pattern that begins in a part of a text, by their beginnings, the shorter one first. */
export function scan(
  trie: Trie,
  { codes, from, to }: Part,
  visit: (pattern: number, start: number, end: number) => void,
): void {
  const { pairBits } = trie
  const shift = bitShift(pairBits)
  let pair = codes[from]!
  for (let at = from; at < to; at++) {
    pair = (pair << 16) | codes[at + 1]!
    const bit = hashOfPair(pair) >>> shift
    if (((pairBits[bit >>> 5]! >>> bit) & 1) !== 0) visitAt(trie, codes, at, visit)
  }
}

function visitAt(
  trie: Trie,
  codes: Uint16Array,
  at: number,
  visit: (pattern: number, start: number, end: number) => void,
): void {
  let node = 0
  for (let next = at; next < codes.length; next++) {
    node = trie.slots[slotOf(trie, node, codes[next]!)]!
    if (node === 0) return
    if (trie.pattern[node]! >= 0) visit(trie.pattern[node]!, at, next + 1)
  }
}

function pairBitsOf(patterns: readonly string[]): Int32Array {
  const bits = new Int32Array(tableSize(patterns.length))
  for (const pattern of patterns) {
    if (pattern.length === 1) bits.fill(-1)
    else if (pattern.length > 1) setBit(bits, hashOfPair((pattern.charCodeAt(0) << 16) | pattern.charCodeAt(1)))
  }
  return bits
}

/** Where (node, code) stands in the open table, or the empty slot where it would. */
function slotOf(table: Pick<Trie, 'parent' | 'label' | 'slots'>, node: number, code: number): number {
  const mask = table.slots.length - 1
  let slot = hash(node, code) & mask
  for (;;) {
    const child = table.slots[slot]!
    if (child === 0 || (table.parent[child] === node && table.label[child] === code)) return slot
    slot = (slot + 1) & mask
  }
}

/** Mixes a node and a code into 32 bits. */
function hash(node: number, code: number): number {
  const mixed = Math.imul(node ^ Math.imul(code, 0x9e3779b1), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
