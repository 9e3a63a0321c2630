import { type PreparedStore, prepare } from '../../rulebook/prepared.ts'
import { pairHash, tripleHash } from '../automaton/head-filter.ts'
import { step } from '../automaton/scan.ts'
import { type AutomatonTables, CHECK, codesOf, OUTPUT } from '../automaton/tables.ts'
import type { Automaton } from '../automaton.ts'
import {
  BEGIN_SHIFT,
  HEAD_SHIFT,
  headHash,
  type JointFilter,
  jointFilter,
  MOST_LISTS,
  NONE,
  ownerPlace,
} from './joint-filter.ts'

/** An occurrence of a pattern of one of several automata, both by their numbers; `[start, end)` in the text. */
export interface JointHit {
  readonly automaton: number
  readonly pattern: number
  readonly start: number
  readonly end: number
}

/** All that a text has of several automata; those of one automaton by their ends, the longer one first. */
export type JointScan = (text: string) => readonly JointHit[]

/** An automaton whose patterns have two characters and more, and so begin where its filter says. */
interface Filtered {
  readonly number: number
  readonly tables: AutomatonTables
  /** What following it reads; made ready when a pattern first may begin. */
  path: Path | undefined
  /** From where on it has not followed the text yet. */
  next: number
}

/** What the automaton is followed by: a part of its tables, and the transition code of each UTF-16 unit. */
interface Path extends Pick<AutomatonTables, 'nodes' | 'ends' | 'next' | 'lengths'> {
  readonly codes: Uint16Array
}

/**
 * Reads a text for several automata at once: at nearly every place one question answers for all. The filter that
 * answers is the store's, when that has the key, which must name everything that the automata are made from.
 */
export function jointScan(automata: readonly Automaton[], store: PreparedStore | undefined, key: string): JointScan {
  const filtered: Filtered[] = []
  const others: number[] = []
  for (const [number, { tables }] of automata.entries()) {
    const isFiltered = tables !== undefined && tables.shortest > 1 && filtered.length < MOST_LISTS
    if (isFiltered) filtered.push({ number, tables, path: undefined, next: 0 })
    else others.push(number)
  }
  const prepared = prepare(store, key, () => jointFilter(filtered.map(({ tables }) => tables.heads)))
  let filter: JointFilter | undefined
  return (text) => {
    // A plain object: what comes from a store has getters.
    filter ??= { ...prepared() }
    const hits = scanJointly(filtered, filter, text)
    if (others.length === 0) return hits
    const all = [...hits]
    for (const automaton of others) {
      automata[automaton]!.scan(text, (pattern, start, end) => all.push({ automaton, pattern, start, end }))
    }
    return all
  }
}

const NOTHING: readonly JointHit[] = []

/** What is found in the text that is being read; nearly always nothing. */
const found: JointHit[] = []

function scanJointly(automata: readonly Filtered[], filter: JointFilter, text: string): readonly JointHit[] {
  const count = listBegins(filter.begins, text)
  if (count === 0) return NOTHING
  for (const automaton of automata) automaton.next = 0
  const list = places
  for (let index = 0; index < count; index++) {
    const at = list[index]!
    for (let owners = ownersAt(filter, text, at); owners !== 0; owners &= owners - 1) {
      const automaton = automata[31 - Math.clz32(owners & -owners)]!
      if (automaton.next <= at) followFrom(automaton, text, at)
    }
  }
  return found.length === 0 ? NOTHING : found.splice(0)
}

/** Where patterns may begin; filled by one text after the other. */
let places: Int32Array = new Int32Array(0)

/** Lists where a pattern may begin, and tells how many places. */
function listBegins(begins: Int32Array, text: string): number {
  const last = text.length - 1
  if (last < 1) return 0
  if (places.length < last) places = new Int32Array(2 * last)
  const list = places
  let count = 0
  let first = text.charCodeAt(0)
  let second = text.charCodeAt(1)
  for (let at = 0; at < last; at++) {
    const third = at + 1 < last ? text.charCodeAt(at + 2) : NONE
    const pair = pairHash(first, second)
    const short = pair >>> BEGIN_SHIFT
    const long = tripleHash(pair, third) >>> BEGIN_SHIFT
    first = second
    second = third
    // Written whether or not it counts: a jump that cannot be foreseen takes longer.
    list[count] = at
    count += ((begins[short >>> 5]! >>> short) | (begins[long >>> 5]! >>> long)) & 1
  }
  return count
}

/** The lists that may have a pattern at a place, a bit each. */
function ownersAt(filter: JointFilter, text: string, at: number): number {
  const pair = pairHash(text.charCodeAt(at), text.charCodeAt(at + 1))
  const triple = tripleHash(pair, at + 2 < text.length ? text.charCodeAt(at + 2) : NONE)
  const fourth = at + 3 < text.length ? text.charCodeAt(at + 3) : NONE
  return (
    ownersOf(filter, headHash(pair, NONE)) |
    ownersOf(filter, headHash(triple, NONE)) |
    ownersOf(filter, headHash(triple, fourth))
  )
}

function ownersOf({ heads, owners }: JointFilter, hash: number): number {
  const place = hash >>> HEAD_SHIFT
  return ((heads[place >>> 5]! >>> place) & 1) === 0 ? 0 : owners[ownerPlace(hash)]!
}

/** Follows the text from where a pattern may begin, until at most one character of a pattern is read. */
function followFrom(automaton: Filtered, text: string, from: number): void {
  automaton.path ??= pathOf(automaton.tables)
  const { nodes, ends, next, lengths, codes } = automaton.path
  let node = step(nodes, 0, codes[text.charCodeAt(from)]!)
  let at = from + 1
  for (; node !== 0 && at < text.length; at++) {
    node = step(nodes, node, codes[text.charCodeAt(at)]!)
    for (let end = nodes[node * 4 + OUTPUT]!; end >= 0; end = next[end]!) {
      const pattern = ends[end]!
      found.push({ automaton: automaton.number, pattern, start: at + 1 - lengths[pattern]!, end: at + 1 })
    }
    if (node === 0 || nodes[node * 4 + CHECK] === 0) break
  }
  automaton.next = at
}

function pathOf({ nodes, ends, next, lengths, characters }: AutomatonTables): Path {
  return { nodes, ends, next, lengths, codes: codesOf(characters) }
}
