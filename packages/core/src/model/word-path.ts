import { type LanguageModel, longestWord, wordCount } from './language-model.ts'
import { mayKnowPair } from './pair-filter.ts'

/** ln of the probability of each word that begins at each place of a text: `costs[place * longestWord + length − 1]`. */
export type WordCosts = Float64Array

/** The likeliest way to cut a stretch into words, as far as one place in it is concerned. */
export interface WordPath {
  /** ln of the probability of the whole cut. */
  readonly score: number
  /** The number of words. */
  readonly words: number
  /** The length of the word that holds the place, and ln of its probability. */
  readonly length: number
  readonly word: number
}

/** A text as `encode` lays it out, with the costs of its words as far as they were filled. */
export interface CostedText {
  readonly model: LanguageModel
  readonly ids: Uint16Array
  readonly costs: WordCosts
  /** By number: the cost of the character as a word, or NaN as long as nobody has asked. */
  readonly alone: Float64Array
}

/** Fills the costs of all words that begin at `place`. */
export function fillWordCosts(text: CostedText, place: number): void {
  fillLonger(text, place, 1)
}

/** Fills anew the costs of the words that hold `place` and begin at `start` to `place`, its character being another. */
export function refillWordCosts(text: CostedText, start: number, place: number): void {
  const { ids, costs, model } = text
  let isJoined = true
  for (let at = place; at >= start; at--) {
    isJoined &&= at === place || mayKnowPair(model.joins, ids[at]!, ids[at + 1]!)
    if (isJoined) fillLonger(text, at, place - at + 1)
    else fillNoWords(costs, at, place - at + 1)
  }
}

/** Fills the costs of the words of `from` characters and more; where two characters stand together in no word, none goes on. */
function fillLonger({ model, ids, costs, alone }: CostedText, place: number, from: number): void {
  const id = ids[place]!
  if (Number.isNaN(alone[id])) alone[id] = wordCost(model, ids, place, 1)
  if (from === 1) costs[place * longestWord] = alone[id]!
  for (let length = Math.max(2, from); length <= longestWord; length++) {
    const last = place + length - 1
    if (last >= ids.length || !mayKnowPair(model.joins, ids[last - 1]!, ids[last]!)) {
      fillNoWords(costs, place, length)
      return
    }
    costs[place * longestWord + length - 1] = wordCost(model, ids, place, length)
  }
}

function fillNoWords(costs: WordCosts, place: number, from: number): void {
  const end = (place + 1) * longestWord
  for (let at = place * longestWord + from - 1; at < end; at++) costs[at] = Number.NEGATIVE_INFINITY
}

/** ln of the probability of one word; −∞ for a run of several characters that is none. */
export function wordCost(
  model: Pick<LanguageModel, 'words' | 'wordTotal'>,
  ids: Uint16Array,
  place: number,
  length: number,
): number {
  const count = wordCount(model, ids, place, place + length)
  if (count > 0) return Math.log(count / model.wordTotal)
  return length === 1 ? Math.log(0.5 / model.wordTotal) - 2 : Number.NEGATIVE_INFINITY
}

const longestStretch = 24
const best = new Float64Array(longestStretch + 1)
const origin = new Int32Array(longestStretch + 1)

/** The likeliest cut of `from` to `to − 1` (24 places at most), seen from the word that holds `at`. */
export function wordPath(costs: WordCosts, from: number, to: number, at: number): WordPath {
  const size = to - from
  best.fill(Number.NEGATIVE_INFINITY, 0, size + 1)
  best[0] = 0
  for (let place = 0; place < size; place++) {
    const reached = best[place]!
    for (let length = 1; length <= longestWord && place + length <= size; length++) {
      const score = reached + costs[(from + place) * longestWord + length - 1]!
      if (score > best[place + length]!) {
        best[place + length] = score
        origin[place + length] = place
      }
    }
  }
  let words = 0
  let start = 0
  let end = 0
  for (let place = size; place > 0; place = origin[place]!) {
    words++
    if (place + from > at && origin[place]! + from <= at) {
      start = origin[place]!
      end = place
    }
  }
  return { score: best[size]!, words, length: end - start, word: best[end]! - best[start]! }
}
