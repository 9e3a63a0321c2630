import { kind } from './character-table.ts'
import { characterProbability, type LanguageModel } from './language-model.ts'
import type { RunCounts } from './run-counts.ts'

/** How many observations of a context the shorter context's estimate is worth. */
const trust = 4
/** The same for a single neighbour, whose estimate rests on the bare frequency of characters. */
const bareTrust = 16
/** One character in so many begins or ends a run of text. */
const boundaryEvery = 12

/** A text as `encode` lays it out, and how often its runs were counted. */
export interface CountedText {
  readonly model: LanguageModel
  readonly ids: Uint16Array
  readonly counts: RunCounts
}

/**
 * ln of the probability of the character at `at` and of the three after it, read forward from the left; some number
 * below `least` where it is that small.
 */
export function forward(text: CountedText, at: number, least: number = Number.NEGATIVE_INFINITY): number {
  const { ids } = text
  let sum = 0
  const last = Math.min(at + 3, ids.length - 3)
  for (let place = at; place <= last; place++) {
    sum += Math.log(afterLeft(text, place))
    if ((place > at && ids[place] === kind.boundary) || sum < least) break
  }
  return sum
}

/**
 * ln of the probability of the character at `at` and of the three before it, read backward from the right; some number
 * below `least` where it is that small.
 */
export function backward(text: CountedText, at: number, least: number = Number.NEGATIVE_INFINITY): number {
  const { ids } = text
  let sum = 0
  const last = Math.max(at - 3, 2)
  for (let place = at; place >= last; place--) {
    sum += Math.log(beforeRight(text, place))
    if ((place < at && ids[place] === kind.boundary) || sum < least) break
  }
  return sum
}

/** ln of the probability of the characters from `from` to `to − 1`, each read after what stands to its left. */
export function likelihood(text: CountedText, from: number, to: number): number {
  let sum = 0
  for (let place = from; place < to; place++) sum += Math.log(afterLeft(text, place))
  return sum
}

function afterLeft({ model, ids, counts }: CountedText, at: number): number {
  const single = ids[at - 1] === kind.boundary
  const seen = single ? model.total / boundaryEvery : counts.single(at - 1)
  let probability = blend(counts.pair(at - 1), seen, characterProbability(model, ids[at]!), bareTrust)
  const pair = single ? 0 : counts.pair(at - 2)
  if (pair === 0) return probability
  probability = blend(counts.count(at - 2, 3), pair, probability, trust)
  const triple = ids[at - 2] === kind.boundary ? 0 : counts.count(at - 3, 3)
  return triple === 0 ? probability : blend(counts.count(at - 3, 4), triple, probability, trust)
}

function beforeRight({ model, ids, counts }: CountedText, at: number): number {
  const single = ids[at + 1] === kind.boundary
  const seen = single ? model.total / boundaryEvery : counts.single(at + 1)
  let probability = blend(counts.pair(at), seen, characterProbability(model, ids[at]!), bareTrust)
  const pair = single ? 0 : counts.pair(at + 1)
  if (pair === 0) return probability
  probability = blend(counts.count(at, 3), pair, probability, trust)
  const triple = ids[at + 2] === kind.boundary ? 0 : counts.count(at + 1, 3)
  return triple === 0 ? probability : blend(counts.count(at, 4), triple, probability, trust)
}

/** The observed share, drawn towards the shorter context's estimate as long as observations are few. */
function blend(together: number, context: number, shorter: number, weight: number): number {
  return (together + weight * shorter) / (context + weight)
}
