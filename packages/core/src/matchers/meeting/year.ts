import type { DraftDate, IsoDate, Segment } from '../../types.ts'
import { type Calendar, isPartOfName } from './calendar.ts'
import type { Finding } from './index.ts'

/**
 * Meetings whose own clause gives them another year or month than the one they were held in: 十四届全国人大二次会议于2025年
 * 3月5日开幕. Without a year, the draft's year stands, where the draft is of the same month.
 */
export function wrongYears(segment: Segment, { meetings, dates }: Calendar, date: DraftDate): Finding[] {
  const { text } = segment
  const found: Finding[] = []
  meetings.scanWritten(segment, (pattern, start, end) => {
    const held = dates().held[pattern] ?? ''
    if (held === '' || isPartOfName(text, start)) return
    const said = statedTime(text.slice(Math.max(0, start - 30), start), text.slice(end, end + 40), date)
    if (said === undefined || agrees(said, held) || isOfLastMonth(held, date)) return
    const facts = { meeting: text.slice(start, end), held: monthInWords(held), said: inWords(said) }
    found.push({ span: { start, end }, facts })
  })
  return found
}

/** 2024-03 is 2024年3月. */
export function monthInWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

/** When the clause says that the meeting took place; the month where it states the year too. */
interface Stated {
  readonly year: string
  readonly month?: string
}

/** Until 1993 a session of the people's congress could run over two months; `held` is the first of them. */
const SINGLE_MONTHS = '1993'

function agrees({ year, month }: Stated, held: string): boolean {
  if (!held.startsWith(year)) return false
  return month === undefined || held < SINGLE_MONTHS || Number(held.slice(5)) === Number(month)
}

/** In January 近日 and 日前 may be of December: that the years differ says nothing. */
function isOfLastMonth(held: string, date: DraftDate): boolean {
  return date !== 'unknown' && date.slice(5, 7) === '01' && held === `${Number(date.slice(0, 4)) - 1}-12`
}

function inWords({ year, month }: Stated): string {
  return month === undefined ? `${year}年` : `${year}年${month}月`
}

function statedTime(head: string, tail: string, date: DraftDate): Stated | undefined {
  const [, year, month] =
    BEHIND.exec(tail) ?? (HELD.test(tail) ? BEFORE.exec(head) : null) ?? HELD_THEN.exec(head) ?? []
  if (month === undefined) return date === 'unknown' ? undefined : recentTime(head, tail, date)
  if (year !== undefined) return { year, month }
  if (date === 'unknown' || /年/.test(head)) return undefined
  return date.slice(5, 7) === month.padStart(2, '0') ? { year: date.slice(0, 4) } : undefined
}

/** What 昨天 and 本月 say of a draft of that day: 昨天在京开幕, 本月闭幕的, 今年1月召开的. */
function recentTime(head: string, tail: string, date: IsoDate): Stated | undefined {
  const year = date.slice(0, 4)
  const [, then] = THIS_YEAR_THEN.exec(head) ?? (HELD.test(tail) ? (THIS_YEAR.exec(head) ?? []) : [])
  if (then !== undefined) return { year, month: then }
  const isRecent = RECENT_THEN.test(head) || RECENT_BEHIND.test(tail) || (HELD.test(tail) && RECENT.test(head))
  return isRecent ? { year } : undefined
}

const DAY = '(?:昨天|昨日|今天|今日|日前|本月|本周|近日|当前)(?:上午|下午|晚上?)?'
const PLACE = '(?:在[^，。；、]{1,8})?(?:胜利|隆重)?'
/** 昨天下午在京开幕 after the meeting's name, 昨天， before it, 本月在京召开的 before it, 正在召开的 before it. */
const RECENT_BEHIND = new RegExp(`^(?:于|已于)?${DAY}${PLACE}(?:召开|举行|开幕|闭幕)`)
const RECENT = new RegExp(`(?:^|[。；，])${DAY}，?$`)
const RECENT_THEN = new RegExp(`(?:${DAY}|刚刚|正在)${PLACE}(?:召开|举行|开幕|闭幕)的$`)
/** 今年1月召开的 before the meeting's name, 今年3月， before it. */
const THIS_YEAR = /今年(\d{1,2})月(?:\d{1,2}日)?(?:上午|下午)?，?$/
const THIS_YEAR_THEN = new RegExp(`今年(\\d{1,2})月(?:\\d{1,2}日)?(?:初|中旬|底)?${PLACE}(?:召开|举行|开幕|闭幕)的$`)

/** 于2024年7月15日至18日在北京举行; 3月5日上午开幕; 于2025年10月召开. */
const BEHIND =
  /^(?:将|已)?[于在]?(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:上午|下午)?)?[^，。；、月]{0,12}?(?:召开|举行|开幕|闭幕)/
const BEFORE = /(?:^|[^\d年])(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:\d{1,2}日(?:至\d{1,2}日)?(?:上午|下午)?)?，?$/
const HELD = /^(?:胜利)?(?:在[^，。；、]{1,8})?(?:胜利|隆重)?(?:召开|举行|开幕|闭幕)/
/** 2025年3月召开的; the meeting's name follows. */
const HELD_THEN =
  /(?:^|[^\d年])((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日(?:至\d{1,2}日)?)?(?:在[^，。；、]{1,8})?(?:胜利|隆重)?(?:召开|举行|闭幕)的$/
