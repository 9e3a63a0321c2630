import { fingerprint } from '../../report/fingerprint.ts'
import { RulebookError } from '../../rulebook/error.ts'
import type { Match, Matcher, MatcherKind, Rule, Rulebook, Segment } from '../../types.ts'
import { lexiconOf } from '../lexicon.ts'

/**
 * Words that are right by themselves and wrong next to certain others: 权利 before 机关, 权力 after 公民. From a
 * catalog, `with: {catalog: context-pairs}`; columns form, right, before and after: the words that decide, of which
 * one must touch the form.
 */
export const contextPair: MatcherKind = {
  kind: 'context-pair',
  settings: {
    type: 'object',
    required: ['catalog'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' } },
  },
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : contextPairMatcher(rules, rulebook)
  },
}

/** One form with one deciding word, as they stand in a text. */
interface Context {
  readonly rule: Rule
  readonly phrase: string
  readonly form: string
  readonly right: string
  readonly beside: string
  /** Where the form begins in the phrase. */
  readonly at: number
}

function contextPairMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  let read: readonly Context[] | undefined
  const contexts = (): readonly Context[] => {
    read ??= rules.flatMap((rule) => contextsOf(rule, rulebook))
    return read
  }
  const key = `context-pair ${fingerprint(rules.map((rule) => JSON.stringify([rule.id, rule.with])))}`
  const forms = lexiconOf(rulebook).add(key, () => contexts().map(({ phrase }) => phrase))
  const findIn = (segment: Segment): Match[] => {
    const found = new Map<number, Match>()
    forms.scan(segment, (index, start, _, { toText }) => {
      const { rule, form, right, beside, at } = contexts()[index]!
      const span = toText({ start: start + at, end: start + at + form.length })
      found.set(span.start, { rule, segment, span, right: [right], facts: { form, right, beside } })
    })
    return [...found.values()]
  }
  return { kind: 'context-pair', reach: 'segment', layer: 'typos', find: (_, segments) => segments.flatMap(findIn) }
}

function contextsOf(rule: Rule, rulebook: Rulebook): Context[] {
  const rows = rulebook.catalogs[String(rule.with['catalog'])]?.rows ?? []
  if (rows.length === 0) throw withoutRows(rule)
  const contexts = rows.flatMap((row) => contextsOfRow(rule, row))
  return [...new Map(contexts.map((context) => [context.phrase, context])).values()]
}

function contextsOfRow(rule: Rule, row: Readonly<Record<string, string>>): Context[] {
  const form = row['form'] ?? ''
  const right = row['right'] ?? ''
  const words = (column: string) => (row[column] ?? '').split(';').filter((word) => word !== '')
  const common = { rule, form, right }
  return [
    ...words('before').map((beside) => ({ ...common, beside, phrase: beside + form, at: beside.length })),
    ...words('after').map((beside) => ({ ...common, beside, phrase: form + beside, at: 0 })),
  ]
}

function withoutRows(rule: Rule): RulebookError {
  const message = `${rule.id} 的 with.catalog 不存在或没有词`
  return new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: '写明 rules/catalogs 里的表名' }])
}
