import { RulebookError } from '../../rulebook/error.ts'
import { normalise } from '../../text/normalise.ts'
import type { Match, MatcherKind, Reading, Rule, Rulebook, Segment } from '../../types.ts'
import { continuesWord } from './boundary.ts'
import { type FormIndex, indexForms } from './form-index.ts'

/** Names in a draft that is older than the name: from a catalog of present names with the day each begins. */
export const early: MatcherKind = {
  kind: 'early',
  settings: {
    type: 'object',
    required: ['catalog', 'groups'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' }, groups: { type: 'array', items: { type: 'string' }, minItems: 1 } },
  },
  compile([rule, ...others], rulebook) {
    if (rule === undefined) return undefined
    if (others.length > 0) throw fault(rule, '这种检测方式只能有一条规则')
    const names = readNames(rule, rulebook)
    let lazy: FormIndex | undefined
    const findAll = ({ document }: Reading, segments: readonly Segment[]): Match[] => {
      if (document.date === 'unknown' || names.every(({ from }) => from <= document.date)) return []
      lazy ??= indexForms(names.map(({ form }) => form))
      const known = lazy
      return segments.flatMap((segment) => {
        const { text, toText } = normalise(segment.text)
        const matches: Match[] = []
        known.scan(text, (pattern, start, end) => {
          const { form, from } = names[pattern]!
          if (from <= document.date || continuesWord(text, end)) return
          matches.push({ rule, segment, span: toText({ start, end }), facts: { name: form, from } })
        })
        return matches
      })
    }
    return { kind: 'early', reach: 'segment', layer: 'wording', find: findAll }
  },
}

function readNames(rule: Rule, rulebook: Rulebook): { readonly form: string; readonly from: string }[] {
  const catalog = rulebook.catalogs[String(rule.with['catalog'])]
  if (catalog === undefined) throw fault(rule, `没有目录 ${rule.with['catalog']}`)
  const groups = rule.with['groups'] as readonly string[]
  return catalog.rows.flatMap(({ form = '', from = '', group = '' }) =>
    from !== '' && groups.includes(group) ? [{ form, from }] : [],
  )
}

function fault(rule: Rule, message: string): RulebookError {
  return new RulebookError([
    { file: `${rule.topic}.yaml`, line: 0, message: `${rule.id}：${message}`, hint: '改正规则' },
  ])
}
