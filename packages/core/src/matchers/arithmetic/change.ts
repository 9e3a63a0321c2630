import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import { type FigureCheck, NO_FAULT } from './fault.ts'
import { type Quantity, quantitiesIn, round } from './quantities.ts'

const MOVE =
  /[由从](?<before>[^，。；]{0,12}?)(?<first>\d[\d.,]*\s?[\u4e00-\u9fff]{1,4})(?:增加|增长|提高|上升|扩大|减少|下降|降低|降|增)(?:到|至|为)(?<rest>[^，。；]{0,12})/g
const PERCENT =
  /^[，,]?\s?(?:同比|比上年|较上年)?(?<way>增长|增加|上升|提高|扩大|下降|减少|降低|[增涨降]幅)(?:了|约|为|达到?)?\s?(?<stated>\d+(?:\.\d+)?)\s?(?<unit>[%倍])/

const LAST_YEAR =
  /(?<first>\d[\d.,]*\s?[\u4e00-\u9fff]{1,4})[，,（(]\s?(?:上年|去年|上一年)(?:同期)?(?:为|是|完成)?\s?(?<second>\d[\d.,]*\s?[\u4e00-\u9fff]{1,4})[）)]?(?=[，,])/g

/** 12亿元，比2022年的10亿元 */
const COMPARED =
  /(?<first>\d[\d.,]*\s?[\u4e00-\u9fff]{1,4})[，,]?\s?[比较](?:上年|去年|上一年|(?:19|20)\d{2}\s?年)(?:同期)?的\s?(?<second>\d[\d.,]*\s?[万亿]?[元人件吨户次个家亩]次?)(?=[增上提扩下减降])/g

/** What stands in each of them, and is quicker to look for. */
const HINT_OF_MOVE = /[由从][^，。；]*[加长高升大少降低增][到至为]/
const HINT_OF_LAST_YEAR = /[，,（(]\s?(?:上年|去年|上一年)/
const HINT_OF_COMPARED = /[比较](?:上年|去年|上一年|(?:19|20)\d{2}\s?年)(?:同期)?的/

/**
 * A change whose percentage does not fit its two figures: 由100万元增加到120万元，增长25%; or goes the other way; so does a
 * figure beside last year's: 完成120万元，去年同期100万元，同比增长25%. Values with decimals may have been rounded.
 */
export const change: FigureCheck = (segment) => {
  const { text } = segment
  const isMoved = hasHint(segment, hint.moved) && HINT_OF_MOVE.test(text)
  const isLastYears = hasHint(segment, hint.lastYear) && HINT_OF_LAST_YEAR.test(text)
  const isCompared = hasHint(segment, hint.comparedYear) && HINT_OF_COMPARED.test(text)
  if (!(isMoved || isLastYears || isCompared) || /可比|不变价/.test(text)) return NO_FAULT
  const moves = [
    ...[...(isMoved ? text.matchAll(MOVE) : [])].map((move) => ({ move, now: 1 })),
    ...[...(isLastYears ? text.matchAll(LAST_YEAR) : [])].map((move) => ({ move, now: 0 })),
    ...[...(isCompared ? text.matchAll(COMPARED) : [])].map((move) => ({ move, now: 0 })),
  ]
  return moves.flatMap(({ move, now }) => {
    const end = move.index + move[0].length
    const percent = PERCENT.exec(text.slice(end))
    const [first, second, ...others] = quantitiesIn(move[0])
    const [from, to] = now === 1 ? [first, second] : [second, first]
    if (percent?.groups === undefined || from === undefined || to === undefined || others.length > 0) return []
    if (from.unit !== to.unit || from.value === 0) return []
    const { way = '', stated = '', unit = '%' } = percent.groups
    // 下降2倍 is wrong whatever the figures are; a rule of its own says so.
    if (unit === '倍' && /下降|减少|降/.test(way)) return []
    const whole = unit === '%' ? 100 : 1
    const counted = ((to.value - from.value) / from.value) * whole
    const signed = /下降|减少|降/.test(way) ? -Number(stated) : Number(stated)
    const decimals = stated.split('.')[1]?.length ?? 0
    // Times are said of round numbers: 2.4 is 2倍多 and 2倍.
    if (Math.abs(counted - signed) < 10 ** -decimals + roundingOf(from, to) * whole) return []
    const shown = `（${to.value}－${from.value}）÷${from.value}=${round(counted, Math.max(decimals, 1))}${unit}`
    return [
      {
        span: { start: move.index, end: end + percent[0].length },
        facts: { stated: `${way}${stated}${unit}`, sum: shown },
      },
    ]
  })
}

/** How far the ratio of two values may be off because they are given to so many figures; whole numbers are exact. */
function roundingOf(from: Quantity, to: Quantity): number {
  const decimals = Math.max(from.decimals, to.decimals)
  if (decimals === 0) return 0
  const half = 0.5 * 10 ** -decimals
  return (to.value + half) / (from.value - half) - to.value / from.value
}
