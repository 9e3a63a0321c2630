import { confusionNumber, confusions } from '../../model/confusions.ts'
import { countOfSteps } from '../../model/gram-table.ts'
import type { Chosen } from './candidates.ts'
import type { Suspicion } from './suspicion.ts'
import { weights } from './weights.ts'

/*
 * How far a suspicion can come while it is only partly known. What is known counts as in evidence.ts; a candidate that
 * cannot reach the score asked for needs no further look-ups.
 */

/**
 * What evidence that is not yet known may be needed for at most: when only pairs were looked up, when besides no run of
 * three knows the candidate, when the runs that know it were counted, and when it was read both ways. Of 122,000 planted
 * errors that were told, none needed more than 9.65, 6.0, 8.45 and 2.15.
 */
export const mostLater = { pairs: 9.7, noTriple: 6.2, runs: 8.6, read: 2.3 } as const

/** The logarithm of a pair's count by its steps, as evidence.ts takes it, as long as no second count is added. */
const magnitudes = Float64Array.from({ length: 32 }, (_, steps) => magnitude(countOfSteps(steps)))

function magnitudeOf(steps: number): number {
  return steps < 32 ? magnitudes[steps]! : magnitude(countOfSteps(steps))
}

/** Of whatever is meant by a character: given ln of its probability and the steps of its better-known pair. */
export function writtenCeiling(commonness: number, pairSteps: number): number {
  const known = pairSteps > 0 ? weights.pairKnownBefore : 0
  const pair = weights.pairBefore * magnitudeOf(pairSteps)
  return weights.bias + (weights.commonWritten * commonness) / 5 + pair + known
}

/** What a candidate adds to that, given the same of it. */
export function meantCeiling(commonness: number, pairSteps: number): number {
  return (weights.commonMeant * commonness) / 5 + weights.pairAfter * magnitudeOf(pairSteps)
}

/** What runs of three and four add, given the counts of the best-known ones that hold the candidate. */
export function runsCeiling(triple: number, four: number): number {
  const known = four > 0 ? weights.fourKnownAfter : 0
  return weights.tripleAfter * magnitude(triple) + weights.fourAfter * magnitude(four) + known
}

/** What must be gained in words for the sum to become 0; infinite when nothing suffices. */
export function wordsNeeded(sum: number): number {
  const words = (-sum * 5) / weights.words
  return words > mostWords ? Number.POSITIVE_INFINITY : words
}

/** The most that a candidate adds to that sum, runs included, once it is wholly read. */
export function ceilingOf({ entry, gain, before, after }: Chosen): number {
  const words =
    weights.words * (within(gain.words, -10, mostWords) / 5) +
    weights.fewerWords * within(before.words - after.words, -2, 3) +
    (before.length === 1 ? weights.wasAlone : 0) +
    (after.length > 1 ? weights.becomesWord : 0) +
    (after.length > 2 ? weights.becomesLongWord : 0) +
    (before.length > 1 ? weights.commonWordBefore * ((before.word + 18) / 5) : 0) +
    (after.length > 1 ? weights.commonWordAfter * ((after.word + 18) / 5) : 0)
  return readScore(gain) + words + kindScore(confusionNumber(entry)) + mostLate
}

/** A greater gain in words says no more. */
const mostWords = 15

/** What is read last, and flags that are left aside. */
const late = [
  ...(['tripleBefore', 'lead', 'lead', 'unknownWritten', 'rareToGrammatical'] as const),
  ...(['alone', 'last', 'second', 'secondLast', 'shortRun', 'strange', 'stranger', 'strangest'] as const),
  ...(['numeral', 'grammatical', 'wasGrammatical'] as const),
]
const mostLate = late.reduce((sum, name) => sum + Math.max(0, weights[name]), 0)

function kindScore(confusion: number): number {
  if (confusion === 0) return 0
  return confusions[confusion] === 'shape' ? weights.shape : weights.fuzzySound
}

/** What is gained reading the text both ways. */
export function readScore({ forward, backward }: Omit<Suspicion['gain'], 'words'>): number {
  return (
    (weights.forward * within(forward, 0, 20)) / 5 +
    weights.farForward * (within(forward, 20, 40) / 5 - 4) +
    (weights.backward * within(backward, 0, 20)) / 5 +
    weights.farBackward * (within(backward, 20, 40) / 5 - 4) +
    (weights.weakerSide * within(Math.min(forward, backward), 0, 20)) / 5
  )
}

function magnitude(count: number): number {
  return Math.log(Math.max(count, 0.3)) / 3
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
