import { hasAny, trait } from '../../text/traits.ts'
import type { MatcherKind } from '../../types.ts'
import { faultKind } from '../punctuation/fault.ts'
import { hanBlankFaults } from './han-blank.ts'
import { numberBlankFaults } from './number-blank.ts'

/** Blanks that pasting or extraction left inside numbers and inside Chinese sentences. */
export const spacing: MatcherKind = faultKind({
  kind: 'spacing',
  faults: ['number-blank', 'date-blank', 'han-blank'],
  concerns: (segment) => hasAny(segment, trait.blank),
  alone: (reading) => [...numberBlankFaults(reading.document), ...hanBlankFaults(reading)],
})
