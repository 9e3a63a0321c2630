import { isClassical } from '../../language/classical.ts'
import { isPlaceName } from '../../language/place-name.ts'
import { margin } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import { RulebookError } from '../../rulebook/error.ts'
import type { Match, Matcher, MatcherKind, Rule, Rulebook, Segment, Severity } from '../../types.ts'
import { doubt, type Places } from '../close-reading/places.ts'
import type { Question } from '../close-reading/question.ts'
import { closeReadingOf, tellAll } from '../close-reading.ts'
import { findPair, type PairTable, pairKey } from '../pair-table.ts'
import { isInLonger, isVouchedFor, oddsOf, type Standing, standing } from './evidence.ts'
import { type MeantWords, markKnownRuns } from './known-runs.ts'
import { prepareWordPairs, type WordPairs } from './word-pairs.ts'

/**
 * Words that are right by themselves and stand where only another of the same sound is ever read: 群众反应强烈. From a
 * catalog of such pairs, `with: {catalog: homophones, warning: 5, info: 3}`; which is meant the language model's
 * counts of the words around say. Silent without a model.
 */
export const homophone: MatcherKind = {
  kind: 'homophone',
  settings: {
    type: 'object',
    required: ['catalog', 'warning', 'info'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' }, warning: { type: 'number' }, info: { type: 'number' } },
  },
  compile(rules, rulebook) {
    const [rule] = rules
    return rule === undefined ? undefined : homophoneMatcher(rule, rulebook)
  },
}

/** A word for which another of the same sound was meant. */
interface Mistaken {
  readonly at: number
  readonly word: string
  readonly odds: number
}

function homophoneMatcher(rule: Rule, rulebook: Rulebook): Matcher {
  const { catalog, warning, info } = rule.with
  if (!Object.hasOwn(rulebook.catalogs, String(catalog))) throw withoutCatalog(rule)
  const pairs = prepareWordPairs(rulebook, String(catalog))
  const asked = closeReadingOf(rulebook).add(wordQuestion(pairs, Number(info)))
  const settings = { rule, warning: Number(warning) }
  return {
    kind: 'homophone',
    // A word that recurs in the document is meant so.
    reach: 'document',
    layer: 'typos',
    find({ document, ...reading }) {
      const model = reading.model?.()
      if (model === undefined) return []
      const found = tellAll(asked, { document, model, asker: pairs }, ({ segment, found: one }): Doubted[] => [
        { match: matchOf(one, segment, settings) },
      ])
      return withoutDeliberate(found)
    },
  }
}

/** A word that so often stands where another is expected is the author's. */
const deliberate = 3

/** A match that may turn out to be deliberate; `asAdvice` is kept, so that a session sees the same object again. */
interface Doubted {
  readonly match: Match & { readonly facts: { readonly written: string } }
  asAdvice?: Match
}

/** Words that recur are advice only. */
function withoutDeliberate(doubted: readonly Doubted[]): Match[] {
  const times = new Map<string, number>()
  for (const { match } of doubted) times.set(match.facts.written, (times.get(match.facts.written) ?? 0) + 1)
  return doubted.map((one) => {
    if (times.get(one.match.facts.written)! < deliberate) return one.match
    one.asAdvice ??= { ...one.match, severity: 'info' }
    return one.asAdvice
  })
}

/** What is asked where a listed word may begin; what comes up to the odds `info` is told. */
function wordQuestion(pairs: WordPairs, info: number): Question<Mistaken> {
  return {
    key: 'homophone',
    doubts: doubt.word,
    words: () => pairs.beginnings(),
    find(places, { model, sound }) {
      const found: Mistaken[] = []
      const meant = { rights: pairs.rights(), model }
      const known = markKnownRuns(places, meant)
      for (let index = 0; index < places.pairCount; index++) {
        if ((places.doubts[index]! & doubt.word) === 0) continue
        const at = places.pairs[index]!
        const best = known[index] === 0 ? undefined : likelierAt(places, at, meant)
        if (best === undefined || best.odds < info) sound.keep(places, index, doubt.word)
        else if (!isLeftAlone(places.inSegment(at))) found.push({ at, ...best })
      }
      return found
    },
  }
}

function matchOf({ at, word, odds }: Mistaken, segment: Segment, settings: { rule: Rule; warning: number }) {
  const { rule, warning } = settings
  const written = segment.text.slice(at, at + 2)
  const severity: Severity = odds < warning ? 'info' : rule.severity
  const span = { start: at, end: at + 2 }
  return { rule, segment, span, right: [word], facts: { written, meant: word }, severity }
}

interface Sight {
  readonly ids: Uint16Array
  /** Of the word in `ids`. */
  readonly place: number
  readonly model: LanguageModel
}

/** The likeliest word of the same sound, unless what is written is no listed word or the characters around vouch for it. */
function likelierAt({ text, ids }: Places, at: number, { rights, model }: MeantWords) {
  const slot = findPair(rights, pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)))
  return slot < 0 ? undefined : bestOf(rights, slot, { ids, place: at + margin, model })
}

/**
 * The likeliest of the words in a slot and its odds. They are asked about before what is written: hardly one is known
 * where it would stand, and of the written word everything is.
 */
function bestOf({ from, length, lists }: PairTable, slot: number, sight: Sight) {
  const { ids, place, model } = sight
  let written: Standing | undefined
  let best: { readonly word: string; readonly odds: number } | undefined
  const numbers = model.characters.ids
  const first = ids[place]!
  const second = ids[place + 1]!
  const end = from[slot]! + length[slot]!
  for (let index = from[slot]!; index < end; index += 2) {
    const one = numbers[lists[index]!]!
    const two = numbers[lists[index + 1]!]!
    // A word that no run of four knows there is not meant.
    put(sight, one, two)
    const mayBeMeant = isVouchedFor(ids, place, model)
    put(sight, first, second)
    if (!mayBeMeant) continue
    if (written === undefined) {
      if (isVouchedFor(ids, place, model) || isInLonger(ids, place, model)) return undefined
      written = standing(ids, place, model)
    }
    put(sight, one, two)
    const odds = oddsOf(written, standing(ids, place, model))
    put(sight, first, second)
    if (best === undefined || odds > best.odds) best = { word: wordAt(lists, index), odds }
  }
  return best
}

/** Writes two characters, given by their numbers, over the word that is looked at. */
function put({ ids, place }: Sight, first: number, second: number): void {
  ids[place] = first
  ids[place + 1] = second
}

function wordAt(units: Uint16Array, index: number): string {
  return String.fromCharCode(units[index]!, units[index + 1]!)
}

/** In names of places and in verse counts know nothing. */
function isLeftAlone({ text, at }: { readonly text: string; readonly at: number }): boolean {
  return isPlaceName(text, at) || isPlaceName(text, at + 1) || isClassical(text, at)
}

function withoutCatalog(rule: Rule): RulebookError {
  const message = `${rule.id} 的 with.catalog 不存在`
  return new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: '写明 rules/catalogs 里的表名' }])
}
