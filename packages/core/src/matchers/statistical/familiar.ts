import { kind } from '../../model/character-table.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import type { CountedText } from '../../model/probability.ts'

/** A pair that was seen more often than this vouches for its characters when it stands in words. */
const familiarPair = 80
/** Pairs seen more often than this on both sides vouch for the character between them. */
const familiarSide = 40
/** A run of three that was seen more often than this vouches for its characters. */
const familiarTriple = 6

/** How often the pairs that a place ends and begins were counted. */
export interface Sides {
  readonly before: number
  readonly after: number
}

/** Whether the pairs on its sides are known well enough for the character to be right. */
export function isBetweenFamiliar({ ids, model }: CountedText, place: number, { before, after }: Sides): boolean {
  if (before > familiarSide && after > familiarSide) return true
  if (before > familiarPair && mayKnowPair(model.joins, ids[place - 1]!, ids[place]!)) return true
  return after > familiarPair && mayKnowPair(model.joins, ids[place]!, ids[place + 1]!)
}

/** Whether a longer run that holds the place is known well enough for the character to be right. */
export function isInFamiliarRun(text: CountedText, place: number): boolean {
  for (let from = place - 2; from <= place; from++) if (tripleCount(text, from) > familiarTriple) return true
  for (let from = place - 3; from <= place; from++) if (isKnownFour(text, from)) return true
  return false
}

/** How often the pair that begins at `place` was counted; no run crosses a boundary. */
export function pairCount({ ids, counts }: CountedText, place: number): number {
  return ids[place] === kind.boundary || ids[place + 1] === kind.boundary ? 0 : counts.pair(place)
}

/** Longer runs of unknown ones are not looked up. */
function tripleCount(text: CountedText, from: number): number {
  const { ids, counts } = text
  return pairCount(text, from) === 0 || ids[from + 2] === kind.boundary ? 0 : counts.count(from, 3)
}

function isKnownFour(text: CountedText, from: number): boolean {
  const { ids, counts } = text
  return tripleCount(text, from) > 0 && ids[from + 3] !== kind.boundary && counts.count(from, 4) > 0
}
