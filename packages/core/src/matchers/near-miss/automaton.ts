/**
 * An Aho–Corasick automaton over UTF-16 codes as plain typed arrays, so that it can be written to a snapshot.
 * Node 0 is the root. A node's child is found by hashing (node, code) into `slots`; `parent` and `label` verify it.
 */
export interface Automaton {
  readonly parent: Int32Array
  readonly label: Uint16Array
  readonly slots: Int32Array
  readonly fail: Int32Array
  /** The pattern that ends at a node, or -1. */
  readonly pattern: Int32Array
  /** The next node on the way of failure where a pattern ends, or 0. */
  readonly next: Int32Array
}

/** Builds the automaton; a pattern's number is its place in `patterns`. Of equal patterns the first counts; empty ones never match. */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const trie = buildTrie(patterns)
  const count = trie.parent.length
  const fail = new Int32Array(count)
  const next = new Int32Array(count)
  const shell: Automaton = { ...trie, fail, next }
  for (const node of byDepth(trie.depth)) {
    const parent = trie.parent[node]!
    fail[node] = parent === 0 ? 0 : step(shell, fail[parent]!, trie.label[node]!, firstStates(shell))
    const suffix = fail[node]!
    next[node] = trie.pattern[suffix]! >= 0 ? suffix : next[suffix]!
  }
  return { parent: trie.parent, label: trie.label, slots: trie.slots, pattern: trie.pattern, fail, next }
}

/** The state after reading `code` in `state`; `first` holds the root's own. */
function step(automaton: Automaton, state: number, code: number, first: Int32Array): number {
  for (let from = state; from !== 0; from = automaton.fail[from]!) {
    const child = childOf(automaton, from, code)
    if (child > 0) return child
  }
  return first[code]!
}

/** The root's children by code: most steps begin or end there. One array an automaton, made at its first scan. */
const firsts = new WeakMap<Int32Array, Int32Array>()

function firstStates({ parent, label }: Pick<Automaton, 'parent' | 'label'>): Int32Array {
  const known = firsts.get(parent)
  if (known !== undefined) return known
  const first = new Int32Array(65_536)
  for (let node = 1; node < parent.length; node++) if (parent[node] === 0) first[label[node]!] = node
  firsts.set(parent, first)
  return first
}

/** Calls `visit` for every occurrence of every pattern: its number and the offset after it. */
export function scan(automaton: Automaton, codes: Uint16Array, visit: (pattern: number, end: number) => void): void {
  const first = firstStates(automaton)
  let state = 0
  for (let i = 0; i < codes.length; i++) {
    state = state === 0 ? first[codes[i]!]! : step(automaton, state, codes[i]!, first)
    let node = automaton.pattern[state]! >= 0 ? state : automaton.next[state]!
    for (; node > 0; node = automaton.next[node]!) visit(automaton.pattern[node]!, i + 1)
  }
}

/** Whether a pattern stands at `at`; behind the text must stand what no pattern has. */
export function standsAt(automaton: Automaton, codes: Uint16Array, at: number): boolean {
  let node = 0
  for (let next = at; ; next++) {
    node = childOf(automaton, node, codes[next]!)
    if (node === 0) return false
    if (automaton.pattern[node]! >= 0) return true
  }
}

interface Trie {
  readonly parent: Int32Array
  readonly label: Uint16Array
  readonly slots: Int32Array
  readonly pattern: Int32Array
  readonly depth: Uint8Array
}

function buildTrie(patterns: readonly string[]): Trie {
  const most = 1 + patterns.reduce((sum, pattern) => sum + pattern.length, 0)
  const parent = new Int32Array(most)
  const label = new Uint16Array(most)
  const pattern = new Int32Array(most).fill(-1)
  const depth = new Uint8Array(most)
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
        depth[count] = Math.min(255, i + 1)
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
    depth: depth.slice(0, count),
    slots,
  }
}

function* byDepth(depth: Uint8Array): Generator<number> {
  const starts = new Int32Array(257)
  for (const level of depth) starts[level + 1]!++
  for (let level = 1; level < 257; level++) starts[level]! += starts[level - 1]!
  const order = new Int32Array(depth.length)
  depth.forEach((level, node) => {
    order[starts[level]!++] = node
  })
  for (const node of order) if (node !== 0) yield node
}

function childOf(automaton: Automaton, node: number, code: number): number {
  return automaton.slots[slotOf(automaton, node, code)]!
}

/** Where (node, code) stands in the open table, or the empty slot where it would. */
function slotOf(table: Pick<Automaton, 'parent' | 'label' | 'slots'>, node: number, code: number): number {
  const mask = table.slots.length - 1
  let slot = hash(node, code) & mask
  for (;;) {
    const child = table.slots[slot]!
    if (child === 0 || (table.parent[child] === node && table.label[child] === code)) return slot
    slot = (slot + 1) & mask
  }
}

/** A power of two that leaves at least half of the slots empty. */
export function tableSize(entries: number): number {
  let size = 16
  while (size < entries * 2) size *= 2
  return size
}

/** Mixes a node and a code into 32 bits. */
export function hash(node: number, code: number): number {
  const mixed = Math.imul(node ^ Math.imul(code, 0x9e3779b1), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
