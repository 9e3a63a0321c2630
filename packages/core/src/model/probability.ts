import { kind } from './character-table.ts'
import { characterProbability, gramCount, type LanguageModel } from './language-model.ts'

/** How many observations of a context the shorter context's estimate is worth. */
const trust = 4
/** The same for a single neighbour, whose estimate rests on the bare frequency of characters. */
const bareTrust = 16
/** One character in so many begins or ends a run of text. */
const boundaryEvery = 12

/** ln of the probability of the character at `at` and of the three after it, read forward from the left. */
export function forward(model: LanguageModel, ids: Uint16Array, at: number): number {
  let sum = 0
  const last = Math.min(at + 3, ids.length - 3)
  for (let place = at; place <= last; place++) {
    sum += Math.log(afterLeft(model, ids, place))
    if (place > at && ids[place] === kind.boundary) break
  }
  return sum
}

/** ln of the probability of the character at `at` and of the three before it, read backward from the right. */
export function backward(model: LanguageModel, ids: Uint16Array, at: number): number {
  let sum = 0
  const last = Math.max(at - 3, 2)
  for (let place = at; place >= last; place--) {
    sum += Math.log(beforeRight(model, ids, place))
    if (place < at && ids[place] === kind.boundary) break
  }
  return sum
}

function afterLeft(model: LanguageModel, ids: Uint16Array, at: number): number {
  const end = at + 1
  const single = ids[at - 1] === kind.boundary
  const seen = single ? model.total / boundaryEvery : gramCount(model, ids, at - 1, at)
  let probability = blend(gramCount(model, ids, at - 1, end), seen, characterProbability(model, ids[at]!), bareTrust)
  if (single) return probability
  for (let start = at - 2; start >= at - 3; start--) {
    const context = gramCount(model, ids, start, at)
    if (context === 0) return probability
    probability = blend(gramCount(model, ids, start, end), context, probability, trust)
    if (ids[start] === kind.boundary) return probability
  }
  return probability
}

function beforeRight(model: LanguageModel, ids: Uint16Array, at: number): number {
  const single = ids[at + 1] === kind.boundary
  const seen = single ? model.total / boundaryEvery : gramCount(model, ids, at + 1, at + 2)
  let probability = blend(gramCount(model, ids, at, at + 2), seen, characterProbability(model, ids[at]!), bareTrust)
  if (single) return probability
  for (let end = at + 3; end <= at + 4; end++) {
    const context = gramCount(model, ids, at + 1, end)
    if (context === 0) return probability
    probability = blend(gramCount(model, ids, at, end), context, probability, trust)
    if (ids[end - 1] === kind.boundary) return probability
  }
  return probability
}

/** The observed share, drawn towards the shorter context's estimate as long as observations are few. */
function blend(together: number, context: number, shorter: number, weight: number): number {
  return (together + weight * shorter) / (context + weight)
}
