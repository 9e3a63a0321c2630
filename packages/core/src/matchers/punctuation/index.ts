import { hint } from '../../text/hints.ts'
import { hasAny, hasHint } from '../../text/traits.ts'
import type { Document, MatcherKind } from '../../types.ts'
import { type Fault, faultKind } from './fault.ts'
import { formFaults, mayHaveSign } from './forms.ts'
import { HALF_WIDTH, halfWidthFaults } from './half-width.ts'
import { lineStartFaults } from './line-start.ts'
import { paragraphEndFaults } from './paragraph-end.ts'
import { runFaults } from './runs.ts'
import { unendedFaults } from './unended.ts'

/** Marks of the wrong width, doubled, at a line's start, or after a heading (GB/T 15834-2011). */
export const punctuation: MatcherKind = faultKind({
  kind: 'punctuation',
  faults: [
    'half-width-mark',
    'half-width-stop',
    'half-width-bracket',
    'straight-quote',
    'doubled-mark',
    'dash-form',
    'ellipsis-form',
    'ellipsis-short',
    'list-comma',
    'list-comma-and',
    'full-width-digit',
    'full-width-point',
    'stop-after-quote',
    'adjacent-marks',
    'line-start',
    'paragraph-semicolon',
    'paragraph-unended',
    'heading-stop',
  ],
  concerns: (segment) =>
    segment.scope === 'heading' ||
    segment.scope === 'title' ||
    hasAny(segment, HALF_WIDTH) ||
    hasHint(segment, hint.pointRun) ||
    mayHaveSign(segment),
  alone: ({ document }) => [
    ...halfWidthFaults(document),
    ...formFaults(document),
    ...runFaults(document),
    ...headingStopFaults(document),
  ],
  survey: ({ document }) => [...lineStartFaults(document), ...paragraphEndFaults(document), ...unendedFaults(document)],
})

/** A heading of one sentence that ends in a full stop. */
function headingStopFaults({ segments }: Document): Fault[] {
  return segments.flatMap((segment) => {
    const { scope, text } = segment
    if ((scope !== 'heading' && scope !== 'title') || text.length > 50) return []
    const [body = ''] = /^[^。！？]{1,49}。(?=\s*$)/.exec(text) ?? []
    return body === '' ? [] : [{ fault: 'heading-stop', segment, span: { start: body.length - 1, end: body.length } }]
  })
}
