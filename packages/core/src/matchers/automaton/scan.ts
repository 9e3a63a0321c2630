import { pairHash, shiftOf, tripleHash } from './head-filter.ts'
import { type AutomatonTables, CHECK, codesOf, FAILURE, OUTPUT } from './tables.ts'

/** Called for each occurrence of a pattern: its index in the pattern list and `[start, end)` in the text. */
export type Visit = (pattern: number, start: number, end: number) => void

/** What a scan reads: the tables, and the transition code of each UTF-16 unit. */
export interface ScanTables extends AutomatonTables {
  readonly codes: Uint16Array
}

/** Reads texts by these tables, in linear time whatever the text. */
export function scanner(tables: AutomatonTables): (text: string, visit: Visit) => void {
  let ready: ScanTables | undefined
  return (text, visit) => {
    ready ??= scanTables(tables)
    const scan = ready.shortest < 2 ? scanAll : scanHeads
    scan(ready, text, visit)
  }
}

/** The tables with what else a scan needs. */
export function scanTables(tables: AutomatonTables): ScanTables {
  return { ...tables, codes: codesOf(tables.characters) }
}

/**
 * Most places begin no pattern, which the head filter tells at a third of the price of a step; only from the others is
 * the automaton followed, until at most one character of a pattern is read. One function on purpose: arrays that are
 * looked up anew at each place cost more than the steps.
 */
function scanHeads(tables: ScanTables, text: string, visit: Visit): void {
  const { nodes, ends, next, lengths, codes, pairs, triples } = tables
  const pairShift = shiftOf(pairs)
  const tripleShift = shiftOf(triples)
  const last = text.length - 1
  let first = last < 1 ? 0 : text.charCodeAt(0)
  let second = last < 1 ? 0 : text.charCodeAt(1)
  for (let at = 0; at < last; at++) {
    const third = at + 1 < last ? text.charCodeAt(at + 2) : 0
    const pair = pairHash(first, second)
    const inPairs = pair >>> pairShift
    const inTriples = tripleHash(pair, third) >>> tripleShift
    const isHead = ((pairs[inPairs >>> 5]! >>> inPairs) | (triples[inTriples >>> 5]! >>> inTriples)) & 1
    let node = isHead === 0 ? 0 : step(nodes, 0, codes[first]!)
    first = second
    second = third
    if (node === 0) continue
    for (at++; at <= last; at++) {
      node = step(nodes, node, codes[text.charCodeAt(at)]!)
      for (let end = nodes[node * 4 + OUTPUT]!; end >= 0; end = next[end]!) {
        visit(ends[end]!, at + 1 - lengths[ends[end]!]!, at + 1)
      }
      if (node === 0 || nodes[node * 4 + CHECK] === 0) break
    }
    // A pattern may begin where following ended.
    if (at >= last) return
    first = text.charCodeAt(at)
    second = text.charCodeAt(at + 1)
    at--
  }
}

/** Patterns of one character begin anywhere: every place is a step. */
function scanAll({ nodes, ends, next, lengths, codes }: ScanTables, text: string, visit: Visit): void {
  let node = 0
  for (let at = 0; at < text.length; at++) {
    node = step(nodes, node, codes[text.charCodeAt(at)]!)
    for (let end = nodes[node * 4 + OUTPUT]!; end >= 0; end = next[end]!) {
      visit(ends[end]!, at + 1 - lengths[ends[end]!]!, at + 1)
    }
  }
}

/** The node after one more character; code 0, of characters in no pattern, leads to the root. */
export function step(nodes: Int32Array, from: number, code: number): number {
  let node = from
  for (;;) {
    const target = nodes[node * 4]! + code
    if (nodes[target * 4 + CHECK] === node && code > 0) return target
    if (node === 0) return 0
    node = nodes[node * 4 + FAILURE]!
  }
}
