import { isHan, margin } from '../../model/character-table.ts'
import { type LanguageModel, longestWord } from '../../model/language-model.ts'
import { likelihood } from '../../model/probability.ts'
import { fillWordCosts } from '../../model/word-path.ts'
import { layOut } from '../statistical/line.ts'

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

/** Cuts a text into words. */
export function cutWords(text: string, model: LanguageModel): Cut {
  const line = layOut(text, model)
  const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY)
  const origin = new Int32Array(text.length + 1)
  best[0] = 0
  for (let at = 0; at < text.length; at++) {
    fillWordCosts(line, at + margin)
    for (let length = 1; length <= longestWord && at + length <= text.length; length++) {
      const score = best[at]! + line.costs[(at + margin) * longestWord + length - 1]!
      if (score <= best[at + length]!) continue
      best[at + length] = score
      origin[at + length] = at
    }
  }
  const words: WordSpan[] = []
  for (let end = text.length; end > 0; end = origin[end]!) words.unshift({ start: origin[end]!, end })
  return { score: best[text.length]!, words }
}

/** The word that holds a place, if any. */
export function wordAt({ words }: Cut, at: number): WordSpan | undefined {
  return words.find(({ start, end }) => start <= at && at < end)
}

/** ln of the probability of a short text, read by characters. */
export function likelihoodOf(text: string, model: LanguageModel): number {
  return likelihood(layOut(text, model), margin, text.length + margin)
}
