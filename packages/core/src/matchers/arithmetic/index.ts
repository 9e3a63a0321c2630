import { recall } from '../../text/recall.ts'
import type { Document, Match, MatcherKind, Rule, Segment } from '../../types.ts'
import { bindChecks, namedSettingSchema } from '../named-setting.ts'
import { age } from './age.ts'
import { change } from './change.ts'
import type { FigureCheck } from './fault.ts'
import { nearFigure } from './near-figure.ts'
import { parts } from './parts.ts'
import { rate } from './rate.ts'
import { repeatedTotal } from './repeated-total.ts'
import { rowTotal } from './row-total.ts'
import { share } from './share.ts'
import { tableTotal } from './table-total.ts'
import { tableUnit } from './table-unit.ts'

const checks: Readonly<Record<string, FigureCheck>> = {
  parts,
  share,
  rate,
  change,
  age,
  'table-total': tableTotal,
  'row-total': rowTotal,
  'table-unit': tableUnit,
  'repeated-total': repeatedTotal,
  'near-figure': nearFigure,
}

/** Figures held against each other, the sum shown: `with: {check: parts}`. */
export const arithmetic: MatcherKind = {
  kind: 'arithmetic',
  settings: namedSettingSchema({ setting: 'check', known: Object.keys(checks) }),
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = bindChecks(rules, checks)
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
const wide: ReadonlySet<FigureCheck> = new Set([tableTotal, rowTotal, tableUnit, repeatedTotal, nearFigure])

function matchesIn(segment: Segment, document: Document, bound: readonly Bound[]): Match[] {
  const { text, scope } = segment
  if (scope === 'link' || !recall(segment, wide, () => /\d/.test(text))) return []
  const find = ({ rule, check }: Bound): Match[] =>
    check(segment, document).map((fault): Match => ({ rule, segment, ...fault }))
  const own = recall(segment, bound, () => bound.filter(({ check }) => !wide.has(check)).flatMap(find))
  return [...own, ...bound.filter(({ check }) => wide.has(check)).flatMap(find)]
}
