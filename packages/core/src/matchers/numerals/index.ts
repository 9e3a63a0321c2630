import { hasAny, trait } from '../../text/traits.ts'
import type { Document, MatcherKind, Segment } from '../../types.ts'
import { type Fault, faultKind } from '../punctuation/fault.ts'
import { BODY_SCOPES } from '../punctuation/scopes.ts'
import { FIGURES } from './figures.ts'
import { percentFault } from './percent.ts'

/** Figures in the wrong form, where the right one has to be worked out (GB/T 15835-2011). */
export const numerals: MatcherKind = faultKind({
  kind: 'numerals',
  faults: ['percent-for-points', ...new Set(FIGURES.map(({ fault }) => fault))],
  concerns: (segment) => hasAny(segment, trait.numeral | trait.digit | trait.circle),
  alone: ({ document }) => [...percentFaults(document), ...figureFaults(document)],
})

function figureFaults(document: Document): Fault[] {
  return bodyOf(document).flatMap((segment) =>
    FIGURES.filter(({ needs, hint }) => hasAny(segment, needs) && hint.test(segment.text)).flatMap(
      ({ fault, sign, right }) =>
        [...segment.text.matchAll(sign)].map(({ index, 0: figure }) => {
          const span = { start: index, end: index + figure.length }
          return { fault, segment, span, right: [right(figure)], facts: { figure } }
        }),
    ),
  )
}

function percentFaults(document: Document): Fault[] {
  return bodyOf(document).flatMap((segment) => (hasAny(segment, trait.digit) ? percentFault(segment) : []))
}

function bodyOf({ segments }: Document): Segment[] {
  return segments.filter(({ scope }) => BODY_SCOPES.has(scope))
}
