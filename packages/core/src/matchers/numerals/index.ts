import { hint } from '../../text/hints.ts'
import { type HintSet, hasAnyHint, hasHint, hintSet } from '../../text/traits.ts'
import type { MatcherKind, Segment } from '../../types.ts'
import { type Fault, faultKind } from '../punctuation/fault.ts'
import { BODY_SCOPES } from '../punctuation/scopes.ts'
import { FIGURES } from './figures.ts'
import { percentFault } from './percent.ts'

/** Figures in the wrong form, where the right one has to be worked out (GB/T 15835-2011). */
export const numerals: MatcherKind = faultKind({
  kind: 'numerals',
  faults: ['percent-for-points', ...new Set(FIGURES.map(({ fault }) => fault))],
  concerns: (segment) => BODY_SCOPES.has(segment.scope) && hasAnyHint(segment, NEEDED),
  alone: ({ document: { segments } }) => segments.flatMap(faultsIn),
})

/** One of these stands in every segment with a fault. */
const NEEDED: HintSet = hintSet([hint.percentComma, ...FIGURES.map(({ needs }) => needs)])

function faultsIn(segment: Segment): Fault[] {
  const faults = percentFault(segment)
  for (const { fault, needs, part, sign, right } of FIGURES) {
    if (!hasHint(segment, needs) || !part.test(segment.text)) continue
    for (const { index, 0: figure } of segment.text.matchAll(sign)) {
      const span = { start: index, end: index + figure.length }
      faults.push({ fault, segment, span, right: [right(figure)], facts: { figure } })
    }
  }
  return faults
}
