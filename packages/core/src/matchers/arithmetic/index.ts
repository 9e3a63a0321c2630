import { gatherAll } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Match, MatcherKind, Rule, Segment } from '../../types.ts'
import { bindChecks, namedSettingSchema } from '../named-setting.ts'
import { age } from './age.ts'
import { anniversary } from './anniversary.ts'
import { balance, balancing } from './balance.ts'
import { beyond } from './beyond.ts'
import { change } from './change.ts'
import { composition } from './composition.ts'
import { difference } from './difference.ts'
import type { FigureCheck } from './fault.ts'
import { lineRow, wrongRows } from './line-row.ts'
import { lineTotal, totalLines } from './line-total.ts'
import { mistaken, nearFigure } from './near-figure.ts'
import { opposites } from './opposites.ts'
import { parts } from './parts.ts'
import { periodic } from './periodic.ts'
import { points } from './points.ts'
import { product } from './product.ts'
import { rate } from './rate.ts'
import { remaining } from './remaining.ts'
import { repeatedTotal, totalling } from './repeated-total.ts'
import { cellsWithAmounts, rowProduct } from './row-product.ts'
import { rowTotal } from './row-total.ts'
import { share } from './share.ts'
import { tableTotal } from './table-total.ts'
import { tableUnit } from './table-unit.ts'
import { cellsWithSums } from './tables.ts'
import { totalBehind } from './total-behind.ts'

const checks: Readonly<Record<string, FigureCheck>> = {
  parts,
  share,
  rate,
  change,
  points,
  composition,
  remaining,
  age,
  anniversary,
  difference,
  product,
  opposites,
  periodic,
  'total-behind': totalBehind,
  balance,
  'line-total': lineTotal,
  'line-row': lineRow,
  beyond,
  'table-total': tableTotal,
  'row-total': rowTotal,
  'row-product': rowProduct,
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
    const narrow = bound.filter(({ check }) => !wide.has(check))
    const broad = bound.filter(({ check }) => wide.has(check))
    return {
      kind: 'arithmetic',
      reach: 'document',
      layer: 'form',
      find: ({ document }) => [...matchesIn(document, narrow), ...broad.flatMap((one) => matchesAcross(document, one))],
    }
  },
}

/** A rule with its check. */
interface Bound {
  readonly rule: Rule
  readonly check: FigureCheck
}

/** Checks that look beyond the segment, by the segments that they judge. */
const wide: ReadonlyMap<FigureCheck, (document: Document) => readonly Segment[]> = new Map([
  [tableTotal, cellsWithSums],
  [rowTotal, cellsWithSums],
  [rowProduct, cellsWithAmounts],
  [tableUnit, cellsWithSums],
  [repeatedTotal, totalling],
  [nearFigure, mistaken],
  [lineTotal, totalLines],
  [lineRow, wrongRows],
  [balance, balancing],
])

function matchesIn(document: Document, bound: readonly Bound[]): Match[] {
  return gatherAll(document, arithmetic, (segment) => {
    let matches = NONE
    if (!hasFigures(segment)) return matches
    for (const { rule, check } of bound) {
      const faults = check(segment, document)
      if (faults.length > 0) matches = [...matches, ...faults.map((fault): Match => ({ rule, segment, ...fault }))]
    }
    return matches
  })
}

const NONE: readonly Match[] = []

function matchesAcross(document: Document, bound: Bound): Match[] {
  const segments = wide.get(bound.check)?.(document) ?? []
  return segments.filter(hasFigures).flatMap((segment) => matchesOf(segment, document, bound))
}

function matchesOf(segment: Segment, document: Document, { rule, check }: Bound): Match[] {
  return check(segment, document).map((fault): Match => ({ rule, segment, ...fault }))
}

function hasFigures(segment: Segment): boolean {
  return segment.scope !== 'link' && hasAny(segment, trait.digit)
}
