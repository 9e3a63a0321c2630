import { smallNumber } from '../../text/chinese-number.ts'
import { type DateCheck, NO_FAULT } from './checks.ts'
import { type DateMention, dayNumber, exists } from './dates.ts'

const DAYS =
  /(为期|持续|历时|连续|展期|会期|工期|共计?|放假|休假|活动期)\s?(\d{1,2}|[一二两三四五六七八九十]{1,3})\s?天(?!内|前|后|以)/g
/** Said of days that are all counted: 共3天 of a holiday. */
const INCLUSIVE = /共|放假|休假|为期|会期|展期/
/** Said of the very event that the dates before it are told of. */
const OF_EVENT = /为期|历时|会期|展期/
/** What may stand between the days and their dates. */
const BESIDE = /^(?:[（(）)，,：:、\s时间为从自于即日期]{1,8}|(?:放假|休假)?(?:调休)?[，,]\s?)$/
/** 在大剧院举行， between the dates of an event and its length. */
const EVENT = /^[\u4e00-\u9fff“”《》]{0,18}[，,（(]?$/
const OTHER = /其|每|分别|间隔|另|前|后|之间|除/
const WEEKDAY = '(?:[（(](?:星期|周)[一二三四五六日天][)）])?'
const UNTIL = new RegExp(`^\\s?${WEEKDAY}\\s?(?:至|到|—|－|-|–|～|~)\\s?`)
const AFTER = new RegExp(`^${WEEKDAY}`)
const DAY = new RegExp(`^(\\d{1,2})\\s?日${WEEKDAY}`)

/**
 * A number of days that does not fit the range of dates beside it: 展期5天（5月10日至5月16日）. Both ways of
 * counting, with and without the first day, pass.
 */
export const duration: DateCheck = ({ text }, dates, { document }) => {
  if (dates.length === 0 || !text.includes('天') || !/[\d一二两三四五六七八九十]\s?天/.test(text)) return NO_FAULT
  return [...text.matchAll(DAYS)].flatMap((match) => {
    const [words, verb = '', figure = ''] = match
    const said = smallNumber(figure)
    const until = match.index + words.length
    const range = rangesIn(text, dates, document.date).find(({ start, end }) => {
      const between = start > match.index ? text.slice(until, start) : text.slice(end, match.index)
      if (BESIDE.test(between)) return true
      return end <= match.index && OF_EVENT.test(verb) && EVENT.test(between) && !OTHER.test(between)
    })
    if (said === undefined || range === undefined) return []
    if (range.days < 0 || said === range.days + 1 || (said === range.days && !INCLUSIVE.test(verb))) return []
    return [
      {
        span: { start: match.index, end: until },
        facts: { range: text.slice(range.start, range.end), days: String(range.days + 1) },
      },
    ]
  })
}

interface Range {
  readonly start: number
  readonly end: number
  /** From the first day to the last; one less than the days counted. */
  readonly days: number
}

function rangesIn(text: string, dates: readonly DateMention[], draft: string): Range[] {
  return dates.flatMap((from, index) => {
    const mark = UNTIL.exec(text.slice(from.end))
    if (mark === null || !exists(from)) return []
    const until = dates[index + 1]
    const year = from.year ?? (Number.parseInt(draft, 10) || 2023)
    const first = dayNumber(year, from.month, from.day)
    if (until !== undefined && until.start === from.end + mark[0].length && exists(until)) {
      const last = dayNumber(until.year ?? year, until.month, until.day)
      const end = until.end + (AFTER.exec(text.slice(until.end))?.[0].length ?? 0)
      return [{ start: from.start, end, days: last - first }]
    }
    const day = DAY.exec(text.slice(from.end + mark[0].length))
    if (day === null) return []
    const end = from.end + mark[0].length + day[0].length
    return [{ start: from.start, end, days: Number(day[1]) - from.day }]
  })
}
