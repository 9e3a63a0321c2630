import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { round } from './quantities.ts'

const RISE = '提高|提升|上升|增加|增长|扩大'
const FALL = '下降|降低|减少|回落|缩小'
const PERCENT = '\\d{1,3}(?:\\.\\d{1,2})?'
const FROM = `[由从][^，。；、\\d%％]{0,10}?(?<from>${PERCENT})[%％](?:${RISE}|${FALL}|[升降])?[到至为][^，。；、\\d%％]{0,6}?(?<to>${PERCENT})[%％]`
const POINTS = `(?<way>${RISE}|${FALL})了?(?<points>${PERCENT})个百分点`
const SINCE = '(?:同比|累计|共|总共|比上年|较上年|比去年|较去年)?'

/** 由41.2%提高到43.7%，提高3.5个百分点, or the difference first: 下降3.2个百分点，由2.0%降到0.8%. */
const STATED = [new RegExp(`${FROM}[，,]${SINCE}${POINTS}`, 'g'), new RegExp(`${POINTS}[，,]${FROM}`, 'g')]

/** One of these stands in every change from one percentage to another. */
const WAYS = [hint.moved, hint.receded, hint.percentTo]

/** A difference in percentage points that is not that of its two percentages, or goes the other way. */
export const points: FigureCheck = (segment) => {
  const { text } = segment
  if (!text.includes('个百分点') || !/[由从]/.test(text)) return NO_FAULT
  if (!WAYS.some((way) => hasHint(segment, way))) return NO_FAULT
  return STATED.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(faultOf))
}

function faultOf(match: RegExpExecArray): FigureFault[] {
  const { from = '', to = '', way = '', points: stated = '' } = match.groups ?? {}
  const decimals = Math.max(...[from, to, stated].map(decimalsOf))
  const difference = round(Number(to) - Number(from), decimals)
  const signed = new RegExp(FALL).test(way) ? -Number(stated) : Number(stated)
  // Each of the three may be rounded at its last figure.
  const coarsest = Math.min(...[from, to, stated].map(decimalsOf))
  if (Math.abs(round(difference - signed, decimals)) <= 10 ** -coarsest) return []
  const sum = `${to}%－${from}%=${difference}个百分点`
  const span = { start: match.index, end: match.index + match[0].length }
  return [{ span, facts: { stated: `${way}${stated}个百分点`, sum } }]
}

function decimalsOf(figure: string): number {
  return figure.split('.')[1]?.length ?? 0
}
