import { RulebookError } from '../../rulebook/error.ts'
import { hint } from '../../text/hints.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Catalog, Match, MatcherKind, Rule, Rulebook, Segment } from '../../types.ts'
import { type AnchorScan, anchorScan } from '../pattern/anchors.ts'

/**
 * Wrong unit symbols and names behind a number. `with: {catalog: units, group: symbol}` takes the catalog's rows of one
 * group (columns form, right, group, source); of forms that begin together the longest counts.
 */
export const units: MatcherKind = {
  kind: 'units',
  settings: {
    type: 'object',
    required: ['catalog', 'group'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' }, group: { type: 'string' } },
  },
  compile(rules, rulebook) {
    if (rules.length === 0) return undefined
    const forms = rules.flatMap((rule) => formsOf(rule, rulebook))
    const mayBeAnywhere = forms.some(({ form }) => !mayHoldUnit({ text: `1${form}` }))
    const scan = anchorScan(forms.map(({ form }) => form))
    return {
      kind: 'units',
      reach: 'segment',
      layer: 'wording',
      find(_, segments) {
        const matches: Match[] = []
        for (const segment of segments) {
          if (mayBeAnywhere || mayHoldUnit(segment)) matches.push(...findIn(segment, forms, scan))
        }
        return matches
      },
    }
  },
}

function mayHoldUnit(segment: Pick<Segment, 'text'>): boolean {
  return hasAny(segment, trait.latin) || hasHint(segment, hint.unitName)
}

interface UnitForm {
  readonly rule: Rule
  readonly form: string
  readonly right: string
  readonly source: string
}

function formsOf(rule: Rule, rulebook: Rulebook): UnitForm[] {
  const { catalog: name, group } = rule.with
  const catalog: Catalog | undefined = rulebook.catalogs[String(name)]
  const rows = catalog?.rows.filter((row) => row['group'] === group) ?? []
  if (rows.length === 0) {
    const message = `${rule.id} 的 with 没有对应的单位`
    throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: '写明 catalog 和 group' }])
  }
  return rows.map((row) => ({ rule, form: row['form'] ?? '', right: row['right'] ?? '', source: row['source'] ?? '' }))
}

const NONE: readonly Match[] = []

function findIn(segment: Segment, forms: readonly UnitForm[], scan: AnchorScan): readonly Match[] {
  const { text } = segment
  const count = scan.read(text)
  if (count === 0) return NONE
  const longest = new Map<number, UnitForm>()
  for (let at = 0; at < count; at++) {
    const start = scan.starts[at]!
    const unit = forms[scan.anchors[at]!]!
    if (unit.form.length <= (longest.get(start)?.form.length ?? 0)) continue
    if (followsNumber(text, start) && endsThere(text, start + unit.form.length)) longest.set(start, unit)
  }
  return [...longest].map(([start, { rule, form, right, source }]) => ({
    rule,
    segment,
    span: { start, end: start + form.length },
    right: [right],
    facts: { form, unit: right },
    ...(source === '' ? {} : { sources: [{ source }] }),
  }))
}

/** A digit or a Chinese numeral before it, with one blank between at most; 每平米, 几公分 count too. */
function followsNumber(text: string, start: number): boolean {
  const before = text.charAt(start - 1) === ' ' ? text.charAt(start - 2) : text.charAt(start - 1)
  return /[\d一二两三四五六七八九十百千万亿几半多余每]/.test(before)
}

/** No letter or digit follows, so that 5KMnO and 3MM01 stay what they are. */
function endsThere(text: string, end: number): boolean {
  return !/[A-Za-z0-9²³]/.test(text.charAt(end))
}
