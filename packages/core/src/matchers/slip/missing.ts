import { firstCharacter, margin } from '../../model/character-table.ts'
import { fillingsOf } from '../../model/gap-table.ts'
import { gramCount, type LanguageModel, longestWord, wordCount } from '../../model/language-model.ts'
import { doubt, type Places } from '../close-reading/places.ts'
import { pairCountOf } from '../statistical/line.ts'
import type { Slip, SlipFinder } from './index.ts'
import { type Around, cutWords, likelihoodOf, readAround, windowAround, wordAt } from './window.ts'

/** What the character must gain: in the cut into words and read by characters, which one more makes harder. */
const leastGain = { words: 4.5, characters: 10.5 }

/** A pair seen more often than this stands as it should. */
const familiar = 2

/** A character left out of a word of four, of which the other three stand there in order: 贯落实. */
export const missingCharacters: SlipFinder = {
  doubt: doubt.gap,
  mayBe: (left, right, model) => pairCountOf(model, left, right) <= familiar,
  mayBeAt(places, at, model) {
    if (!mayLackOne(places, at + margin, model)) return false
    const around = readAround(places.text, at, model)
    return !isBetweenTerms(around) && insertions(around).length > 0
  },
  findAt: insertionAt,
}

/** Whether the pair and a neighbour are what is left of a word of four. */
function mayLackOne({ ids }: Places, place: number, { gaps }: LanguageModel): boolean {
  const left = ids[place]!
  const right = ids[place + 1]!
  if (fillingsOf(gaps, { first: ids[place - 1]!, second: left, third: right, lacks: 3 }).length > 0) return true
  return fillingsOf(gaps, { first: left, second: right, third: ids[place + 2]!, lacks: 2 }).length > 0
}

function insertionAt(text: string, at: number, model: LanguageModel): Slip | undefined {
  const ids = insertions(readAround(text, at, model))
  const window = windowAround(text, { start: at, end: at + 2 })
  const written = text.slice(window.start, window.end)
  const place = at - window.start
  const before = cutWords(written, model)
  if (wordAt(before, place) === wordAt(before, place + 1) || isBetweenWords(before.words, place)) return undefined
  let best: (Slip & { readonly gain: number; readonly whole: string }) | undefined
  for (const id of ids) {
    const character = model.characters.characters[id - firstCharacter]!
    const whole = written.slice(0, place + 1) + character + written.slice(place + 1)
    const after = cutWords(whole, model)
    const word = wordAt(after, place + 1)
    const gain = after.score - before.score
    if (word === undefined || word.start > place || word.end < place + 3 || gain <= (best?.gain ?? leastGain.words))
      continue
    const start = window.start + word.start
    best = { start, end: start + word.end - word.start - 1, right: whole.slice(word.start, word.end), gain, whole }
  }
  if (best === undefined || best.right.length < longestWord) return undefined
  return likelihoodOf(best.whole, model) - likelihoodOf(written, model) < leastGain.characters ? undefined : best
}

/** Whether the neighbours end and begin words of their own. */
function isBetweenWords(words: ReturnType<typeof cutWords>['words'], place: number): boolean {
  const left = words.find(({ end }) => end === place + 1)
  const right = words.find(({ start }) => start === place + 1)
  return left !== undefined && right !== undefined && left.end - left.start > 1 && right.end - right.start > 1
}

/** A run of three seen more often than this is a term of its own, as 申请人 is. */
const usual = 200

/** Whether a term of three ends at `place` and a word begins behind it: in 申请人政府信息 nothing is left out. */
function isBetweenTerms({ ids, place, model }: Around): boolean {
  return gramCount(model, ids, place - 2, place + 1) > usual && wordCount(model, ids, place + 1, place + 3) > usual
}

/** The numbers of the characters that make a word of four with the neighbours and one more, ascending. */
function insertions({ ids, place, model }: Around): readonly number[] {
  const [before, left, right, after] = [ids[place - 1]!, ids[place]!, ids[place + 1]!, ids[place + 2]!]
  const third = fillingsOf(model.gaps, { first: before, second: left, third: right, lacks: 3 })
  const second = fillingsOf(model.gaps, { first: left, second: right, third: after, lacks: 2 })
  if (third.length === 0 && second.length === 0) return third
  const known = new Set([
    ...third.filter((id) => isWord([before, left, id, right], model)),
    ...second.filter((id) => isWord([left, id, right, after], model)),
  ])
  return [...known].sort((one, other) => one - other)
}

/** Words listed no oftener are left alone. */
const leastListed = 4

/** Whether the word list and the counts know the word. */
function isWord(characters: readonly number[], model: LanguageModel): boolean {
  const ids = Uint16Array.from(characters)
  return wordCount(model, ids, 0, 4) > leastListed && gramCount(model, ids, 0, 4) > 0
}
