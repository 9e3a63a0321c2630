import { AhoCorasick } from '@monyone/aho-corasick/fast'
import type { PreparedStore } from '../rulebook/prepared.ts'
import { PairBits } from './pair-bits.ts'

/** Called for each occurrence of a pattern: its index in the pattern list and `[start, end)` in the text. */
export type Visit = (pattern: number, start: number, end: number) => void

/** Finds every occurrence of every pattern, overlapping ones too, in one pass over the text. */
export interface Automaton {
  scan(text: string, visit: Visit): void
}

/**
 * The automaton of a pattern list, as flat arrays. The double array is the one @monyone/aho-corasick/fast builds;
 * stepping by char code over typed arrays is about six times as fast as its own loop over one-character strings.
 */
interface AutomatonTables {
  /** The characters of the patterns; the transition code of each is its index plus 1. */
  readonly characters: string
  /** Absolute base of each node. */
  readonly base: Int32Array
  readonly check: Int32Array
  readonly failure: Int32Array
  /** The pattern that ends at a node, or -1. */
  readonly ends: Int32Array
  /** The nearest node along the failure links where a pattern ends, or -1. */
  readonly next: Int32Array
  readonly lengths: Int32Array
}

/**
 * The automaton of `patterns` (distinct, non-empty), from the store when it has the key; then `patterns` is never
 * asked. The key must name everything that the list is made from.
 */
export function prepareAutomaton(
  store: PreparedStore | undefined,
  key: string,
  patterns: () => readonly string[],
): Automaton {
  const kept = store?.get<AutomatonTables>(key)
  if (kept !== undefined) return tableAutomaton(kept)
  const list = patterns()
  if (list.length === 0) return { scan: () => undefined }
  const library = new AhoCorasick([...list])
  const tables = readTables(library, list)
  if (tables === undefined || !findsItself(tableAutomaton(tables), list)) return libraryAutomaton(library, list)
  store?.put(key, tables)
  return tableAutomaton(tables)
}

/**
 * Builds the automaton of `patterns`: non-empty, distinct strings.
 * Falls back to the library's own matcher should its private tables not be as this file expects.
 */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  return prepareAutomaton(undefined, '', () => patterns)
}

/**
 * Reads the text pair by pair and steps through the automaton only from where a pattern may begin until nothing of one
 * is left; no unit is stepped over more than twice. Patterns of a single unit are looked for everywhere.
 */
function tableAutomaton(tables: AutomatonTables): Automaton {
  const { characters, base, check, failure, ends, next, lengths } = tables
  const codes = codesOf(characters)
  const isShort = lengths.includes(1)
  let beginnings: PairBits | undefined
  const step = (from: number, unit: number): number => {
    const code = codes[unit]!
    if (code === 0) return 0
    for (let node = from; node >= 0; node = failure[node]!) {
      const target = base[node]! + code
      if (check[target] === node) return target
    }
    return 0
  }
  /** Steps on from `at` and gives the index behind the last unit that a pattern may hold. */
  const follow = (text: string, at: number, visit: Visit): number => {
    let node = at === 0 ? 0 : step(0, text.charCodeAt(at - 1))
    for (let i = at; i < text.length; i++) {
      node = step(node, text.charCodeAt(i))
      if (!isShort && (node === 0 || check[node] === 0)) return i + 1
      for (let end = ends[node]! >= 0 ? node : next[node]!; end >= 0; end = next[end]!) {
        const pattern = ends[end]!
        visit(pattern, i + 1 - lengths[pattern]!, i + 1)
      }
    }
    return text.length
  }
  return {
    scan(text, visit) {
      if (isShort) {
        follow(text, 0, visit)
        return
      }
      beginnings ??= beginningsOf(tables)
      for (let i = beginnings.next(text, 1); i < text.length; ) i = beginnings.next(text, follow(text, i, visit))
    },
  }
}

/** The first two units of the patterns: of each node two steps below the root. */
function beginningsOf({ characters, base, check }: AutomatonTables): PairBits {
  const pairs = new PairBits()
  for (let node = 1; node < check.length; node++) {
    const parent = check[node]!
    if (parent <= 0 || check[parent] !== 0) continue
    pairs.add(characters.charCodeAt(parent - base[0]! - 1), characters.charCodeAt(node - base[parent]! - 1))
  }
  return pairs
}

function codesOf(characters: string): Uint16Array {
  const codes = new Uint16Array(65_536)
  for (let i = 0; i < characters.length; i++) codes[characters.charCodeAt(i)] = i + 1
  return codes
}

/** The library's fields, private to TypeScript; its version is pinned. */
interface LibraryTrie {
  readonly code: ReadonlyMap<string, number>
  readonly base: readonly number[]
  readonly check: readonly number[]
  readonly failure: readonly number[]
}

function readTables(library: AhoCorasick, patterns: readonly string[]): AutomatonTables | undefined {
  const trie = (library as unknown as { readonly trie?: LibraryTrie }).trie
  if (!(trie?.code instanceof Map) || !Array.isArray(trie.base)) return undefined
  const characters = [...trie.code]
    .sort(([, a], [, b]) => a - b)
    .map(([character]) => character)
    .join('')
  const codes = codesOf(characters)
  const base = Int32Array.from(trie.base, (offset, node) => offset + node)
  const check = Int32Array.from(trie.check)
  const failure = Int32Array.from(trie.failure)
  const ends = new Int32Array(base.length).fill(-1)
  patterns.forEach((pattern, index) => {
    let node = 0
    for (let i = 0; i < pattern.length; i++) node = base[node]! + codes[pattern.charCodeAt(i)]!
    ends[node] = index
  })
  const lengths = Int32Array.from(patterns, (pattern) => pattern.length)
  return { characters, base, check, failure, ends, next: linkEnds(failure, ends, check), lengths }
}

/** For each node the nearest proper suffix node where a pattern ends. */
function linkEnds(failure: Int32Array, ends: Int32Array, check: Int32Array): Int32Array {
  const next = new Int32Array(failure.length).fill(-1)
  for (let node = 1; node < failure.length; node++) {
    if (check[node]! < 0) continue
    let at = failure[node]!
    while (at > 0 && ends[at]! < 0) at = failure[at]!
    next[node] = at > 0 ? at : -1
  }
  return next
}

function findsItself(automaton: Automaton, patterns: readonly string[]): boolean {
  return patterns.every((pattern, index) => {
    let found = false
    automaton.scan(pattern, (match, start) => {
      if (match === index && start === 0) found = true
    })
    return found
  })
}

function libraryAutomaton(library: AhoCorasick, patterns: readonly string[]): Automaton {
  const indexes = new Map(patterns.map((pattern, index) => [pattern, index]))
  return {
    scan(text, visit) {
      for (const { begin, end, keyword } of library.matchInText(text)) visit(indexes.get(keyword)!, begin, end)
    },
  }
}
