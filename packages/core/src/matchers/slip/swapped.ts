import { encode, firstCharacter, margin } from '../../model/character-table.ts'
import { type LanguageModel, wordCount } from '../../model/language-model.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { isLeftAlone } from '../statistical/guards.ts'
import { pairCountOf } from '../statistical/line.ts'
import type { Slip, SlipFinder } from './index.ts'
import { type Cut, cutWords, likelihoodOf, windowAround, wordAt } from './window.ts'

/** A pair seen more often than this stands as it should. */
const familiar = 60
/** What the exchange must gain: in the cut into words and read by characters. */
const leastGain = { words: 7, characters: 14.2 }
/** A pair that is listed as a word no oftener than this may be two characters in the wrong order. */
const rareWord = 5

/** Two neighbours in the wrong order, which make a word the other way round and stand alone as they are: 障保. */
export const swappedCharacters: SlipFinder = (text, model) => {
  const ids = encode(text, model.characters)
  const found: Slip[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    const left = ids[at + margin]!
    const right = ids[at + 1 + margin]!
    if (left < firstCharacter || right < firstCharacter || left === right) continue
    if (!mayKnowPair(model.joins, right, left) || isFamiliar(ids, at + margin, model)) continue
    const slip = swapAt(text, at, model)
    if (slip !== undefined) found.push(slip)
  }
  return found
}

function isFamiliar(ids: Uint16Array, place: number, model: LanguageModel): boolean {
  if (pairCountOf(model, ids[place]!, ids[place + 1]!) > familiar) return true
  return mayKnowPair(model.joins, ids[place]!, ids[place + 1]!) && wordCount(model, ids, place, place + 2) > rareWord
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
  if (isLeftAlone(text, { at, written: text[at]!, after: { length: 2 } })) return undefined
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
