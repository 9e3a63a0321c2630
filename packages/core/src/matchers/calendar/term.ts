import { daysInMonth } from '../../text/calendar-day.ts'
import { smallNumber } from '../../text/chinese-number.ts'
import { type DateCheck, NO_FAULT } from './checks.ts'
import { type DateMention, exists } from './dates.ts'

const TERM =
  /(?:共计?|合计|总计|有效期限?|期限|租期|任期|聘期|服务期|合同期|合作期|履行期|为期)(?:为|共|是|计)?\s?(\d{1,2}|[一二两三四五六七八九十]{1,3})\s?(年|个月)(?![度份内前后底初末以])/g
const UNTIL = /^起?\s?(?:至|到|—|－|-|–|～|~)\s?$/
/** What may stand between a term and its dates, behind them or before. */
const BEHIND = /^止?[，,（(、：:）)]?\s?$/
const BEFORE = /^[，,（(：:）)]?\s?(?:即|自|从|时间为?|起止时间为?|起止日期为?){0,2}[：:]?$/

/**
 * A term of years or months that its first and last day contradict: 自2018年9月1日起至2021年8月31日止，共两年. Only days
 * that make whole months are judged, and the last may or may not be counted.
 */
export const term: DateCheck = ({ text }, dates) => {
  const stretches = dates.length < 2 ? [] : stretchesIn(text, dates)
  if (stretches.length === 0) return NO_FAULT
  return [...text.matchAll(TERM)].flatMap((match) => {
    const [words, figure = '', unit = ''] = match
    const end = match.index + words.length
    const range = stretches.find((one) =>
      one.start > match.index ? BEFORE.test(text.slice(end, one.start)) : BEHIND.test(text.slice(one.end, match.index)),
    )
    const said = (smallNumber(figure) ?? 0) * (unit === '年' ? 12 : 1)
    if (range === undefined || said === 0 || said === range.months) return []
    if (unit === '年' && range.months % 12 !== 0) return []
    const counted = unit === '年' ? `${range.months / 12}年` : `${range.months}个月`
    const facts = { range: text.slice(range.start, range.end), days: counted }
    return [{ span: { start: match.index, end }, facts }]
  })
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly months: number
}

/** The stretches of whole months between two dates that both name their year. */
function stretchesIn(text: string, dates: readonly DateMention[]): Stretch[] {
  return dates.slice(1).flatMap((until, index) => {
    const from = dates[index]!
    if (from.year === undefined || until.year === undefined || !exists(from) || !exists(until)) return []
    if (!UNTIL.test(text.slice(from.end, until.start))) return []
    const months = monthsBetween(from, until)
    return months === undefined ? [] : [{ start: from.start, end: until.end, months }]
  })
}

function monthsBetween(from: DateMention, until: DateMention): number | undefined {
  const months = ((until.year ?? 0) - (from.year ?? 0)) * 12 + until.month - from.month
  if (until.day === from.day) return months > 0 ? months : undefined
  // The last day counts: a stretch from the 1st ends on the last of a month, one from the 9th on an 8th.
  const isLast = until.day === daysInMonth(until.year ?? 0, until.month)
  const isWhole = from.day === 1 ? isLast : until.day === from.day - 1
  const counted = months + (from.day === 1 ? 1 : 0)
  return isWhole && counted > 0 ? counted : undefined
}
