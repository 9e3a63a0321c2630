import type { Citation, Period } from '../../types.ts'
import { fewestItems, judgeRun, type Run } from './enumeration-run.ts'
import { gapKinds, type Skeleton, textSpan } from './skeleton.ts'
import { buildTrie, scan, type Trie } from './trie.ts'

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

/** The enumerations and all of their items. */
export interface EnumerationIndex {
  readonly enumerations: readonly Enumeration[]
  readonly items: readonly string[]
  readonly trie: Trie
  /** By item: the enumerations that have it. */
  readonly owners: readonly (readonly number[])[]
  /** By enumeration: how many of its items must stand in a text for it to be meant. */
  readonly fewest: readonly number[]
}

/** Builds the index. */
export function buildEnumerations(enumerations: readonly Enumeration[]): EnumerationIndex {
  const items = [...new Set(enumerations.flatMap((enumeration) => enumeration.items))]
  const owners = items.map((item) =>
    [...enumerations.keys()].filter((number) => enumerations[number]!.items.includes(item)),
  )
  const fewest = enumerations.map((enumeration) => fewestItems(enumeration.items.length))
  return { enumerations, items, trie: buildTrie(items), owners, fewest }
}

/**
 * Finds runs of items with one missing, added, replaced or out of order. `isKnown` tells right wording apart.
 * One pass for the items; a run is read once for each enumeration of `meant` that has its first item.
 */
export function brokenEnumerations(
  index: EnumerationIndex,
  {
    skeleton,
    meant,
    isKnown,
  }: { skeleton: Skeleton; meant: readonly number[]; isKnown(start: number, end: number): boolean },
): BrokenEnumeration[] {
  if (meant.length === 0) return []
  const ends = itemEnds(index, skeleton)
  return meant.flatMap((number) => {
    const enumeration = index.enumerations[number]!
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

function itemEnds({ trie, items }: EnumerationIndex, { codes }: Skeleton): ItemEnds {
  const ends = new Map<number, string[]>()
  scan(trie, { codes, from: 0, to: codes.length }, (item, start) => {
    ends.set(start, [...(ends.get(start) ?? []), items[item]!])
  })
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
