import { encode, firstCharacter, margin } from '../../model/character-table.ts'
import { gramCount, type LanguageModel, longestWord, wordCount } from '../../model/language-model.ts'
import { mayFollow, mayKnowPair } from '../../model/pair-filter.ts'
import { pairCountOf } from '../statistical/line.ts'
import type { Slip, SlipFinder } from './index.ts'
import { cutWords, likelihoodOf, windowAround, wordAt } from './window.ts'

/** A pair seen more often than this stands as it should. */
const familiar = 2
/** What the character must gain: in the cut into words and read by characters, which one more makes harder. */
const leastGain = { words: 4.5, characters: 10.5 }

/** A character left out of a word of four, of which the other three stand there in order: 贯落实. */
export const missingCharacters: SlipFinder = (text, model) => {
  const ids = encode(text, model.characters)
  const found: Slip[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    const left = ids[at + margin]!
    const right = ids[at + 1 + margin]!
    if (left < firstCharacter || right < firstCharacter) continue
    if (pairCountOf(model, left, right) > familiar || !mayStandInWords(ids, at + margin, model)) continue
    if (isBetweenTerms(ids, at + margin, model)) continue
    const slip = insertionAt(text, at, { ids, model })
    if (slip !== undefined) found.push(slip)
  }
  return found
}

interface Read {
  readonly ids: Uint16Array
  readonly model: LanguageModel
}

function insertionAt(text: string, at: number, { ids, model }: Read): Slip | undefined {
  const window = windowAround(text, { start: at, end: at + 2 })
  const written = text.slice(window.start, window.end)
  const place = at - window.start
  const before = cutWords(written, model)
  if (wordAt(before, place) === wordAt(before, place + 1) || isBetweenWords(before.words, place)) return undefined
  let best: (Slip & { readonly gain: number; readonly whole: string }) | undefined
  for (const character of insertions(ids, at + margin, model)) {
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

/** Whether a neighbour of the pair at `place` may stand with it in a word: asked before the text is cut, for few do. */
function mayStandInWords(ids: Uint16Array, place: number, { joins }: LanguageModel): boolean {
  return mayKnowPair(joins, ids[place - 1]!, ids[place]!) || mayKnowPair(joins, ids[place + 1]!, ids[place + 2]!)
}

/** A run of three seen more often than this is a term of its own, as 申请人 is. */
const usual = 200

/** Whether a term of three ends at `place` and a word begins behind it: in 申请人政府信息 nothing is left out. */
function isBetweenTerms(ids: Uint16Array, place: number, model: LanguageModel): boolean {
  return gramCount(model, ids, place - 2, place + 1) > usual && wordCount(model, ids, place + 1, place + 3) > usual
}

/** The characters that make a word of four with the neighbours and one more. */
function insertions(ids: Uint16Array, place: number, model: LanguageModel): readonly string[] {
  const { characters, joins } = model
  const [before, left, right, after] = [ids[place - 1]!, ids[place]!, ids[place + 1]!, ids[place + 2]!]
  const mayBegin = mayKnowPair(joins, right, after)
  const mayEnd = mayKnowPair(joins, before, left)
  if (!mayBegin && !mayEnd) return []
  const found: string[] = []
  const run = Uint16Array.of(before, left, 0, right, after)
  for (const id of followers(left, model)) {
    if (!mayKnowPair(joins, id, right)) continue
    run[2] = id
    if ((mayEnd && isWord(run, 0, model)) || (mayBegin && isWord(run, 1, model))) {
      found.push(characters.characters[id - firstCharacter]!)
    }
  }
  return found
}

const followersOf = new WeakMap<LanguageModel, Map<number, readonly number[]>>()

/** The characters that may follow one inside a word; remembered, for every character of the table is asked about. */
function followers(left: number, model: LanguageModel): readonly number[] {
  const lists = followersOf.get(model) ?? new Map<number, readonly number[]>()
  followersOf.set(model, lists)
  const known = lists.get(left)
  if (known !== undefined) return known
  const to = firstCharacter + model.characters.characters.length
  const found = mayFollow(model.joins, left, { from: firstCharacter, to })
  lists.set(left, found)
  return found
}

/** A word listed more often than this is no phantom of the word list's table, which is asked very often here. */
const leastListed = 4

/** Whether the word list and the counts know the word. */
function isWord(run: Uint16Array, from: number, model: LanguageModel): boolean {
  return wordCount(model, run, from, from + 4) > leastListed && gramCount(model, run, from, from + 4) > 0
}
