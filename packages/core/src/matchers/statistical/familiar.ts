import { kind } from '../../model/character-table.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import type { CountedText } from '../../model/probability.ts'
import { usualCount, vouchingCount } from '../../model/usual-pairs.ts'
import type { Line } from './line.ts'

/** Whether the pairs on a place's sides are usual where a publisher's own counts are added. */
export function isBetweenFamiliar(line: Line, place: number): boolean {
  const { ids, model } = line
  const before = pairCount(line, place - 1)
  const after = pairCount(line, place)
  if (before > usualCount && after > usualCount) return true
  if (before > vouchingCount && mayKnowPair(model.joins, ids[place - 1]!, ids[place]!)) return true
  return after > vouchingCount && mayKnowPair(model.joins, ids[place]!, ids[place + 1]!)
}

/** A run of three that was seen more often than this vouches for its characters. */
const familiarTriple = 6

/** Whether a run of three that holds the place is known well enough for the character to be right. */
export function isInFamiliarTriple(text: CountedText, place: number): boolean {
  return (
    tripleCount(text, place - 2) > familiarTriple ||
    tripleCount(text, place - 1) > familiarTriple ||
    tripleCount(text, place) > familiarTriple
  )
}

/** Whether a run of four that holds the place is known at all: then the character is right as well. */
export function isInKnownFour(text: CountedText, place: number): boolean {
  // A run of four is known by the run of three that it begins with.
  for (let from = place - 3; from <= place; from++)
    if (tripleCount(text, from) > 0 && isKnownFour(text, from)) return true
  return false
}

/** How often the pair that begins at `place` was counted; no run crosses a boundary. */
export function pairCount({ ids, counts }: CountedText, place: number): number {
  return ids[place] === kind.boundary || ids[place + 1] === kind.boundary ? 0 : counts.pair(place)
}

/** Whether the run of three that begins at `from` may have been counted: runs of pairs that were not are not looked up. */
export function mayKnowRun({ ids, model }: CountedText, from: number): boolean {
  const [first, second, third] = [ids[from]!, ids[from + 1]!, ids[from + 2]!]
  if (first === kind.boundary || second === kind.boundary || third === kind.boundary) return false
  return mayKnowPair(model.pairs, first, second) && mayKnowPair(model.pairs, second, third)
}

function tripleCount(text: CountedText, from: number): number {
  if (!mayKnowRun(text, from)) return 0
  const { counts } = text
  const count = counts.count(from, 3)
  return count > 0 && counts.pair(from) > 0 ? count : 0
}

function isKnownFour({ ids, counts }: CountedText, from: number): boolean {
  return ids[from + 3] !== kind.boundary && counts.count(from, 4) > 0
}
