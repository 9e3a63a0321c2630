import type { AhoCorasick } from '@monyone/aho-corasick/fast'
import { headHashes } from '../lexicon/joint-filter.ts'
import { headFilter } from './head-filter.ts'

/** Where the parts of a node stand in `nodes`: node n begins at 4 n. */
export const CHECK = 1
/** The node of the longest proper suffix. */
export const FAILURE = 2
/** The node itself, or the nearest along its failures, where a pattern ends; -1 when none does. */
export const OUTPUT = 3

/** The automaton of a pattern list, as flat arrays: the double array is the one @monyone/aho-corasick/fast builds. */
export interface AutomatonTables {
  /** The characters of the patterns; the transition code of each is its index plus 1. */
  readonly characters: string
  /** For each node the absolute base of its transitions, its parent, FAILURE, OUTPUT: side by side, as they are read. */
  readonly nodes: Int32Array
  /** The pattern that ends at a node, or -1. */
  readonly ends: Int32Array
  /** The nearest node along the failures, the node itself apart, where a pattern ends; -1 when none does. */
  readonly next: Int32Array
  readonly lengths: Int32Array
  /** The length of the shortest pattern. */
  readonly shortest: number
  /** The filters of head-filter.ts. */
  readonly pairs: Int32Array
  readonly triples: Int32Array
  /** Those of lexicon/joint-filter.ts. */
  readonly heads: Int32Array
}

/** The library's fields, private to TypeScript; its version is pinned. */
interface LibraryTrie {
  readonly code: ReadonlyMap<string, number>
  readonly base: readonly number[]
  readonly check: readonly number[]
  readonly failure: readonly number[]
}

/** The tables of the library's automaton; undefined should its private fields not be as this file expects. */
export function readTables(library: AhoCorasick, patterns: readonly string[]): AutomatonTables | undefined {
  const trie = (library as unknown as { readonly trie?: LibraryTrie }).trie
  if (!(trie?.code instanceof Map) || !Array.isArray(trie.base)) return undefined
  const characters = [...trie.code]
    .sort(([, a], [, b]) => a - b)
    .map(([character]) => character)
    .join('')
  const ends = endsOf(trie, patterns)
  const next = linkEnds(trie, ends)
  // As many free nodes more as there are codes: no transition points past the end, where reading is slow.
  const nodes = new Int32Array((trie.base.length + characters.length + 1) * 4).fill(-1)
  trie.base.forEach((offset, node) => {
    const output = ends[node]! >= 0 ? node : next[node]!
    nodes.set([offset + node, trie.check[node]!, trie.failure[node]!, output], node * 4)
  })
  const lengths = Int32Array.from(patterns, (pattern) => pattern.length)
  return {
    characters,
    nodes,
    ends,
    next,
    lengths,
    shortest: Math.min(...lengths),
    ...headFilter(patterns),
    heads: headHashes(patterns),
  }
}

/** Transition codes by UTF-16 unit; 0 for what stands in no pattern. */
export function codesOf(characters: string): Uint16Array {
  const codes = new Uint16Array(65_536)
  for (let i = 0; i < characters.length; i++) codes[characters.charCodeAt(i)] = i + 1
  return codes
}

function endsOf({ base, code }: LibraryTrie, patterns: readonly string[]): Int32Array {
  const ends = new Int32Array(base.length).fill(-1)
  patterns.forEach((pattern, index) => {
    let node = 0
    for (let i = 0; i < pattern.length; i++) node += base[node]! + code.get(pattern[i]!)!
    ends[node] = index
  })
  return ends
}

/** For each node the nearest proper suffix node where a pattern ends. */
function linkEnds({ failure, check }: LibraryTrie, ends: Int32Array): Int32Array {
  const next = new Int32Array(failure.length).fill(-1)
  for (let node = 1; node < failure.length; node++) {
    if (check[node]! < 0) continue
    let at = failure[node]!
    while (at > 0 && ends[at]! < 0) at = failure[at]!
    next[node] = at > 0 ? at : -1
  }
  return next
}
