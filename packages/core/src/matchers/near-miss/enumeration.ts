import type { Citation, Period } from '../../types.ts'
import { type Automaton, buildAutomaton, scan, standsAt, tableSize } from './automaton.ts'
import { judgeRun, type Run } from './enumeration-run.ts'
import { hasBit, hashOfPair, setBit } from './hashing.ts'
import type { Page } from './page.ts'
import { gapKinds, type Skeleton, textSpan } from './skeleton.ts'

/** A list whose items and order are fixed: 四个自信 is 道路自信、理论自信、制度自信、文化自信. */
export interface Enumeration {
  readonly name: string
  readonly items: readonly string[]
  readonly period: Period
  readonly citations: readonly Citation[]
  readonly rules: readonly number[]
}

/** A run of items in a text that differs from its enumeration; UTF-16 offsets. */
export interface BrokenEnumeration {
  readonly enumeration: Enumeration
  readonly start: number
  readonly end: number
  /** What differs, in words. */
  readonly difference: string
}

/** The enumerations and one automaton over all of their items. */
export interface EnumerationIndex {
  readonly enumerations: readonly Enumeration[]
  readonly items: readonly string[]
  readonly automaton: Automaton
  /** A bit for the first two characters of each item. */
  readonly pairBits: Int32Array
}

/** Builds the index. */
export function buildEnumerations(enumerations: readonly Enumeration[]): EnumerationIndex {
  const items = [...new Set(enumerations.flatMap((enumeration) => enumeration.items))]
  const pairBits = new Int32Array(tableSize(items.length) / 4)
  for (const item of items) {
    if (item.length > 1) setBit(pairBits, hashOfPair((item.charCodeAt(0) << 16) | item.charCodeAt(1)))
    else pairBits.fill(-1)
  }
  return { enumerations, items, automaton: buildAutomaton(items), pairBits }
}

/** Whether items begin at two places of a page's text and more. */
export function listsItems(
  { automaton, pairBits }: EnumerationIndex,
  { codes, starts, ends }: Page,
  text: number,
): boolean {
  const end = ends[text]!
  let begins = 0
  for (let at = starts[text]!; at < end; at++) {
    if (!hasBit(pairBits, hashOfPair((codes[at]! << 16) | codes[at + 1]!))) continue
    if (standsAt(automaton, codes, at) && ++begins > 1) return true
  }
  return false
}

/**
 * Finds runs of items with one missing, added, replaced or out of order. `isKnown` tells right wording apart.
 * One pass for the items; a run is read once for each enumeration that has its first item.
 */
export function brokenEnumerations(
  index: EnumerationIndex,
  skeleton: Skeleton,
  isKnown: (start: number, end: number) => boolean,
): BrokenEnumeration[] {
  const ends = itemEnds(index, skeleton)
  if (ends.size < 2) return []
  return index.enumerations.flatMap((enumeration) => {
    const broken: BrokenEnumeration[] = []
    let after = 0
    for (const start of ends.keys()) {
      if (start < after || itemAt(enumeration, ends, start) === undefined) continue
      const run = readRun(enumeration, { skeleton, ends, start })
      after = run.end
      const verdict = judgeRun(enumeration.items, run)
      if (verdict === undefined || isKnown(verdict.start, verdict.end)) continue
      const { difference } = verdict
      broken.push({ enumeration, difference, ...textSpan(skeleton, verdict.start, verdict.end) })
    }
    return broken
  })
}

/** By skeleton offset: the items that begin there. In reading order. */
type ItemEnds = ReadonlyMap<number, readonly string[]>

function itemEnds({ automaton, items }: EnumerationIndex, skeleton: Skeleton): ItemEnds {
  const found: [number, string][] = []
  scan(automaton, skeleton.codes, (pattern, end) => {
    const item = items[pattern]!
    found.push([end - item.length, item])
  })
  const ends = new Map<number, string[]>()
  for (const [start, item] of found.sort((a, b) => a[0] - b[0])) ends.set(start, [...(ends.get(start) ?? []), item])
  return ends
}

function itemAt({ items }: Enumeration, ends: ItemEnds, start: number): string | undefined {
  const here = ends.get(start)?.filter((item) => items.includes(item)) ?? []
  return here.reduce<string | undefined>((best, item) => (item.length > (best?.length ?? 0) ? item : best), undefined)
}

const longestStranger = 14

/** Reads on from an item: items, and at most one stranger between them, each after 、 or ， or 和. */
function readRun(enumeration: Enumeration, at: { skeleton: Skeleton; ends: ItemEnds; start: number }): Run {
  const { skeleton, ends, start } = at
  const elements: Run['elements'][number][] = []
  let end = start
  let next: number | undefined = start
  let trailing: string | undefined
  let strangers = 0
  while (next !== undefined) {
    const item = itemAt(enumeration, ends, next)
    const stop: number = item === undefined ? strangerEnd(skeleton, next) : next + item.length
    const text = String.fromCharCode(...skeleton.codes.subarray(next, stop))
    if (item === undefined) {
      const onward = nextElement(skeleton, stop, ends)
      const goesOn = onward !== undefined && itemAt(enumeration, ends, onward) !== undefined
      if (!goesOn || strangers++ > 0 || stop === next) {
        if (skeleton.gaps[next] !== gapKinds.clause) trailing = text
        break
      }
    }
    elements.push({ text, isItem: item !== undefined })
    end = stop
    next = nextElement(skeleton, stop, ends)
  }
  const isOpenBefore = skeleton.gaps[start] === gapKinds.list
  return {
    start,
    end,
    elements,
    isOpenBefore,
    ...(isOpenBefore ? { leading: textBefore(skeleton, start) } : {}),
    ...(trailing === undefined ? {} : { trailing }),
  }
}

/** The words before an item up to the mark before them, or as much of them as an item may be long. */
function textBefore({ gaps, codes }: Skeleton, end: number): string {
  let start = end
  while (start > 0 && end - start < longestStranger && isHan(codes[start - 1]!)) {
    start--
    if (gaps[start] !== gapKinds.none) break
  }
  return String.fromCharCode(...codes.subarray(start, end))
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

const connectives = new Set('和与及暨'.split('').map((char) => char.charCodeAt(0)))

/**
 * Where the next element of a list begins when the last one ended at `end`; undefined when the list ends there.
 * After a mark, an item may itself begin with what is elsewhere a link: 文明、和谐.
 */
function nextElement({ gaps, codes }: Skeleton, end: number, ends: ItemEnds): number | undefined {
  if (end >= codes.length) return undefined
  const isMarked = gaps[end] === gapKinds.list || gaps[end] === gapKinds.clause
  if (isMarked && ends.has(end)) return end
  if (connectives.has(codes[end]!)) return end + 1
  return isMarked ? end : undefined
}

function strangerEnd({ gaps, codes }: Skeleton, start: number): number {
  let end = start
  while (end < codes.length && end - start < longestStranger) {
    if (end > start && (gaps[end]! > gapKinds.none || connectives.has(codes[end]!))) break
    end++
  }
  return end
}
