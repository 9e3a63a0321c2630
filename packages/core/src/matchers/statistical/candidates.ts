import { confusionNumber, meantId } from '../../model/confusions.ts'
import { type LanguageModel, longestWord, pairWordCount } from '../../model/language-model.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { backward, forward } from '../../model/probability.ts'
import { refillWordCosts, type WordPath, wordPath } from '../../model/word-path.ts'
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
export const plausibleWord = 50
/** ln of the probability from which on a word of two characters is taken as meant. */
const commonWord = -10.5

/** The candidates of one place; what is written is looked into only when one turns up that its neighbours know. */
export class Candidates {
  readonly place: number
  readonly #line: Line
  /** ln of the probability of what is written, read forward and backward. */
  #forward: number | undefined
  #backward: number | undefined
  #cut: { readonly stretch: Stretch; readonly path: WordPath } | undefined

  constructor(line: Line, place: number) {
    this.#line = line
    this.place = place
  }

  /** Whether the text around was cut into words for a candidate: then more counts than the runs that hold the place. */
  get isCut(): boolean {
    return this.#cut !== undefined
  }

  /** What the candidate gains, or nothing when it does not fit better read both ways. */
  try(entry: number): Chosen | undefined {
    const id = meantId(entry)
    const ahead = this.gainAhead(id)
    const behind = ahead === undefined ? undefined : this.gainBehind(id)
    return behind === undefined ? undefined : this.choose(entry, { forward: ahead!, backward: behind })
  }

  /** What the candidate of that number gains read forward; nothing when that is too little. */
  gainAhead(id: number): number | undefined {
    const line = this.#line
    this.#forward ??= forward(line, this.place)
    line.counts.replace(this.place, id)
    const gain = forward(line, this.place, this.#forward + leastGain.forward) - this.#forward
    line.counts.restore()
    return gain >= leastGain.forward ? gain : undefined
  }

  /** The same read backward. */
  gainBehind(id: number): number | undefined {
    const line = this.#line
    this.#backward ??= backward(line, this.place)
    line.counts.replace(this.place, id)
    const gain = backward(line, this.place, this.#backward + leastGain.backward) - this.#backward
    line.counts.restore()
    return gain > leastGain.backward ? gain : undefined
  }

  /** All that a candidate gains, or nothing when what is written is meant. */
  choose(entry: number, gain: Omit<Suspicion['gain'], 'words'>): Chosen | undefined {
    const { stretch, path } = this.#readCut()
    if (isMeant(path)) return undefined
    const after = changedPath(this.#line, this.place, { id: meantId(entry), stretch })
    const words = after.score - path.score
    const total = gain.forward + gain.backward + words - (confusionNumber(entry) === 0 ? 0 : unlikeSoundCost)
    return { entry, stretch, before: path, after, gain: { ...gain, words }, total }
  }

  #readCut(): { readonly stretch: Stretch; readonly path: WordPath } {
    if (this.#cut !== undefined) return this.#cut
    const stretch = stretchAround(this.#line, this.place)
    this.#cut = { stretch, path: wordPath(this.#line.costs, stretch.from, stretch.to, this.place) }
    return this.#cut
  }
}

/** Whether a candidate in a place makes a common word with a neighbour. */
export function isInCommonWord({ ids, model }: Line, place: number, id: number): boolean {
  return isCommonWord(model, ids[place - 1]!, id) || isCommonWord(model, id, ids[place + 1]!)
}

function isCommonWord(model: LanguageModel, left: number, right: number): boolean {
  return mayKnowPair(model.joins, left, right) && pairWordCount(model, left, right) > plausibleWord
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
