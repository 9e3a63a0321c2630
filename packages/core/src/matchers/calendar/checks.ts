import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import type { Reading, Segment, SegmentSpan, Severity } from '../../types.ts'
import { type DateMention, dayNumber, exists } from './dates.ts'

/** What a check of dates has found: where, what to write, and the words that a rule's message takes. */
export interface DateFault {
  readonly span: SegmentSpan
  readonly right?: readonly string[]
  readonly facts: Readonly<Record<string, string>>
  readonly severity?: Severity
}

/** Looks at the dates of one segment. */
export type DateCheck = (segment: Segment, dates: readonly DateMention[], reading: Reading) => readonly DateFault[]

/** Nothing is wrong: one list for all segments. */
export const NO_FAULT: readonly DateFault[] = []

/** A day that no calendar has: 2月30日, 13月1日. */
export const impossible: DateCheck = ({ text }, dates) => {
  let faults = NO_FAULT
  for (const date of dates) {
    if (exists(date)) continue
    const words = text.slice(date.start, date.end)
    if (!isPlaceholder(words)) faults = [...faults, { span: date, facts: { date: words } }]
  }
  return faults
}

/** 0000-00-00 and the like stand for a date to be filled in. */
function isPlaceholder(text: string): boolean {
  return /(?<!\d)0{1,2}(?!\d)/.test(text)
}

/** Not the first of several: in 22日、23日（星期六、星期日） it is the other day's. */
const WEEKDAY =
  /^\s?[（(]?\s?(?:星期|周|礼拜)(?<day>[一二三四五六日天])(?![\u4e00-\u9fff]?[期刊]|\s?[、和及与至到—－-]\s?(?:星期|周|礼拜)?[一二三四五六日天][）)])/
const WEEKDAYS = '日一二三四五六'

/** A weekday that the date does not fall on. Without a year, the years around the draft's are all tried. */
export const weekday: DateCheck = (segment, dates, { document }) => {
  if (dates.length === 0) return NO_FAULT
  const { text } = segment
  return withContinued(text, dates).flatMap((date) => {
    const said = WEEKDAY.exec(text.slice(date.end, date.end + 14))
    const day = said?.groups?.['day']
    if (said === null || day === undefined || !exists(date)) return []
    const expected = [...weekdaysInYearSaid(text, date), ...weekdaysOf(date, document.date)]
    const stated = day === '天' ? '日' : day
    if (expected.length === 0 || expected.includes(stated)) return []
    const at = date.end + said[0].length - 1
    return [
      {
        span: { start: date.start, end: at + 1 },
        right: expected.slice(0, 1).map((right) => `${text.slice(date.start, at)}${right}`),
        facts: { date: text.slice(date.start, date.end), weekday: `星期${expected[0]}` },
        ...(date.year === undefined ? { severity: 'warning' as const } : {}),
      },
    ]
  })
}

const CONTINUED =
  /^\s?(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?\s?(?:至|到|—|－|-|–|～|~|、|和)\s?(?<day>\d{1,2})\s?日/

/** The dates, and behind each the day of the same month that it goes on to: 9月20日（星期六）至21日（星期日）. */
function withContinued(text: string, dates: readonly DateMention[]): DateMention[] {
  return dates.flatMap((date) => {
    const on = CONTINUED.exec(text.slice(date.end, date.end + 16))
    const day = on?.groups?.['day']
    if (on === null || day === undefined) return [date]
    const end = date.end + on[0].length
    return [date, { ...date, day: Number(day), start: end - 1 - day.length, end }]
  })
}

/** A date near the draft's own day is of its year; of one farther off the years before and after are possible too. */
function weekdaysOf({ year, month, day }: DateMention, draft: string): string[] {
  const [own = Number.NaN, ownMonth = 1, ownDay = 1] = draft.split('-').map(Number)
  if (year === undefined && Number.isNaN(own)) return []
  const today = Number.isNaN(own) ? 0 : dayNumber(own, ownMonth, ownDay)
  const isNear = (one: number) => Math.abs(dayNumber(one, month, day) - today) <= NEAR
  const around = [own, own + 1, own - 1]
  const years = year === undefined ? (around.some(isNear) ? around.filter(isNear) : around) : [year]
  return years
    .filter((one) => exists({ year: one, month, day, start: 0, end: 0 }))
    .map((one) => WEEKDAYS[(((dayNumber(one, month, day) + 4) % 7) + 7) % 7]!)
}

/** By the year that the paragraph has named last: 2023年9月29日至10月6日放假，10月7日（星期六）上班. */
function weekdaysInYearSaid(text: string, date: DateMention): string[] {
  if (date.year !== undefined) return []
  const said = [...text.slice(0, date.start).matchAll(/(?<!\d)(?:19|20)\d{2}(?=\s?年)/g)].at(-1)
  return said === undefined ? [] : weekdaysOf({ ...date, year: Number(said[0]) }, 'unknown')
}

/** Days; drafts speak of the weeks before and after them without a year. */
const NEAR = 60

const RANGE =
  /^\s?(?:[（(](?:星期|周).[)）])?\s?(?:\d{1,2}(?:[:：]\d{2}|时|点))?(?:开始|起)?[，,]?\s?(?:至|到|—|－|-|–|～|~)\s?$/

/** A stretch of time that ends before it begins. 11月至次年3月 does not; a winter without 次年 is let pass. */
export const reversed: DateCheck = ({ text }, dates) => {
  if (dates.length < 2) return NO_FAULT
  return dates.slice(1).flatMap((until, index) => {
    const from = dates[index]!
    if (!RANGE.test(text.slice(from.end, until.start)) || !exists(from) || !exists(until)) return []
    if (from.year === undefined)
      return until.year === undefined && isSlip(text, from, until) ? [rangeOf(text, from, until)] : []
    const endYear = until.year ?? from.year
    if (dayNumber(endYear, until.month, until.day) >= dayNumber(from.year, from.month, from.day)) return []
    if (until.year === undefined && from.month - until.month >= 4) return []
    return [rangeOf(text, from, until)]
  })
}

/** Without years: by a few weeks back it is hardly a whole year on, unless the text says so. */
function isSlip(text: string, from: DateMention, until: DateMention): boolean {
  const back =
    dayNumber(2023, from.month, Math.min(from.day, 28)) - dayNumber(2023, until.month, Math.min(until.day, 28))
  return back > 1 && back <= 31 && !/每年|次年|翌年|第二年|学年|年度|周期|全年/.test(text)
}

function rangeOf(text: string, from: DateMention, until: DateMention): DateFault {
  const span = { start: from.start, end: until.end }
  return { span, facts: { range: text.slice(span.start, span.end) } }
}

const SAME_MONTH = /\s?(?:至|到|—|－|-|–|～|~)\s?(\d{1,2})\s?[日号](?!线)/y

/** 3月28—26日 */
const SHORT_DAYS =
  /(?<![\d.])\d{1,2}\s?月\s?(?<from>\d{1,2})\s?(?:至|到|—|－|-|–|～|~)\s?(?<until>\d{1,2})\s?[日号](?!线)/g

/** How they go on from the month; quicker to look for. */
const FROM_MONTH = /月\s?\d{1,2}\s?[至到—－\-–～~]/

function shortDays(segment: Segment): readonly DateFault[] {
  if (!hasHint(segment, hint.toYear) || !hasHint(segment, hint.monthDay) || !FROM_MONTH.test(segment.text))
    return NO_FAULT
  return [...segment.text.matchAll(SHORT_DAYS)].flatMap((match) => {
    const { from = '', until = '' } = match.groups ?? {}
    if (Number(until) >= Number(from) || Number(until) === 0 || Number(from) > 31) return []
    return [{ span: { start: match.index, end: match.index + match[0].length }, facts: { range: match[0] } }]
  })
}

/** 8月20日至15日: the later day of the same month comes first. */
export const reversedDays: DateCheck = (segment, dates) => {
  let faults = shortDays(segment)
  for (const date of dates) {
    const fault = longDays(segment, date)
    if (fault !== undefined) faults = [...faults, fault]
  }
  return faults
}

function longDays({ text }: Segment, date: DateMention): DateFault | undefined {
  SAME_MONTH.lastIndex = date.end
  const until = SAME_MONTH.exec(text)
  const day = Number(until?.[1] ?? Number.NaN)
  if (until === null || !exists(date) || day >= date.day || day === 0) return undefined
  const span = { start: date.start, end: date.end + until[0].length }
  return { span, facts: { range: text.slice(span.start, span.end) } }
}

const HAPPENED =
  /(?:已于|已经?|于|在|近日|日前)?[^，。；]{0,24}(?:召开了|举行了|印发了|发布了|完成了|开展了|启动了|下发了|实施了|收到了|作出了|举办了)|^[^。；]{0,24}?(?:已经?|已全部|已全面)(?:赴|召开|举行|印发|发布|完成|开展|启动|下发|收到|作出|举办|建成|竣工|通车)/
const AHEAD =
  /将|拟|计划|预计|力争|争取|确保|前|截至|截止|到期|有效|至|起|之日|应当|要|如|若|假如|目标|施行|实施|执行|生效/

/** A day after the draft's own of which the text says that something has happened on it. */
export const future: DateCheck = ({ text }, dates, { document }) => {
  let faults = NO_FAULT
  for (const date of dates) {
    if (!isBehind(date, document.date) || !exists(date)) continue
    const rest = /^[^。；！？\n]*/.exec(text.slice(date.end))?.[0] ?? ''
    const before = /[^。；！？\n，,]*$/.exec(text.slice(0, date.start))?.[0] ?? ''
    if (!HAPPENED.test(rest) || AHEAD.test(before) || /到$/.test(before)) continue
    if (AHEAD.test(rest.slice(0, rest.search(/[了已]/)))) continue
    faults = [...faults, { span: date, facts: { date: text.slice(date.start, date.end), own: document.date } }]
  }
  return faults
}

/** Whether a date with its year comes after the draft's own day; of drafts without a day none does. */
function isBehind({ year, month, day }: DateMention, draft: string): boolean {
  // The year tells of nearly all.
  if (year === undefined || draft === 'unknown' || year < Number(draft.slice(0, 4))) return false
  const [ownYear = 0, ownMonth = 1, ownDay = 1] = draft.split('-').map(Number)
  return dayNumber(year, month, day) > dayNumber(ownYear, ownMonth, ownDay)
}
