import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import { type FigureCheck, NO_FAULT } from './fault.ts'
import { quantitiesIn, round } from './quantities.ts'

const FALL = '减少|下降|降低|压减|精简|缩减|净减'
const RISE = '增加|增长|提高|上升|扩大|净增'
const MOVE = new RegExp(
  `[由从][^，。；]{0,14}?\\d[\\d.,]*\\s?[\\u4e00-\\u9fff]{1,4}(?:${RISE}|${FALL}|降|增)(?:到|至|为)[^，。；]{0,14}(?=[，,、（(])`,
  'g',
)
const STATED = new RegExp(
  `^[，,、（(](?:净|共|同比|累计|总共|比上年|较上年|比去年|较去年){0,2}(?<way>${RISE}|${FALL})了?\\s?(?=\\d)`,
)

/** 去年2860人，今年为2574人 */
const YEARS =
  /(?:去年|上年|20\d{2}年)[^，。；\d]{0,10}\d[\d.,]*\s?[\u4e00-\u9fff]{1,4}[，,、；](?:今年|本年|20\d{2}年)[^，。；\d]{0,8}\d[\d.,]*\s?[\u4e00-\u9fff]{1,4}(?=[，,、（(])/g

/** The later of the two; quicker to look for. */
const SECOND_YEAR = /[，,、；](?:今年|本年|20\d{2}年)/

/** 由312起下降到248起，减少74起: a difference that is not that of its two figures. */
export const difference: FigureCheck = (segment) => {
  const { text } = segment
  const isMoved = hasHint(segment, hint.moved) && (text.includes('由') || text.includes('从'))
  const isCompared = hasHint(segment, hint.secondYear) && hasHint(segment, hint.period) && SECOND_YEAR.test(text)
  if (!isMoved && !isCompared) return NO_FAULT
  const moves = [...(isMoved ? text.matchAll(MOVE) : []), ...(isCompared ? text.matchAll(YEARS) : [])]
  return moves.flatMap((move) => {
    const end = move.index + move[0].length
    const way = STATED.exec(text.slice(end, end + 24))
    const [from, to, ...others] = quantitiesIn(move[0])
    if (way === null || from === undefined || to === undefined || others.length > 0) return []
    const at = end + way[0].length
    const stated = quantitiesIn(text.slice(at, at + 24)).find(({ start }) => start === 0)
    if (stated === undefined || [from, to].some(({ unit }) => unit !== stated.unit)) return []
    // 提高到…，提高了…倍 and the like have other units; a figure that goes on is no difference.
    if (/^[多余的]/.test(text.slice(at + stated.end))) return []
    const decimals = [from, to, stated].map((one) => one.decimals)
    const counted = round(to.value - from.value, Math.max(...decimals))
    const signed = new RegExp(FALL).test(way.groups?.['way'] ?? '') ? -stated.value : stated.value
    const isExact = Math.max(...decimals) === 0 && !/^[万亿]/.test(stated.unit)
    const apart = Math.abs(round(counted - signed, Math.max(...decimals)))
    if (isExact ? apart === 0 : apart <= 10 ** -Math.min(...decimals)) return []
    const sum = `${to.value}－${from.value}=${counted}`
    return [
      { span: { start: end + 1, end: at + stated.end }, facts: { stated: text.slice(end + 1, at + stated.end), sum } },
    ]
  })
}
