import { hint } from '../../text/hints.ts'
import { gatherAll } from '../../text/recall.ts'
import { hasAny, signsOf, trait } from '../../text/traits.ts'
import type { Document, Match, MatcherKind, Segment } from '../../types.ts'
import { bindChecks, namedSettingSchema } from '../named-setting.ts'
import { CheckList, type NeedyCheck } from '../needs.ts'
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

/** What each needs of a segment; of a document, where it compares segments. */
const checks: Readonly<Record<string, NeedyCheck<FigureCheck>>> = {
  parts: { find: parts, needs: { hints: [hint.among] } },
  share: { find: share, needs: { traits: [trait.share, trait.percent] } },
  rate: { find: rate, needs: { traits: [trait.rate, trait.percent] } },
  change: {
    find: change,
    needs: { hints: [hint.moved, hint.lastYear, hint.comparedYear], traits: [trait.percent | trait.times] },
  },
  points: { find: points, needs: { hints: [hint.points], traits: [trait.percent] } },
  composition: { find: composition, needs: { traits: [trait.share | trait.colon, trait.percent | trait.colon] } },
  remaining: { find: remaining, needs: { hints: [hint.remaining], traits: [trait.rest] } },
  age: { find: age, needs: { hints: [hint.age] } },
  anniversary: { find: anniversary, needs: { hints: [hint.anniversary] } },
  difference: { find: difference, needs: { hints: [hint.moved, hint.secondYear] } },
  product: { find: product, needs: { hints: [hint.each], traits: [trait.sum] } },
  opposites: { find: opposites, needs: { hints: [hint.negated, hint.halves, hint.due] } },
  periodic: { find: periodic, needs: { hints: [hint.eachPeriod], traits: [trait.year | trait.sum] } },
  'total-behind': { find: totalBehind, needs: { hints: [hint.totalBehind] } },
  balance: { find: balance, needs: { hints: [hint.balance] } },
  'line-total': { find: lineTotal, needs: { traits: [trait.sum] } },
  'line-row': { find: lineRow, needs: { traits: [trait.sum] } },
  beyond: { find: beyond, needs: { hints: [hint.due] } },
  'table-total': { find: tableTotal, needs: { traits: [trait.sum] } },
  'row-total': { find: rowTotal, needs: { traits: [trait.sum] } },
  'row-product': { find: rowProduct, needs: {} },
  'table-unit': { find: tableUnit, needs: { traits: [trait.sum] } },
  'repeated-total': { find: repeatedTotal, needs: { traits: [trait.sum] } },
  'near-figure': { find: nearFigure, needs: { hints: [hint.period] } },
}

/** Figures held against each other, the sum shown: `with: {check: parts}`. */
export const arithmetic: MatcherKind = {
  kind: 'arithmetic',
  settings: namedSettingSchema({ setting: 'check', known: Object.keys(checks) }),
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = bindChecks(rules, checks)
    const narrow = new CheckList(bound.filter(({ check }) => !wide.has(check.find)))
    const broad = new CheckList(bound.filter(({ check }) => wide.has(check.find)))
    return {
      kind: 'arithmetic',
      reach: 'document',
      layer: 'form',
      find: ({ document }) => [...matchesIn(document, narrow), ...matchesAcross(document, broad)],
    }
  },
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

function matchesIn(document: Document, checks: CheckList<FigureCheck>): Match[] {
  return gatherAll(document, arithmetic, (segment) => {
    let matches = NONE
    if (!hasFigures(segment)) return matches
    for (const { rule, check } of checks.metBy(segment)) {
      const faults = check.find(segment, document)
      if (faults.length > 0) matches = [...matches, ...faults.map((fault): Match => ({ rule, segment, ...fault }))]
    }
    return matches
  })
}

const NONE: readonly Match[] = []

function matchesAcross(document: Document, checks: CheckList<FigureCheck>): Match[] {
  const matches: Match[] = []
  for (const { rule, check } of checks.metBy(signsOf(document.segments))) {
    for (const segment of wide.get(check.find)?.(document) ?? []) {
      if (!hasFigures(segment)) continue
      for (const fault of check.find(segment, document)) matches.push({ rule, segment, ...fault })
    }
  }
  return matches
}

function hasFigures(segment: Segment): boolean {
  return segment.scope !== 'link' && hasAny(segment, trait.digit)
}
