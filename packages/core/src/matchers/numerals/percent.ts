import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'
import type { Fault } from '../punctuation/fault.ts'

const RISE = '提高|提升|上升|增加|增长|升|扩大'
const FALL = '下降|降低|减少|回落|降|缩小'

/** 由92%提高到97%，提高了5%; 由去年的92%提高到97%，… */
const CHANGE = new RegExp(
  `[由从](?:[\\u3400-\\u9fff\\d]{0,8}?[的底末期份年月](?:的)?)?(?<from>\\d{1,3}(?:\\.\\d{1,2})?)[%％](?:${RISE}|${FALL})?[到至为](?<to>\\d{1,3}(?:\\.\\d{1,2})?)[%％]，` +
    `[\\u3400-\\u9fff]{0,8}?(?:${RISE}|${FALL})了?(?<points>\\d{1,3}(?:\\.\\d{1,2})?)[%％](?!点|个)`,
  'g',
)

/** 失业率下降0.3%，降至4.8% */
const REACHED = new RegExp(
  `(?:率|比重|占比|比例)[^，。；%％\\d]{0,10}?(?<way>${RISE}|${FALL})了?(?<points>\\d{1,2}(?:\\.\\d{1,2})?)(?<sign>[%％])，` +
    `(?:[升降]|提高|上升|下降|回落|达)?[到至达](?<to>\\d{1,3}(?:\\.\\d{1,2})?)[%％]`,
  'dg',
)

/** One of these stands in every change from one percentage to another. */
const WAYS = [hint.moved, hint.receded, hint.percentTo]

/** How every such change goes on; quicker to look for. */
const HINT_OF_REACHED = /[%％]，(?:[升降]|提高|上升|下降|回落|达)?[到至达]/

/** Differences of two percentages that are given as a percentage. */
export function percentFault(segment: Segment): Fault[] {
  if (!hasHint(segment, hint.percentComma)) return []
  const isBetween = WAYS.some((way) => hasHint(segment, way))
  return [
    ...(isBetween ? betweenTwo(segment) : []),
    ...(HINT_OF_REACHED.test(segment.text) ? reachingOne(segment) : []),
  ]
}

function betweenTwo(segment: Segment): Fault[] {
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

/** A change that, were it one of so many per cent, would not show in the figure that it is said to lead to. */
function reachingOne(segment: Segment): Fault[] {
  return [...segment.text.matchAll(REACHED)].flatMap((found): Fault[] => {
    const { way = '', points = '', to = '' } = found.groups ?? {}
    const change = (new RegExp(FALL).test(way) ? -1 : 1) * Number(points)
    const decimals = to.split('.')[1]?.length ?? 0
    const relative = Number(to) - Number(to) / (1 + change / 100)
    if (change === 0 || Math.abs(relative) >= 0.5 * 10 ** -decimals) return []
    const [start, end] = found.indices?.groups?.['sign'] ?? [0, 0]
    const from = (Number(to) - change).toFixed(Math.max(decimals, points.split('.')[1]?.length ?? 0))
    const facts = { from, to, points }
    return [{ fault: 'percent-for-points', segment, span: { start, end }, right: ['个百分点'], facts }]
  })
}
