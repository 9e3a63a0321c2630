import { isClassical } from '../../language/classical.ts'
import { isPlaceName } from '../../language/place-name.ts'
import { firstCharacter, margin } from '../../model/character-table.ts'
import { type LanguageModel, pairWordCount } from '../../model/language-model.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { RulebookError } from '../../rulebook/error.ts'
import type { Match, Matcher, MatcherKind, Rule, Rulebook, Segment } from '../../types.ts'
import { doubt } from '../close-reading/places.ts'
import type { Question } from '../close-reading/question.ts'
import { askAbout, closeReadingOf } from '../close-reading.ts'
import { isInLonger, isVouchedFor, type Neighbours, neighbours } from '../homophone/evidence.ts'
import { pairCountOf } from '../statistical/line.ts'
import { type LikeWords, prepareLikeWords } from './like-words.ts'

/**
 * Two characters side by side that no text holds, like in sound or shape to a common word that the characters around
 * are counted with: 祖织实施, 生活只良. One of the two may be wrong, or both. From a catalog of words, `with: {catalog:
 * common-words}`, column form. Silent without a model.
 */
export const mistyped: MatcherKind = {
  kind: 'mistyped',
  settings: {
    type: 'object',
    required: ['catalog'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' } },
  },
  compile(rules, rulebook) {
    const [rule] = rules
    return rule === undefined ? undefined : mistypedMatcher(rule, rulebook)
  },
}

function mistypedMatcher(rule: Rule, rulebook: Rulebook): Matcher {
  const catalog = String(rule.with['catalog'])
  if (!Object.hasOwn(rulebook.catalogs, catalog)) throw withoutCatalog(rule)
  const asked = closeReadingOf(rulebook).add(pairQuestion(prepareLikeWords(rulebook, catalog)))
  return {
    kind: 'mistyped',
    reach: 'segment',
    layer: 'typos',
    find(reading, segments) {
      const model = reading.model?.()
      if (model === undefined) return []
      return askAbout(asked, segments, { document: reading.document, model }).map(({ segment, found }) =>
        matchOf(found, segment, rule),
      )
    },
  }
}

/** Two characters of a text for which a word was meant. */
interface Mistyped {
  readonly at: number
  readonly meant: string
}

/** What is asked of pairs that are not usual. */
function pairQuestion(words: LikeWords): Question<Mistyped> {
  return {
    key: 'mistyped',
    doubts: doubt.pair,
    isPlain,
    find(places, { model, sound }) {
      const { ids, text } = places
      const found: Mistyped[] = []
      for (let index = 0; index < places.pairCount; index++) {
        if ((places.doubts[index]! & doubt.pair) === 0) continue
        const at = places.pairs[index]!
        const meant = meantBy(text, at, { words, ids, model })
        if (meant === undefined) sound.keep(places, index, doubt.pair)
        else if (!isLeftAlone(places.inSegment(at))) found.push({ at, meant })
      }
      return found
    },
  }
}

interface Search extends Pick<Sight, 'ids' | 'model'> {
  readonly words: LikeWords
}

/** The word that two characters side by side are written for, as two characters to each side show. */
function meantBy(text: string, at: number, { words, ids, model }: Search): string | undefined {
  const place = at + margin
  if (isPartOfWord(ids, place, model)) return undefined
  return bestOf(words.wordsLike(text.charCodeAt(at), text.charCodeAt(at + 1)), { ids, place, model })
}

function matchOf({ at, meant }: Mistyped, segment: Segment, rule: Rule): Match {
  const written = segment.text.slice(at, at + 2)
  return { rule, segment, span: { start: at, end: at + 2 }, right: [meant], facts: { written, meant } }
}

/** Whether two known characters were counted side by side, are listed as a word, or stand beside any other. */
function isPlain(left: number, right: number, model: LanguageModel): boolean {
  if (mayKnowPair(model.pairs, left, right) && pairCountOf(model, left, right) > 0) return true
  return isParticle(left, model) || isParticle(right, model) || pairWordCount(model, left, right) > 0
}

function isParticle(id: number, { characters }: LanguageModel): boolean {
  return particles.has(characters.characters[id - firstCharacter])
}

/** Characters that stand beside any other. */
const particles: ReadonlySet<string | undefined> = new Set('之也有乎矣')

/** In names of places and in verse counts know nothing. */
function isLeftAlone({ text, at }: { readonly text: string; readonly at: number }): boolean {
  return isPlaceName(text, at) || isPlaceName(text, at + 1) || isClassical(text, at)
}

/** Whether a word with a neighbour explains one of the two, or a longer one both. */
function isPartOfWord(ids: Uint16Array, place: number, model: LanguageModel): boolean {
  const { joins } = model
  const [before, first, second, after] = [ids[place - 1]!, ids[place]!, ids[place + 1]!, ids[place + 2]!]
  if (mayKnowPair(joins, before, first) && pairWordCount(model, before, first) > 0) return true
  if (mayKnowPair(joins, second, after) && pairWordCount(model, second, after) > 0) return true
  return isInLonger(ids, place, model)
}

interface Sight {
  readonly ids: Uint16Array
  readonly place: number
  readonly model: LanguageModel
}

/** A run of four that was counted so often vouches for a word by itself: with a character of what is written, or without. */
const telling = { likeWritten: 10, unlikeWritten: 40 }

/** Of the words that were counted in a run of four there, and with each neighbour or very often with one, the best known. */
function bestOf(words: readonly string[], { ids, place, model }: Sight): string | undefined {
  const [first, second] = [ids[place]!, ids[place + 1]!]
  let best: { readonly word: string; readonly known: number } | undefined
  for (const word of words) {
    const [one, two] = [model.characters.ids[word.charCodeAt(0)]!, model.characters.ids[word.charCodeAt(1)]!]
    const often = one === first || two === second ? telling.likeWritten : telling.unlikeWritten
    ids[place] = one
    ids[place + 1] = two
    const known = isVouchedFor(ids, place, model) ? knownThere(neighbours(ids, place, model), often) : 0
    if (known > (best?.known ?? 0)) best = { word, known }
  }
  ids[place] = first
  ids[place + 1] = second
  return best?.word
}

/** How well a word is known between its neighbours; 0 when not well enough. */
function knownThere({ left3, left4, right3, right4, across }: Neighbours, often: number): number {
  const isExpected = (left3 !== 0 && right3 !== 0) || Math.max(left4, right4, across) >= often
  if (!isExpected) return 0
  return [left3, left4, right3, right4, across].reduce((sum, count) => sum + Math.log1p(Math.max(count, 0)), 0)
}

function withoutCatalog(rule: Rule): RulebookError {
  const message = `${rule.id} 的 with.catalog 不存在`
  return new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: '写明 rules/catalogs 里的表名' }])
}
