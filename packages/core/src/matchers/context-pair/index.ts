import { isClassical } from '../../language/classical.ts'
import { RulebookError } from '../../rulebook/error.ts'
import { fingerprintKey } from '../../rulebook/prepared.ts'
import type { Match, Matcher, MatcherKind, Rule, Rulebook, Segment } from '../../types.ts'
import { lexiconOf } from '../lexicon.ts'

/**
 * Words that are right by themselves and wrong next to certain others: 权利 before 机关, 权力 after 公民. From a
 * catalog, `with: {catalog: context-pairs}`; columns form, right, before and after: the words that decide, of which
 * one must touch the form; ahead and behind: words that decide anywhere before or behind it in the same clause; unless:
 * words of the clause that make the form right.
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
  /** Words that decide from afar: then the phrase is the form alone. */
  readonly ahead: readonly string[]
  readonly behind: readonly string[]
  readonly unless: readonly string[]
}

/** Characters to each side of a form, within its clause, that may decide. */
const REACH = 14

function contextPairMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  let read: readonly (readonly [Context, ...Context[]])[] | undefined
  const contexts = () => {
    read ??= rules.flatMap((rule) => contextsOf(rule, rulebook))
    return read
  }
  const key = fingerprintKey('context-pair', rulebook, () => rules.map((rule) => JSON.stringify([rule.id, rule.with])))
  const forms = lexiconOf(rulebook).add(key, () => contexts().map(([{ phrase }]) => phrase))
  const findIn = (segment: Segment): Match[] => {
    const found = new Map<number, Match>()
    forms.scan(segment, (index, start, _, { text, toText }) => {
      if (isClassical(text, start)) return
      for (const context of contexts()[index]!) {
        const { rule, form, right, at } = context
        const beside = decidingWord(text, start + at, context)
        if (beside === undefined) continue
        const span = toText({ start: start + at, end: start + at + form.length })
        found.set(span.start, { rule, segment, span, right: [right], facts: { form, right, beside } })
      }
    })
    return [...found.values()]
  }
  return {
    kind: 'context-pair',
    reach: 'segment',
    layer: 'typos',
    find: (_, segments) => forms.among(segments).flatMap(findIn),
  }
}

/** The word that makes the form at `at` wrong; undefined when none stands there or the clause makes it right. */
function decidingWord(text: string, at: number, { form, beside, ahead, behind, unless }: Context): string | undefined {
  if (unless.length === 0 && beside !== '') return beside
  const head = text.slice(Math.max(0, at - REACH), at).replace(EARLIER_CLAUSES, '')
  const end = at + form.length
  const tail = text.slice(end, end + REACH).replace(LATER_CLAUSES, '')
  const clause = head + form + tail
  if (unless.some((word) => clause.includes(word))) return undefined
  if (beside !== '') return beside
  return ahead.find((word) => head.includes(word)) ?? behind.find((word) => tail.includes(word))
}

const EARLIER_CLAUSES = /^[\s\S]*[，。；：！？,;!?\n]/
const LATER_CLAUSES = /[，。；：！？,;!?\n][\s\S]*$/

/** The contexts of all rows, those with the same phrase together. */
function contextsOf(rule: Rule, rulebook: Rulebook): (readonly [Context, ...Context[]])[] {
  const rows = rulebook.catalogs[String(rule.with['catalog'])]?.rows ?? []
  if (rows.length === 0) throw withoutRows(rule)
  const byPhrase = new Map<string, [Context, ...Context[]]>()
  for (const context of rows.flatMap((row) => contextsOfRow(rule, row))) {
    const known = byPhrase.get(context.phrase)
    if (known === undefined) byPhrase.set(context.phrase, [context])
    else known.push(context)
  }
  return [...byPhrase.values()]
}

function contextsOfRow(rule: Rule, row: Readonly<Record<string, string>>): Context[] {
  const form = row['form'] ?? ''
  const right = row['right'] ?? ''
  const words = (column: string) => (row[column] ?? '').split(';').filter((word) => word !== '')
  const [ahead, behind] = [words('ahead'), words('behind')]
  const common = { rule, form, right, ahead, behind, unless: words('unless') }
  return [
    ...words('before').map((beside) => ({ ...common, beside, phrase: beside + form, at: beside.length })),
    ...words('after').map((beside) => ({ ...common, beside, phrase: form + beside, at: 0 })),
    ...(ahead.length + behind.length > 0 ? [{ ...common, beside: '', phrase: form, at: 0 }] : []),
  ]
}

function withoutRows(rule: Rule): RulebookError {
  const message = `${rule.id} 的 with.catalog 不存在或没有词`
  return new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: '写明 rules/catalogs 里的表名' }])
}
