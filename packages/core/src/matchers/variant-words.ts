import { RulebookError } from '../rulebook/error.ts'
import type { Match, MatcherKind, Rule, Rulebook, Segment } from '../types.ts'
import { lexiconOf } from './lexicon.ts'

/**
 * Words that a catalog replaces by another (异形词): `with: {catalog: variant-words}`; columns form, right and use,
 * where `no` keeps a form that is also another word out.
 */
export const variantWords: MatcherKind = {
  kind: 'variant-words',
  settings: {
    type: 'object',
    required: ['catalog'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' } },
  },
  compile(rules, rulebook) {
    if (rules.length === 0) return undefined
    let known: readonly VariantForm[] | undefined
    const forms = (): readonly VariantForm[] => {
      known ??= rules.flatMap((rule) => formsOf(rule, rulebook))
      return known
    }
    const key = `variant-words ${rules.map((rule) => rule.with['catalog']).join(' ')}`
    const listed = lexiconOf(rulebook).add(key, () => forms().map(({ form }) => form))
    const findIn = (segment: Segment): Match[] => {
      const matches: Match[] = []
      listed.scanWritten(segment, (index, start, end) => {
        const { rule, form, right } = forms()[index]!
        matches.push({ rule, segment, span: { start, end }, right: [right], facts: { form, right } })
      })
      return matches
    }
    return {
      kind: 'variant-words',
      reach: 'segment',
      layer: 'wording',
      find: (_, segments) => listed.among(segments).flatMap(findIn),
    }
  },
}

interface VariantForm {
  readonly rule: Rule
  readonly form: string
  readonly right: string
}

function formsOf(rule: Rule, rulebook: Rulebook): VariantForm[] {
  const catalog = rulebook.catalogs[String(rule.with['catalog'])]
  const rows = catalog?.rows.filter((row) => row['use'] !== 'no') ?? []
  if (rows.length > 0) return rows.map((row) => ({ rule, form: row['form'] ?? '', right: row['right'] ?? '' }))
  const message = `${rule.id} 的 with.catalog 不存在或没有可用的词`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: '写明 rules/catalogs 里的表名' }])
}
