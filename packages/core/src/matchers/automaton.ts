import { AhoCorasick } from '@monyone/aho-corasick/fast'
import type { PreparedStore } from '../rulebook/prepared.ts'
import { scanner, type Visit } from './automaton/scan.ts'
import { type AutomatonTables, readTables } from './automaton/tables.ts'

/** Finds every occurrence of every pattern, overlapping ones too, in one pass over the text. */
export interface Automaton {
  scan(text: string, visit: Visit): void
  /** What it reads by; absent where the library itself does the work. */
  readonly tables?: AutomatonTables
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
  if (kept !== undefined) return automatonOf(kept)
  const list = patterns()
  if (list.length === 0) return { scan: () => undefined }
  const library = new AhoCorasick([...list])
  const tables = readTables(library, list)
  const automaton = tables && automatonOf(tables)
  if (automaton === undefined || !findsItself(automaton, list)) return libraryAutomaton(library, list)
  store?.put(key, tables as AutomatonTables)
  return automaton
}

/**
 * Builds the automaton of `patterns`: non-empty, distinct strings.
 * Falls back to the library's own matcher should its private tables not be as this file expects.
 */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  return prepareAutomaton(undefined, '', () => patterns)
}

function automatonOf(tables: AutomatonTables): Automaton {
  return { scan: scanner(tables), tables }
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
