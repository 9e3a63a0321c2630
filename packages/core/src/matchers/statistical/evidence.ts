import type { Suspicion } from './suspicion.ts'
import { weights } from './weights.ts'

/** What speaks for and against a suspicion, each as a number of the order of 1; their weights are in weights.ts. */
export type Evidence = Readonly<Record<EvidenceName, number>>

/** Names of the kinds of evidence; `bias` is always 1. */
export type EvidenceName = keyof typeof weights

/** The logarithm of the odds that the character is wrong and the suggestion right, in the calibration's mixture. */
export function suspicionScore(suspicion: Suspicion): number {
  const values = evidence(suspicion)
  let score = 0
  for (const name of names) score += weights[name] * values[name]
  return score
}

const names = Object.keys(weights) as readonly EvidenceName[]

/** Weighs up nothing: only says what was seen. */
export function evidence(suspicion: Suspicion): Evidence {
  const { gain, before, after, confusion, commonness, left, right, strangePairs, written, meant } = suspicion
  const aside = Math.min(gain.forward, gain.backward)
  return {
    bias: 1,
    forward: within(gain.forward, 0, 20) / 5,
    farForward: within(gain.forward, 20, 40) / 5 - 4,
    backward: within(gain.backward, 0, 20) / 5,
    farBackward: within(gain.backward, 20, 40) / 5 - 4,
    weakerSide: within(aside, 0, 20) / 5,
    words: within(gain.words, -10, 15) / 5,
    fuzzySound: flag(confusion === 'fuzzy-sound'),
    shape: flag(confusion === 'shape'),
    wasAlone: flag(before.length === 1),
    becomesWord: flag(after.length > 1),
    becomesLongWord: flag(after.length > 2),
    fewerWords: within(before.words - after.words, -2, 3),
    commonWordBefore: before.length > 1 ? (before.probability + 18) / 5 : 0,
    commonWordAfter: after.length > 1 ? (after.probability + 18) / 5 : 0,
    ...runs(suspicion),
    lead: within(suspicion.lead, 0, 10) / 5,
    commonWritten: commonness.written / 5,
    commonMeant: commonness.meant / 5,
    alone: flag(left === 0),
    last: flag(right === 0),
    second: flag(left === 1),
    secondLast: flag(right === 1),
    shortRun: flag(left + right <= 2),
    strange: flag(strangePairs >= 1),
    stranger: flag(strangePairs >= 2),
    strangest: flag(strangePairs >= 3),
    numeral: flag(numerals.has(written)),
    grammatical: flag(grammatical.has(meant)),
    wasGrammatical: flag(grammatical.has(written)),
    rareToGrammatical: flag(grammatical.has(meant) && suspicion.seenBefore[0] === 0),
  }
}

type RunEvidence =
  | 'unknownWritten'
  | 'pairBefore'
  | 'pairKnownBefore'
  | 'tripleBefore'
  | 'pairAfter'
  | 'tripleAfter'
  | 'fourAfter'
  | 'fourKnownAfter'

function runs({ seenBefore, seenAfter }: Suspicion): Readonly<Record<RunEvidence, number>> {
  const [single = 0, pairBefore = 0, tripleBefore = 0] = seenBefore
  const [, pairAfter = 0, tripleAfter = 0, fourAfter = 0] = seenAfter
  return {
    unknownWritten: flag(single === 0),
    pairKnownBefore: flag(pairBefore > 0),
    pairBefore: magnitude(pairBefore),
    tripleBefore: flag(tripleBefore > 0),
    pairAfter: magnitude(pairAfter),
    tripleAfter: magnitude(tripleAfter),
    fourKnownAfter: flag(fourAfter > 0),
    fourAfter: magnitude(fourAfter),
  }
}

const numerals = new Set('〇一二三四五六七八九十百千万亿两甲乙丙丁')
const grammatical = new Set('的之其于有一是不在了和为以对没与或及个这那着得地上中下大也都到要就而')

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

function flag(holds: boolean): number {
  return holds ? 1 : 0
}

function magnitude(count: number): number {
  return Math.log(Math.max(count, 0.3)) / 3
}
