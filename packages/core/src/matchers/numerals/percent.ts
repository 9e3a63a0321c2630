import type { Segment } from '../../types.ts'
import type { Fault } from '../punctuation/fault.ts'

const RISE = '提高|提升|上升|增加|增长|升|扩大'
const FALL = '下降|降低|减少|回落|降|缩小'

/** 由92%提高到97%，提高了5% */
const CHANGE = new RegExp(
  `[由从](?<from>\\d{1,3}(?:\\.\\d{1,2})?)[%％](?:${RISE}|${FALL})?[到至为](?<to>\\d{1,3}(?:\\.\\d{1,2})?)[%％]，` +
    `[\\u3400-\\u9fff]{0,8}?(?:${RISE}|${FALL})了?(?<points>\\d{1,3}(?:\\.\\d{1,2})?)[%％](?!点|个)`,
  'g',
)

/** Differences of two percentages that are given as a percentage. */
export function percentFault(segment: Segment): Fault[] {
  if (!/[%％]，/.test(segment.text)) return []
  return [...segment.text.matchAll(CHANGE)].flatMap((found): Fault[] => {
    const { from = '', to = '', points = '' } = found.groups ?? {}
    const difference = Math.abs(Number(to) - Number(from))
    // Binary fractions: 7.3 - 5.1 is not quite 2.2.
    if (difference === 0 || Math.abs(difference - Number(points)) > 0.005) return []
    const end = found.index + found[0].length
    const facts = { from, to, points }
    return [{ fault: 'percent-for-points', segment, span: { start: end - 1, end }, right: ['个百分点'], facts }]
  })
}
