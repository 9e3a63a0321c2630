import type { MatchMemory } from '../exemptions/covered.ts'
import { isAlike } from '../text/alike.ts'
import { gatherAll } from '../text/recall.ts'
import type { Match, Matcher, Reading } from '../types.ts'

/** A match with the layer of the matcher that found it; while a draft is edited, also what was said of it before. */
export interface FoundMatch {
  readonly match: Match
  readonly layer: Matcher['layer']
  readonly memory?: MatchMemory
}

/**
 * What all matchers find. While a draft is edited, those that look at each segment alone are asked about segments that
 * do not remember them; those that must see all are asked about all, and what they found before is found again.
 */
export function findAll(reading: Reading, matchers: readonly Matcher[]): FoundMatch[] {
  const { segments } = reading.document
  if (segments[0]?.memory === undefined) {
    return matchers.flatMap((matcher) =>
      matcher.find(reading, segments).map((match) => ({ match, layer: matcher.layer })),
    )
  }
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

/** What a matcher found in one segment, at this check and at the one before. */
interface Rounds {
  readonly check: object
  readonly before: FoundMatch[]
  readonly now: FoundMatch[]
}

/** What a matcher finds; what it found before is the same object, so that nobody need judge it again. */
function findAgain(reading: Reading, matcher: Matcher): FoundMatch[] {
  const check = {}
  const { layer } = matcher
  return matcher.find(reading, reading.document.segments).map((match) => {
    const { memory } = match.segment
    if (memory === undefined) return { match, layer }
    const rounds = roundsOf(memory.get(matcher) as Rounds | undefined, check)
    memory.set(matcher, rounds)
    const at = rounds.before.findIndex((one) => isAlike(one.match, match))
    const found = rounds.before.splice(at, at < 0 ? 0 : 1)[0] ?? { match, layer, memory: {} }
    rounds.now.push(found)
    return found
  })
}

function roundsOf(known: Rounds | undefined, check: object): Rounds {
  return known?.check === check ? known : { check, before: known?.now ?? [], now: [] }
}
