import { kind } from '../../model/character-table.ts'
import { gramCount, type LanguageModel, wordCount } from '../../model/language-model.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { type EvidenceName, weights } from './weights.ts'

/**
 * How often a word of two characters was counted with its neighbours; −1 where a boundary takes the place of one.
 *
 *     左 左 [词 词] 右 右      left3 = 左词词, left4 = 左左词词, right3, right4 alike, across = 左词词右
 */
export interface Neighbours {
  readonly left3: number
  readonly left4: number
  readonly right3: number
  readonly right4: number
  readonly across: number
}

/** A word as it stands, or would stand, at a place of a text. */
export interface Standing extends Neighbours {
  /** How often the two characters were counted anywhere, and how frequent the word is in general language. */
  readonly count: number
  readonly frequency: number
  /** Whether a longer word holds it there. */
  readonly isInLonger: boolean
}

/** What a word of two characters was counted with around `at` of the numbers `ids`. */
export function neighbours(ids: Uint16Array, at: number, model: LanguageModel): Neighbours {
  const hasLeft = ids[at - 1] !== kind.boundary
  const hasRight = ids[at + 2] !== kind.boundary
  const count = (holds: boolean, from: number, to: number) => (holds ? gramCount(model, ids, from, to) : -1)
  return {
    left3: count(hasLeft, at - 1, at + 2),
    left4: count(hasLeft && ids[at - 2] !== kind.boundary, at - 2, at + 2),
    right3: count(hasRight, at, at + 3),
    right4: count(hasRight && ids[at + 3] !== kind.boundary, at, at + 4),
    across: count(hasLeft && hasRight, at - 1, at + 3),
  }
}

/** The same with what is known of the word itself. */
export function standing(ids: Uint16Array, at: number, model: LanguageModel): Standing {
  return {
    ...neighbours(ids, at, model),
    count: gramCount(model, ids, at, at + 2),
    frequency: wordCount(model, ids, at, at + 2),
    isInLonger: isInLonger(ids, at, model),
  }
}

/** Whether a word of three or four characters holds those at `at` and behind it: 检察官. */
export function isInLonger(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  const { joins } = model
  if (!mayKnowPair(joins, ids[at - 1]!, ids[at]!) && !mayKnowPair(joins, ids[at + 1]!, ids[at + 2]!)) return false
  for (let from = at - 2; from <= at; from++) {
    for (let to = Math.max(at + 2, from + 3); to <= from + 4; to++) if (wordCount(model, ids, from, to) > 0) return true
  }
  return false
}

/** Whether a run of four that holds the word at `at` was counted, which vouches for it; few look-ups tell. */
export function isVouchedFor(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  const left = ids[at - 1]!
  const right = ids[at + 2]!
  const mayLeft = left !== kind.boundary && mayKnowPair(model.pairs, left, ids[at]!)
  const mayRight = right !== kind.boundary && mayKnowPair(model.pairs, ids[at + 1]!, right)
  const hasLeft = mayLeft && gramCount(model, ids, at - 1, at + 2) > 0
  if (hasLeft && ids[at - 2] !== kind.boundary && gramCount(model, ids, at - 2, at + 2) > 0) return true
  if (!mayRight || gramCount(model, ids, at, at + 3) === 0) return false
  if (hasLeft && gramCount(model, ids, at - 1, at + 3) > 0) return true
  return ids[at + 3] !== kind.boundary && gramCount(model, ids, at, at + 4) > 0
}

/** The logarithm of the odds that `meant` was to stand where `written` does, in the calibration's mixture. */
export function oddsOf(written: Standing, meant: Standing): number {
  const values = evidence(written, meant)
  let score = 0
  for (const name of names) score += weights[name] * values[name]
  return score
}

const names = Object.keys(weights) as readonly EvidenceName[]

/** What was seen, each a number of the order of 1; the weights are in weights.ts. */
export function evidence(written: Standing, meant: Standing): Readonly<Record<EvidenceName, number>> {
  return {
    bias: 1,
    left3: magnitude(meant.left3),
    left4: magnitude(meant.left4),
    right3: magnitude(meant.right3),
    right4: magnitude(meant.right4),
    across: magnitude(meant.across),
    writtenLeft3: magnitude(written.left3),
    writtenRight3: magnitude(written.right3),
    writtenCount: Math.log(written.count + 1),
    meantCount: Math.log(meant.count + 1),
    writtenFrequency: Math.log(written.frequency + 1),
    meantFrequency: Math.log(meant.frequency + 1),
    first: flag(written.left3 < 0),
    last: flag(written.right3 < 0),
    joins: flag(meant.isInLonger),
    bothSides: flag(meant.left4 > 0 && meant.right4 > 0),
    acrossKnown: flag(meant.across > 0),
  }
}

/** Nothing for a boundary, little for what was never counted. */
function magnitude(count: number): number {
  return count < 0 ? 0 : Math.log(Math.max(count, 0.3))
}

function flag(holds: boolean): number {
  return holds ? 1 : 0
}
