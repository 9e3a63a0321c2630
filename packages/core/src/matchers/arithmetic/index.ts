import { RulebookError } from '../../rulebook/error.ts'
import { recall, recallIn } from '../../text/recall.ts'
import type { Document, Match, MatcherKind, Rule, Segment } from '../../types.ts'
import { change } from './change.ts'
import type { FigureCheck } from './fault.ts'
import { parts } from './parts.ts'
import { rate } from './rate.ts'
import { repeatedTotal } from './repeated-total.ts'
import { share } from './share.ts'
import { tableTotal } from './table-total.ts'

const checks: Readonly<Record<string, FigureCheck>> = {
  parts,
  share,
  rate,
  change,
  'table-total': tableTotal,
  'repeated-total': repeatedTotal,
}

/** Figures held against each other, the sum shown: `with: {check: parts}`. */
export const arithmetic: MatcherKind = {
  kind: 'arithmetic',
  settings: {
    type: 'object',
    required: ['check'],
    additionalProperties: false,
    properties: { check: { enum: Object.keys(checks) } },
  },
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = rules.map((rule) => ({ rule, check: checkOf(rule) }))
    return {
      kind: 'arithmetic',
      reach: 'document',
      layer: 'form',
      find: ({ document }) => document.segments.flatMap((segment) => matchesIn(segment, document, bound)),
    }
  },
}

/** A rule with its check. */
interface Bound {
  readonly rule: Rule
  readonly check: FigureCheck
}

/** Checks that look beyond the segment. */
const wide: ReadonlySet<FigureCheck> = new Set([tableTotal, repeatedTotal])

function matchesIn(segment: Segment, document: Document, bound: readonly Bound[]): Match[] {
  const { text, scope } = segment
  if (scope === 'link' || !recall(segment, wide, () => /\d/.test(text))) return []
  const find = ({ rule, check }: Bound): Match[] =>
    check(segment, document).map((fault): Match => ({ rule, segment, ...fault }))
  const own = recallIn(segment, bound, () => bound.filter(({ check }) => !wide.has(check)).flatMap(find))
  return [...own, ...bound.filter(({ check }) => wide.has(check)).flatMap(find)]
}

function checkOf(rule: Rule): FigureCheck {
  const name = String(rule.with['check'])
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined
  if (check !== undefined) return check
  const hint = `可选：${Object.keys(checks).join('、')}`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message: `${rule.id} 的 with.check 不认识`, hint }])
}
