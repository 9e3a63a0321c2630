import { encode, margin } from '../../model/character-table.ts'
import { gramCount } from '../../model/language-model.ts'
import { RulebookError } from '../../rulebook/error.ts'
import { fingerprintKey } from '../../rulebook/prepared.ts'
import { cutEdges } from '../../segmentation/words.ts'
import type {
  Citation,
  Match,
  Matcher,
  MatcherKind,
  Reading,
  Rule,
  Rulebook,
  Segment,
  SegmentSpan,
} from '../../types.ts'
import { lexiconOf } from '../lexicon.ts'

/**
 * Spellings that are wrong wherever they stand, from a catalog: `with: {catalog: confusions, level: sure}`; columns
 * form, right and level, and source and at of the right form. A form of two characters must not be the end of one
 * word and the beginning of the next: 展生 in 发展生产; where only one edge tells so, a language model's counts decide.
 */
export const confusion: MatcherKind = {
  kind: 'confusion',
  settings: {
    type: 'object',
    required: ['catalog', 'level'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' }, level: { enum: ['sure', 'likely', 'variant', 'trial'] } },
  },
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : confusionMatcher(rules, rulebook)
  },
}

interface Spelling {
  readonly rule: Rule
  readonly form: string
  readonly right: string
  /** Where the right form can be looked up; empty when the row does not say. */
  readonly sources: readonly Citation[]
  /** How sure it is that the form is wrong. A variant stands for the same word, whatever is beside it. */
  readonly level: unknown
}

function confusionMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  let read: readonly Spelling[] | undefined
  const spellings = (): readonly Spelling[] => {
    read ??= rules.flatMap((rule) => spellingsOf(rule, rulebook))
    return read
  }
  const key = fingerprintKey('confusion', rulebook, () => rules.map((rule) => JSON.stringify([rule.id, rule.with])))
  const forms = lexiconOf(rulebook).add(key, () => spellings().map(({ form }) => form))
  const findIn = (segment: Segment, reading: Reading): Match[] => {
    const matches: Match[] = []
    forms.scan(segment, (index, start, end, { text, toText }) => {
      const spelling = spellings()[index]!
      if (isAccident(text, { start, end }, { spelling, reading })) return
      matches.push(matchOf(spelling, segment, toText({ start, end })))
    })
    return matches
  }
  return {
    kind: 'confusion',
    reach: 'segment',
    layer: 'typos',
    find: (reading, segments) => forms.among(segments).flatMap((segment) => findIn(segment, reading)),
  }
}

function matchOf({ rule, form, right, sources }: Spelling, segment: Segment, span: SegmentSpan): Match {
  const cited = sources.length === 0 ? {} : { sources }
  return { rule, segment, span, right: [right], facts: { form, right }, ...cited }
}

interface Sight {
  readonly spelling: Spelling
  readonly reading: Reading
}

/** 宣布|暑运 holds 布暑 by accident. Where one edge alone lies in a word (必|竟是), the right form must be known there. */
function isAccident(text: string, span: { start: number; end: number }, { spelling, reading }: Sight): boolean {
  if (spelling.form.length !== 2) return false
  if (isNameOfPlace(text, span)) return true
  const { first, last } = cutEdges(text, span, reading.segmenter)
  if (first === last || spelling.level === 'variant') return first && last
  const model = reading.model?.()
  if (model === undefined) return spelling.level === 'likely'
  const known = first ? (text[span.start - 1] ?? '') + spelling.right : spelling.right + (text[span.end] ?? '')
  return gramCount(model, encode(known, model.characters), margin, margin + known.length) === 0
}

/** 江宁区诚镇村, 乐平市诸候岭村: behind a place and before what a place is. 全县诚镇居民 names none. */
function isNameOfPlace(text: string, { start, end }: { start: number; end: number }): boolean {
  if (!/(?:^|[^全本我该各两])[省市县区旗州盟镇乡][一-鿿]?$/.test(text.slice(Math.max(0, start - 3), start)))
    return false
  return /^[一-鿿]{0,2}(?:[镇乡村]|街道|社区)/.test(text.slice(end - 1, end + 3))
}

function spellingsOf(rule: Rule, rulebook: Rulebook): Spelling[] {
  const { catalog, level } = rule.with
  const rows = rulebook.catalogs[String(catalog)]?.rows.filter((row) => row['level'] === level) ?? []
  if (rows.length > 0) {
    return rows.map((row) => ({
      rule,
      form: row['form'] ?? '',
      right: row['right'] ?? '',
      sources: citationsOf(row),
      level,
    }))
  }
  const message = `${rule.id} 的 with.catalog 不存在，或没有这一级（level）的词`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: '写明 rules/catalogs 里的表名' }])
}

function citationsOf({ source = '', at = '' }: Readonly<Record<string, string>>): readonly Citation[] {
  if (source === '') return []
  return [at === '' ? { source } : { source, at }]
}
