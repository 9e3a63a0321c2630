import { kind } from '../../model/character-table.ts'
import { confusionNumber, isLikelierAlone, meantId } from '../../model/confusions.ts'
import { type LanguageModel, longestWord, wordCount } from '../../model/language-model.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { backward, forward } from '../../model/probability.ts'
import { refillWordCosts, type WordPath, wordPath } from '../../model/word-path.ts'
import { pairCount } from './familiar.ts'
import { type Line, type Stretch, stretchAround } from './line.ts'
import type { Suspicion } from './suspicion.ts'

/** A candidate that fits better than what is written. */
export interface Chosen {
  /** Of the model's table of confusions. */
  readonly entry: number
  /** What was looked at around the place, and how it was cut into words before and after. */
  readonly stretch: Stretch
  readonly before: WordPath
  readonly after: WordPath
  readonly gain: Suspicion['gain']
  readonly total: number
}

/** What a candidate must gain at least, forward and backward. */
const leastGain = { forward: 2, backward: 0 }
/** What a confusion other than of equal sound costs when candidates are compared. */
const unlikeSoundCost = 2
/** A word of two characters this frequent in general language makes a candidate plausible by itself. */
const plausibleWord = 50
/** ln of the probability from which on a word of two characters is taken as meant. */
const commonWord = -10.5

/** The candidates of one place; what is written is looked into only when one turns up that its neighbours know. */
export class Candidates {
  readonly #line: Line
  readonly #place: number
  readonly #before: number
  readonly #after: number
  #odds: { readonly forward: number; readonly backward: number } | undefined
  #cut: { readonly stretch: Stretch; readonly path: WordPath } | undefined

  constructor(line: Line, place: number) {
    this.#line = line
    this.#place = place
    this.#before = line.ids[place - 1]!
    this.#after = line.ids[place + 1]!
  }

  /**
   * The first place from `from` to `end − 1` in the table of confusions whose candidate neighbours may know, or `end`.
   * It must also be able to make the cut into words better: in a word with a neighbour, or as the likelier word by
   * itself. Asks the filters only.
   */
  nextFitting(from: number, end: number): number {
    const { pairs, joins, confusions } = this.#line.model
    const { entries } = confusions
    const before = this.#before
    const after = this.#after
    for (let at = from; at < end; at++) {
      const entry = entries[at]!
      const id = meantId(entry)
      const isKnown =
        (before !== kind.boundary && mayKnowPair(pairs, before, id)) ||
        (after !== kind.boundary && mayKnowPair(pairs, id, after))
      if (!isKnown) continue
      if (isLikelierAlone(entry) || mayKnowPair(joins, before, id) || mayKnowPair(joins, id, after)) return at
    }
    return end
  }

  /** What the candidate gains, or nothing when neither a run of three nor a common word knows it or it does not fit better read both ways. */
  try(entry: number): Chosen | undefined {
    const id = meantId(entry)
    if (!this.#isInKnownTriple(id) && !this.#isInCommonWord(id)) return undefined
    const gain = this.#gainOf(id)
    if (gain === undefined) return undefined
    const { stretch, path } = this.#readCut()
    if (isMeant(path)) return undefined
    const after = changedPath(this.#line, this.#place, { id, stretch })
    const words = after.score - path.score
    const total = gain.forward + gain.backward + words - (confusionNumber(entry) === 0 ? 0 : unlikeSoundCost)
    return { entry, stretch, before: path, after, gain: { ...gain, words }, total }
  }

  #isInKnownTriple(id: number): boolean {
    const line = this.#line
    const place = this.#place
    const { counts, model } = line
    const follows = this.#before !== kind.boundary && mayKnowPair(model.pairs, this.#before, id)
    const precedes = this.#after !== kind.boundary && mayKnowPair(model.pairs, id, this.#after)
    counts.replace(place, id)
    const isKnown =
      (follows && precedes && counts.count(place - 1, 3) > 0) ||
      (follows && pairCount(line, place - 2) > 0 && counts.count(place - 2, 3) > 0) ||
      (precedes && pairCount(line, place + 1) > 0 && counts.count(place, 3) > 0)
    counts.restore()
    return isKnown
  }

  #isInCommonWord(id: number): boolean {
    const { model } = this.#line
    return isCommonWord(model, this.#before, id) || isCommonWord(model, id, this.#after)
  }

  #gainOf(id: number): Omit<Suspicion['gain'], 'words'> | undefined {
    const line = this.#line
    const place = this.#place
    this.#odds ??= { forward: forward(line, place), backward: backward(line, place) }
    const odds = this.#odds
    line.counts.replace(place, id)
    const ahead = forward(line, place, odds.forward + leastGain.forward) - odds.forward
    const isAhead = ahead >= leastGain.forward
    const behind = isAhead ? backward(line, place, odds.backward + leastGain.backward) - odds.backward : 0
    line.counts.restore()
    return behind <= leastGain.backward ? undefined : { forward: ahead, backward: behind }
  }

  #readCut(): { readonly stretch: Stretch; readonly path: WordPath } {
    if (this.#cut !== undefined) return this.#cut
    const stretch = stretchAround(this.#line, this.#place)
    this.#cut = { stretch, path: wordPath(this.#line.costs, stretch.from, stretch.to, this.#place) }
    return this.#cut
  }
}

const word = new Uint16Array(2)

function isCommonWord(model: LanguageModel, left: number, right: number): boolean {
  if (!mayKnowPair(model.joins, left, right)) return false
  word[0] = left
  word[1] = right
  return wordCount(model, word, 0, 2) > plausibleWord
}

/** Whether the character stands in a long word or a common one. */
function isMeant({ length, word }: WordPath): boolean {
  return length > 2 || (length === 2 && word > commonWord)
}

const saved = new Float64Array(longestWord * longestWord)

/** The word path after the change; the costs of the words that hold the place are worked out and put back. */
function changedPath(line: Line, place: number, { id, stretch }: { id: number; stretch: Stretch }): WordPath {
  const { ids, costs } = line
  const kept = ids[place]!
  const start = Math.max(stretch.from, place - longestWord + 1)
  const first = start * longestWord
  const end = (place + 1) * longestWord
  for (let at = first; at < end; at++) saved[at - first] = costs[at]!
  ids[place] = id
  refillWordCosts(line, start, place)
  const path = wordPath(costs, stretch.from, stretch.to, place)
  for (let at = first; at < end; at++) costs[at] = saved[at - first]!
  ids[place] = kept
  return path
}
