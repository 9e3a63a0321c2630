import { isHan } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import type { Slip } from './index.ts'
import { cutWords, windowAround } from './window.ts'

/** What the word must gain over its two pieces. */
const leastGain = 6

/** A blank inside a word: 安全生 产. A blank between words sets off parts of a title, one in 目 录 spreads it out. */
export function splitWords(text: string, model: LanguageModel): readonly Slip[] {
  const found: Slip[] = []
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    const around = [at - 2, at - 1, at + 1, at + 2]
    if (!around.every((place) => isHan(text.charCodeAt(place)))) continue
    // 目 录附 件姓 名: lines that are spread out, one behind the other.
    if (text.slice(Math.max(0, at - 5), at).includes(' ') || text.slice(at + 1, at + 6).includes(' ')) continue
    const slip = splitAt(text, at, model)
    if (slip !== undefined) found.push(slip)
  }
  return found
}

function splitAt(text: string, at: number, model: LanguageModel): Slip | undefined {
  const left = text.slice(windowAround(text, { start: at, end: at }).start, at)
  const right = text.slice(at + 1, windowAround(text, { start: at + 1, end: at + 1 }).end)
  const pieces = [cutWords(left, model), cutWords(right, model)] as const
  const last = pieces[0].words.at(-1)!
  const first = pieces[1].words[0]!
  if (last.end - last.start > 1 || first.end - first.start > 1) return undefined
  const joined = cutWords(left + right, model)
  const word = joined.words.find(({ start, end }) => start < left.length && end > left.length)
  if (word === undefined || joined.score - pieces[0].score - pieces[1].score < leastGain) return undefined
  const start = at - left.length + word.start
  return { start, end: start + word.end - word.start + 1, right: (left + right).slice(word.start, word.end) }
}
