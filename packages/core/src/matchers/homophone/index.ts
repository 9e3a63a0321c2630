import { isClassical } from '../../language/classical.ts'
import { isPlaceName } from '../../language/place-name.ts'
import { encode, margin } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import { RulebookError } from '../../rulebook/error.ts'
import { gatherAll } from '../../text/recall.ts'
import type { Match, Matcher, MatcherKind, Rule, Rulebook, Segment, Severity } from '../../types.ts'
import { isInLonger, isVouchedFor, oddsOf, type Standing, standing } from './evidence.ts'
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

interface Search {
  readonly rule: Rule
  readonly pairs: WordPairs
  readonly model: LanguageModel
  /** From which odds on a word is told, and how gravely. */
  readonly warning: number
  readonly info: number
}

function homophoneMatcher(rule: Rule, rulebook: Rulebook): Matcher {
  const { catalog, warning, info } = rule.with
  if (!Object.hasOwn(rulebook.catalogs, String(catalog))) throw withoutCatalog(rule)
  const pairs = prepareWordPairs(rulebook, String(catalog))
  const thresholds = { warning: Number(warning), info: Number(info) }
  return {
    kind: 'homophone',
    // A word that recurs in the document is meant so.
    reach: 'document',
    layer: 'typos',
    find({ document, ...reading }) {
      const model = reading.model?.()
      if (model === undefined) return []
      const search = { rule, pairs, model, ...thresholds }
      return withoutDeliberate(gatherAll(document, pairs, (segment) => findIn(segment, search)))
    },
  }
}

/** A word that so often stands where another is expected is the author's. */
const deliberate = 3

/** Words that recur are advice only. */
function withoutDeliberate(matches: readonly Match[]): Match[] {
  const times = new Map<string, number>()
  const wordOf = ({ facts }: Match) => String(facts?.['written'])
  for (const match of matches) times.set(wordOf(match), (times.get(wordOf(match)) ?? 0) + 1)
  return matches.map((match) => ((times.get(wordOf(match)) ?? 0) < deliberate ? match : { ...match, severity: 'info' }))
}

function findIn(segment: Segment, search: Search): readonly Match[] {
  const { text } = segment
  const found: Match[] = []
  let ids: Uint16Array | undefined
  search.pairs.scan(text, (at, rights) => {
    ids ??= encode(text, search.model.characters)
    const place = at + margin
    if (isVouchedFor(ids, place, search.model) || isInLonger(ids, place, search.model)) return
    const best = bestOf(rights(), { ids, place, search })
    if (best === undefined || best.odds < search.info || isLeftAlone(text, at)) return
    const written = text.slice(at, at + 2)
    const severity: Severity = best.odds < search.warning ? 'info' : search.rule.severity
    const span = { start: at, end: at + 2 }
    found.push({ rule: search.rule, segment, span, right: [best.word], facts: { written, meant: best.word }, severity })
  })
  return found
}

interface Sight {
  readonly ids: Uint16Array
  /** Of the word in `ids`. */
  readonly place: number
  readonly search: Search
}

/** The likeliest of the words that may be meant, and its odds. */
function bestOf(words: readonly string[], { ids, place, search: { model } }: Sight) {
  let written: Standing | undefined
  let best: { readonly word: string; readonly odds: number } | undefined
  for (const word of words) {
    const meant = instead(word, { ids, place, model })
    if (meant === undefined) continue
    written ??= standing(ids, place, model)
    const odds = oddsOf(written, meant)
    if (best === undefined || odds > best.odds) best = { word, odds }
  }
  return best
}

/** How `word` would stand at the place; undefined when no run of four knows it there. */
function instead(
  word: string,
  { ids, place, model }: { ids: Uint16Array; place: number; model: LanguageModel },
): Standing | undefined {
  const [first, second] = [ids[place]!, ids[place + 1]!]
  ids[place] = model.characters.ids[word.charCodeAt(0)]!
  ids[place + 1] = model.characters.ids[word.charCodeAt(1)]!
  const meant = isVouchedFor(ids, place, model) ? standing(ids, place, model) : undefined
  ids[place] = first
  ids[place + 1] = second
  return meant
}

/** In names of places and in verse counts know nothing. */
function isLeftAlone(text: string, at: number): boolean {
  return isPlaceName(text, at) || isPlaceName(text, at + 1) || isClassical(text, at)
}

function withoutCatalog(rule: Rule): RulebookError {
  const message = `${rule.id} 的 with.catalog 不存在`
  return new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: '写明 rules/catalogs 里的表名' }])
}
