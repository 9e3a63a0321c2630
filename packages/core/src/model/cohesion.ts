import { type LanguageModel, longestWord } from './language-model.ts'
import { mayKnowPair } from './pair-filter.ts'
import { wordCost } from './word-path.ts'

/** A text as `encode` lays it out, with what is remembered of the language. */
export interface CostedRun {
  readonly model: LanguageModel
  readonly ids: Uint16Array
  /** By number: the cost of the character as a word, or NaN as long as nobody has asked. */
  readonly alone: Float64Array
}

/** The places from `first` to `last`. */
export interface Places {
  readonly first: number
  readonly last: number
}

/**
 * How much likelier than its characters one by one the most cohesive word of two characters and more is that holds the
 * places; natural logarithms, −∞ when there is none. However a text is cut, a change in these places gains no more.
 */
export function mostCohesion(text: CostedRun, { first, last }: Places): number {
  const { ids } = text
  const { joins } = text.model
  let most = Number.NEGATIVE_INFINITY
  for (let at = first; at < last; at++) if (!mayKnowPair(joins, ids[at]!, ids[at + 1]!)) return most
  const room = longestWord - (last - first + 1)
  const left = joinedBefore(text, first, room)
  const right = joinedBehind(text, last, room)
  for (let from = first - left; from <= first; from++) {
    const end = Math.min(last + right, from + longestWord - 1)
    for (let to = Math.max(last, from + 1); to <= end; to++) most = Math.max(most, cohesion(text, from, to))
  }
  return most
}

/** How many characters before the place, `most` at most, are joined to it pair by pair. */
function joinedBefore({ ids, model }: CostedRun, place: number, most: number): number {
  let count = 0
  while (count < most && mayKnowPair(model.joins, ids[place - count - 1]!, ids[place - count]!)) count++
  return count
}

function joinedBehind({ ids, model }: CostedRun, place: number, most: number): number {
  let count = 0
  while (count < most && mayKnowPair(model.joins, ids[place + count]!, ids[place + count + 1]!)) count++
  return count
}

function cohesion(text: CostedRun, from: number, to: number): number {
  const { model, ids } = text
  const word = wordCost(model, ids, from, to - from + 1)
  if (word === Number.NEGATIVE_INFINITY) return word
  let apart = 0
  for (let at = from; at <= to; at++) apart += costAlone(text, ids[at]!)
  return word - apart
}

/** ln of the probability of a character as a word by itself; remembered. */
export function costAlone({ model, alone }: Pick<CostedRun, 'model' | 'alone'>, id: number): number {
  const known = alone[id]!
  if (!Number.isNaN(known)) return known
  asked[0] = id
  const cost = wordCost(model, asked, 0, 1)
  alone[id] = cost
  return cost
}

const asked = new Uint16Array(1)
