import type { Match, Rule, Segment, SegmentSpan, Timing } from '../../types.ts'
import { type AnchorScan, anchorScan } from './anchors.ts'
import type { BoundedPattern, WrittenPattern } from './compile.ts'

/** A rule's pattern, and its anchors in the segment that is being searched. */
interface Tried {
  readonly pattern: BoundedPattern
  /** Where each anchor begins and ends, one after the other, in reading order; of earlier segments from `used` on. */
  readonly places: number[]
  used: number
}

/** The anchors of all patterns, each once, and the numbers of the patterns that have it. */
export interface AnchorIndex {
  readonly anchors: readonly string[]
  readonly owners: readonly (readonly number[])[]
}

/** Lists anchors. */
export function indexAnchors(patterns: readonly WrittenPattern[]): AnchorIndex {
  const owners = new Map<string, number[]>()
  for (const [number, { anchors }] of patterns.entries()) {
    for (const anchor of anchors) {
      const known = owners.get(anchor)
      if (known === undefined) owners.set(anchor, [number])
      else known.push(number)
    }
  }
  return { anchors: [...owners.keys()], owners: [...owners.values()] }
}

/**
 * The search for all patterns of a rulebook, one segment after the other. Anchors are met in every other paragraph and
 * matches hardly ever, so nothing is made for an anchor that leads to none.
 */
export class PatternSearch {
  readonly #scan: AnchorScan
  readonly #lengths: readonly number[]
  /** By anchor, the patterns that have it. */
  readonly #owners: readonly (readonly Tried[])[]
  /** The patterns to try in this segment, in the order of their first anchors. */
  readonly #tried: Tried[] = []

  /** `index` is of the same patterns. */
  constructor(patterns: readonly BoundedPattern[], { anchors, owners }: AnchorIndex) {
    const tried = patterns.map((pattern): Tried => ({ pattern, places: [], used: 0 }))
    this.#owners = owners.map((all) => all.map((number) => tried[number]!))
    this.#lengths = anchors.map(({ length }) => length)
    this.#scan = anchorScan(anchors)
  }

  /** Adds the matches of a segment. */
  find(segment: Segment, matches: Match[], timing: Timing | undefined): void {
    const count = this.#scan.read(segment.text)
    if (count === 0) return
    this.#note(count)
    for (const tried of this.#tried) {
      if (timing === undefined) findAround(tried, segment, matches)
      else findTimed(tried, { segment, matches, timing })
      tried.used = 0
    }
    this.#tried.length = 0
  }

  #note(count: number): void {
    const { anchors, starts } = this.#scan
    for (let at = 0; at < count; at++) {
      const anchor = anchors[at]!
      const start = starts[at]!
      for (const tried of this.#owners[anchor]!) {
        if (tried.used === 0) this.#tried.push(tried)
        tried.places[tried.used++] = start
        tried.places[tried.used++] = start + this.#lengths[anchor]!
      }
    }
  }
}

/** By itself, so that nothing is made where nobody asks how long it takes. */
function findTimed(
  tried: Tried,
  { segment, matches, timing }: { segment: Segment; matches: Match[]; timing: Timing },
): void {
  timing(`rule ${tried.pattern.rule.id}`, () => findAround(tried, segment, matches))
}

/** The matches of one pattern near its anchors; windows that touch are searched as one. */
function findAround({ pattern, places, used }: Tried, segment: Segment, matches: Match[]): void {
  const { reach } = pattern
  const { length } = segment.text
  for (let first = 0; first < used; ) {
    const start = Math.max(0, places[first]! - reach)
    let end = Math.min(length, places[first + 1]! + reach)
    let behind = first + 2
    while (behind < used && Math.max(0, places[behind]! - reach) <= end) {
      end = Math.max(end, Math.min(length, places[behind + 1]! + reach))
      behind += 2
    }
    searchWindow({ pattern, segment, window: { start, end }, places, first, behind }, matches)
    first = behind
  }
}

/** A stretch to search, and its anchors: those in `places` from `first` to `behind`. */
interface SearchWindow {
  readonly pattern: BoundedPattern
  readonly segment: Segment
  readonly window: SegmentSpan
  readonly places: readonly number[]
  readonly first: number
  readonly behind: number
}

/** Matches count that overlap an anchor. */
function searchWindow({ pattern, segment, window, places, first, behind }: SearchWindow, matches: Match[]): void {
  const text = segment.text.slice(window.start, window.end)
  const expression = pattern.expression()
  let next = first
  expression.lastIndex = 0
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    const start = window.start + found.index
    const end = start + found[0].length
    while (next < behind && places[next + 1]! <= start) next += 2
    if (end > start && next < behind && places[next]! < end) {
      matches.push(matchOf({ rule: pattern.rule, segment, found, offset: window.start }))
    } else {
      expression.lastIndex = found.index + 1
    }
  }
}

interface Found {
  readonly rule: Rule
  readonly segment: Segment
  readonly found: RegExpExecArray
  /** Where the searched stretch begins in the segment. */
  readonly offset: number
}

function matchOf({ rule, segment, found, offset }: Found): Match {
  const { at } = found.indices?.groups ?? {}
  const [start, end] = at ?? [found.index, found.index + found[0].length]
  const facts = Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, value ?? '']))
  const span = { start: offset + start, end: offset + end }
  return { rule, segment, span, facts, right: rule.right.map((form) => fillGroups(form, found)) }
}

/** Puts the groups of a match into a suggestion; a group that took no part is empty. */
function fillGroups(form: string, found: RegExpExecArray): string {
  return form.replace(/\$(?:(\d)|<(\w{1,30})>)/g, (_, number: string | undefined, name: string | undefined) =>
    number !== undefined ? (found[Number(number)] ?? '') : (found.groups?.[name ?? ''] ?? ''),
  )
}
