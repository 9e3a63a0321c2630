import { isHan, kind, margin } from '../../model/character-table.ts'
import type { CostedRun } from '../../model/cohesion.ts'
import { type LanguageModel, longestWord } from '../../model/language-model.ts'
import { likelihood } from '../../model/probability.ts'
import { fillWordCosts } from '../../model/word-path.ts'
import { aloneOf, layOut } from '../statistical/line.ts'

/** A word of a cut: units from `start` to `end − 1`. */
export interface WordSpan {
  readonly start: number
  readonly end: number
}

/** The likeliest cut of a short text into words, with ln of its probability. */
export interface Cut {
  readonly score: number
  readonly words: readonly WordSpan[]
}

/** Han characters looked at to each side of a place. */
const reach = 6

/** The unbroken Han characters around `start` to `end − 1`, {@link reach} to each side at most. */
export function windowAround(text: string, { start, end }: WordSpan): WordSpan {
  let from = start
  let to = end
  while (start - from < reach && isHan(text.charCodeAt(from - 1))) from--
  while (to - end < reach && isHan(text.charCodeAt(to))) to++
  return { start: from, end: to }
}

/** Windows are short and cut one after another, so they share their room. */
const longest = 4 * reach
const ids = new Uint16Array(longest + longestWord)
const costs = new Float64Array(ids.length * longestWord)
const best = new Float64Array(longest + 1)
const origin = new Int32Array(longest + 1)

/** Cuts a text of at most 24 characters into words. */
export function cutWords(text: string, model: LanguageModel): Cut {
  const size = Math.min(text.length, longest)
  for (let at = 0; at < size; at++) ids[at] = model.characters.ids[text.charCodeAt(at)]!
  ids.fill(kind.boundary, size)
  best.fill(Number.NEGATIVE_INFINITY, 1)
  const line = { model, ids, costs, alone: aloneOf(model) }
  for (let at = 0; at < size; at++) {
    fillWordCosts(line, at)
    for (let length = 1; length <= longestWord && at + length <= size; length++) {
      const score = best[at]! + costs[at * longestWord + length - 1]!
      if (score <= best[at + length]!) continue
      best[at + length] = score
      origin[at + length] = at
    }
  }
  const words: WordSpan[] = []
  for (let end = size; end > 0; end = origin[end]!) words.push({ start: origin[end]!, end })
  return { score: best[size]!, words: words.reverse() }
}

/** The characters around a pair, as numbers, with what is remembered of the language. */
export interface Around extends CostedRun {
  /** Where the pair's first character stands in `ids`. */
  readonly place: number
}

const aroundIds = new Uint16Array(2 * longestWord + 2)

/** Reads the pair at `at` with {@link longestWord} units to each side; until the next one is read. */
export function readAround(text: string, at: number, model: LanguageModel): Around {
  const start = at - longestWord
  for (let index = 0; index < aroundIds.length; index++) {
    const place = start + index
    aroundIds[index] = place < 0 || place >= text.length ? kind.boundary : model.characters.ids[text.charCodeAt(place)]!
  }
  return { model, ids: aroundIds, place: longestWord, alone: aloneOf(model) }
}

/** The word that holds a place, if any. */
export function wordAt({ words }: Cut, at: number): WordSpan | undefined {
  return words.find(({ start, end }) => start <= at && at < end)
}

/** ln of the probability of a short text, read by characters. */
export function likelihoodOf(text: string, model: LanguageModel): number {
  return likelihood(layOut(text, model), margin, text.length + margin)
}
