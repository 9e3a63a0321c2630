import type { Document, MatcherKind, Segment } from '../../types.ts'
import { type Fault, faultKind } from '../punctuation/fault.ts'
import { BODY_SCOPES } from '../punctuation/scopes.ts'

/** Figures whose form is wrong by what they say: the difference of two percentages given as a percentage. */
export const numerals: MatcherKind = faultKind({
  kind: 'numerals',
  faults: ['percent-for-points'],
  survey: ({ document }) => percentFaults(document),
})

const RISE = '提高|提升|上升|增加|增长|升|扩大'
const FALL = '下降|降低|减少|回落|降|缩小'

/** 由92%提高到97%，提高了5% */
const CHANGE = new RegExp(
  `[由从](?<from>\\d{1,3}(?:\\.\\d{1,2})?)[%％](?:${RISE}|${FALL})?[到至为](?<to>\\d{1,3}(?:\\.\\d{1,2})?)[%％]，` +
    `[\\u3400-\\u9fff]{0,8}?(?:${RISE}|${FALL})了?(?<points>\\d{1,3}(?:\\.\\d{1,2})?)(?<sign>[%％])(?!点|个)`,
  'g',
)

function percentFaults({ segments }: Document): Fault[] {
  return segments
    .filter(({ scope, text }) => BODY_SCOPES.has(scope) && /[%％]，/.test(text))
    .flatMap((segment) => [...segment.text.matchAll(CHANGE)].flatMap((found) => faultOf(segment, found)))
}

function faultOf(segment: Segment, found: RegExpExecArray): Fault[] {
  const { from = '', to = '', points = '' } = found.groups ?? {}
  const difference = Math.abs(Number(to) - Number(from))
  // Rounded to the digits that are printed, as the writer did.
  if (difference === 0 || Math.abs(difference - Number(points)) > 0.005) return []
  const end = found.index + found[0].length
  return [
    {
      fault: 'percent-for-points',
      segment,
      span: { start: end - 1, end },
      right: ['个百分点'],
      facts: { from, to, points },
    },
  ]
}
