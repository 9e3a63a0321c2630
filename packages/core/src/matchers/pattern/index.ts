import { fingerprintKey, prepare } from '../../rulebook/prepared.ts'
import type { Match, MatcherKind, Rule, Rulebook, Segment, SegmentSpan, Timing } from '../../types.ts'
import { anchorScan } from './anchors.ts'
import { type BoundedPattern, boundedPattern, boundedReach, readPattern } from './compile.ts'

/**
 * Anchored regular expressions: a cheap scan finds the anchors of all rules, and a rule's expression is tried only
 * as far from one of its anchors as it can look, 60 units at most. A match counts when it overlaps an anchor.
 *
 *     with: {anchor: [亿, 万], match: '(\d{1,6})-(\d{1,6})(?<unit>[亿万])元'}
 *     right: ['$1$<unit>元—$2$<unit>元']       $1 and $<name> stand for groups
 *     message: 数值范围{unit}位不明              named groups are facts
 *
 * The finding stands on the group `at` where there is one, else on the whole match. The expression must be of the
 * bounded subset (measure.ts), which holds the cost on any text to a constant for each character.
 */
export const pattern: MatcherKind = {
  kind: 'pattern',
  settings: {
    type: 'object',
    required: ['anchor', 'match'],
    additionalProperties: false,
    properties: {
      anchor: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      match: { type: 'string', minLength: 1 },
    },
  },
  compile(rules, rulebook) {
    if (rules.length === 0) return undefined
    const patterns = measuredPatterns(rules, rulebook)
    const byAnchor = patternsByAnchor(patterns)
    const anchors = [...byAnchor.keys()]
    const owners = [...byAnchor.values()]
    const scan = anchorScan(anchors)
    const findIn = (segment: Segment, timing: Timing | undefined): readonly Match[] => {
      const anchored = scan(segment.text)
      if (anchored === undefined) return NONE
      const places = new Map<BoundedPattern, SegmentSpan[]>()
      for (const { anchor, start } of anchored) {
        const place = { start, end: start + anchors[anchor]!.length }
        for (const owner of owners[anchor] ?? []) {
          const known = places.get(owner)
          if (known === undefined) places.set(owner, [place])
          else known.push(place)
        }
      }
      return [...places].flatMap(([compiled, near]) => {
        const find = () => findAround(compiled, segment, near)
        return timing === undefined ? find() : timing(`rule ${compiled.rule.id}`, find)
      })
    }
    return {
      kind: 'pattern',
      reach: 'segment',
      layer: 'wording',
      find: ({ timing }, segments) => segments.flatMap((segment) => findIn(segment, timing)),
    }
  },
}

const NONE: readonly Match[] = []

function patternsByAnchor(patterns: readonly BoundedPattern[]): Map<string, Set<BoundedPattern>> {
  const byAnchor = new Map<string, Set<BoundedPattern>>()
  for (const compiled of patterns) {
    for (const anchor of compiled.anchors) {
      const known = byAnchor.get(anchor)
      if (known === undefined) byAnchor.set(anchor, new Set([compiled]))
      else known.add(compiled)
    }
  }
  return byAnchor
}

/** Measuring takes longer than checking a page: what the snapshot was made with has been measured. */
function measuredPatterns(rules: readonly Rule[], rulebook: Rulebook): BoundedPattern[] {
  const written = rules.map(readPattern)
  const key = fingerprintKey('pattern', rulebook, () => written.map(({ match }) => match))
  const measured = prepare(rulebook.prepared, key, () => ({ reaches: Uint8Array.from(written, boundedReach) }))
  const { reaches } = measured()
  return written.map((pattern, index) => boundedPattern(pattern, reaches[index]!))
}

/** The matches of one rule near its anchors; windows that touch are searched as one. */
function findAround(bounded: BoundedPattern, segment: Segment, anchors: readonly SegmentSpan[]): Match[] {
  const { rule } = bounded
  const expression = bounded.expression()
  const matches: Match[] = []
  for (const { window, held } of windowsAround(anchors, bounded.reach, segment.text.length)) {
    const text = segment.text.slice(window.start, window.end)
    let next = 0
    expression.lastIndex = 0
    for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
      const start = window.start + found.index
      const end = start + found[0].length
      while (next < held.length && held[next]!.end <= start) next++
      if (end > start && next < held.length && held[next]!.start < end) {
        matches.push(matchOf({ rule, segment, found, offset: window.start }))
      } else {
        expression.lastIndex = found.index + 1
      }
    }
  }
  return matches
}

/** A stretch to search, with the anchors that lie in it. */
interface SearchWindow {
  readonly window: SegmentSpan
  /** In reading order. */
  readonly held: readonly SegmentSpan[]
}

function windowsAround(anchors: readonly SegmentSpan[], reach: number, length: number): SearchWindow[] {
  const windows: { start: number; end: number; held: SegmentSpan[] }[] = []
  for (const anchor of anchors) {
    const start = Math.max(0, anchor.start - reach)
    const end = Math.min(length, anchor.end + reach)
    const last = windows.at(-1)
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.held.push(anchor)
    } else {
      windows.push({ start, end, held: [anchor] })
    }
  }
  return windows.map(({ start, end, held }) => ({ window: { start, end }, held }))
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
