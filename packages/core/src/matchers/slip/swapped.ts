import { margin } from '../../model/character-table.ts'
import { mostCohesion } from '../../model/cohesion.ts'
import { type LanguageModel, pairWordCount } from '../../model/language-model.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { orderedCount } from '../../model/usual-pairs.ts'
import { doubt, type Places } from '../close-reading/places.ts'
import { isLeftAlone } from '../statistical/guards.ts'
import { aloneOf, pairCountOf } from '../statistical/line.ts'
import type { Slip, SlipFinder } from './index.ts'
import { type Cut, cutWords, likelihoodOf, windowAround, wordAt } from './window.ts'

/** What the exchange must gain: in the cut into words and read by characters. */
const leastGain = { words: 7, characters: 14.2 }
/** Sums of the same numbers in another order differ in their last digits. */
const slack = 1e-9

/** A pair that is listed as a word no oftener than this may be two characters in the wrong order. */
const rareWord = 5

/** Two neighbours in the wrong order, which make a word the other way round and stand alone as they are: 障保. */
export const swappedCharacters: SlipFinder = {
  doubt: doubt.order,
  mayBe: (left, right, model) =>
    left !== right && mayKnowPair(model.joins, right, left) && !isFamiliar(left, right, model),
  mayBeAt: mayMakeWord,
  findAt: swapAt,
  isLeftAlone: (text, at) => isLeftAlone(text, { at, written: text[at]!, after: { length: 2 } }),
}

function isFamiliar(left: number, right: number, model: LanguageModel): boolean {
  if (pairCountOf(model, left, right) > orderedCount) return true
  return mayKnowPair(model.joins, left, right) && pairWordCount(model, left, right) > rareWord
}

/** Whether the two make a word the other way round that is likelier than they are one by one: no exchange gains more. */
function mayMakeWord({ ids }: Places, at: number, model: LanguageModel): boolean {
  const first = at + margin
  const last = first + 1
  const left = ids[first]!
  const right = ids[last]!
  ids[first] = right
  ids[last] = left
  const most = mostCohesion({ model, ids, alone: aloneOf(model) }, { first, last })
  ids[first] = left
  ids[last] = right
  return most >= leastGain.words - slack
}

function swapAt(text: string, at: number, model: LanguageModel): Slip | undefined {
  const window = windowAround(text, { start: at, end: at + 2 })
  const written = text.slice(window.start, window.end)
  const place = at - window.start
  const swapped = written.slice(0, place) + written[place + 1]! + written[place]! + written.slice(place + 2)
  const before = cutWords(written, model)
  if (!standAlone(before, place) && !isWhole(before, place)) return undefined
  const after = cutWords(swapped, model)
  const word = wordAt(after, place)
  if (word === undefined || word.end < place + 2 || after.score - before.score < leastGain.words) return undefined
  if (likelihoodOf(swapped, model) - likelihoodOf(written, model) < leastGain.characters) return undefined
  const right = swapped.slice(word.start, word.end)
  const start = window.start + word.start
  return { start, end: start + right.length, right }
}

function standAlone(cut: Cut, place: number): boolean {
  return [place, place + 1].every((at) => cut.words.some(({ start, end }) => start === at && end === at + 1))
}

function isWhole({ words }: Cut, place: number): boolean {
  return words.some(({ start, end }) => start === place && end === place + 2)
}
