import type { MatchMemory } from '../exemptions/covered.ts'
import { isAlike } from '../text/alike.ts'
import { gatherAll } from '../text/recall.ts'
import type { Match, Matcher, Reading, Segment } from '../types.ts'

/** A match with the layer of the matcher that found it; while a draft is edited, also what was said of it before. */
export interface FoundMatch {
  readonly match: Match
  readonly layer: Matcher['layer']
  readonly memory?: MatchMemory
}

/**
 * What all matchers find in each of some drafts. A matcher reads all of them before the next one does, its company
 * aside: what it looks things up in is larger than the processor's near memory, and is fetched once for all drafts.
 */
export function findInEach(readings: readonly Reading[], matchers: readonly Matcher[]): FoundMatch[][] {
  const found = readings.map((): FoundMatch[] => [])
  for (const company of companiesOf(matchers)) {
    for (let index = 0; index < readings.length; index++) {
      const reading = readings[index]!
      for (const matcher of company) {
        const { layer } = matcher
        for (const match of matcher.find(reading, reading.document.segments)) found[index]!.push({ match, layer })
      }
    }
  }
  return found
}

/** The matchers in their order, neighbours of one company together. */
function companiesOf(matchers: readonly Matcher[]): Matcher[][] {
  const companies: Matcher[][] = []
  let last: string | undefined
  for (const matcher of matchers) {
    if (matcher.company === undefined || matcher.company !== last) companies.push([])
    companies.at(-1)!.push(matcher)
    last = matcher.company
  }
  return companies
}

/**
 * What all matchers find in one draft. While a draft is edited, those that look at each segment alone are asked about
 * segments that do not remember them; those that must see all are asked about all, and what they found before is found
 * again.
 */
export function findAll(reading: Reading, matchers: readonly Matcher[]): FoundMatch[] {
  const { segments } = reading.document
  if (segments[0]?.memory === undefined) return findInEach([reading], matchers)[0]!
  const narrow = matchers.filter(({ reach }) => reach === 'segment')
  const wide = matchers.filter(({ reach }) => reach === 'document')
  return [...wide.flatMap((matcher) => findAgain(reading, matcher)), ...findNarrow(reading, narrow)]
}

/** Holds what the matchers find in single segments, and asks which segments hold something. */
const NARROW = {}
const FILLED = {}

function findNarrow(reading: Reading, matchers: readonly Matcher[]): FoundMatch[] {
  const { document } = reading
  const fresh = (document.gathering?.fresh(document.segments) ?? []).filter(
    ({ memory }) => memory?.has(NARROW) === false,
  )
  for (const { memory } of fresh) memory?.set(NARROW, [])
  for (const matcher of fresh.length === 0 ? [] : matchers) {
    for (const match of matcher.find(reading, fresh)) {
      const found = match.segment.memory?.get(NARROW) as FoundMatch[]
      found.push({ match, layer: matcher.layer, memory: {} })
    }
  }
  return gatherAll(document, FILLED, ({ memory }) => memory?.get(NARROW) as FoundMatch[])
}

/** What a matcher finds; what it found before is the same object, so that nobody need judge it again. */
function findAgain(reading: Reading, matcher: Matcher): FoundMatch[] {
  const { segments, gathering } = reading.document
  const matches = matcher.find(reading, segments)
  const before = (gathering?.kept.get(matcher) as readonly FoundMatch[] | undefined) ?? []
  const found = again(before, matches, matcher.layer)
  gathering?.kept.set(matcher, found)
  return found
}

/** An edit changes little: what stands before and behind it is compared one by one, and only what is left looked for. */
function again(before: readonly FoundMatch[], matches: readonly Match[], layer: Matcher['layer']): FoundMatch[] {
  const most = Math.min(before.length, matches.length)
  let start = 0
  while (start < most && isAlike(before[start]!.match, matches[start]!)) start++
  let end = 0
  while (end < most - start && isAlike(before.at(-1 - end)!.match, matches.at(-1 - end)!)) end++
  const left = bySegment(before.slice(start, before.length - end))
  const between = matches.slice(start, matches.length - end).map((match) => {
    const near = left.get(match.segment) ?? []
    const at = near.findIndex((one) => isAlike(one.match, match))
    return near.splice(at, at < 0 ? 0 : 1)[0] ?? { match, layer, memory: {} }
  })
  return [...before.slice(0, start), ...between, ...before.slice(before.length - end)]
}

function bySegment(found: readonly FoundMatch[]): ReadonlyMap<Segment, FoundMatch[]> {
  const groups = new Map<Segment, FoundMatch[]>()
  for (const one of found) {
    const group = groups.get(one.match.segment)
    if (group === undefined) groups.set(one.match.segment, [one])
    else group.push(one)
  }
  return groups
}
