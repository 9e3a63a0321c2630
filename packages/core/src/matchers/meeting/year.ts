import type { DraftDate } from '../../types.ts'
import { type Calendar, PART_OF_NAME } from './calendar.ts'
import type { Finding } from './index.ts'

/**
 * Meetings whose own clause gives them another year than the one they were held in: 十四届全国人大二次会议于2025年3月5日开幕.
 * Without a year, the draft's year stands, where the draft is of the same month.
 */
export function wrongYears(text: string, { index, held: months }: Calendar, date: DraftDate): Finding[] {
  const found: Finding[] = []
  index.scan(text, (pattern, start, end) => {
    const held = months[pattern] ?? ''
    if (held === '' || PART_OF_NAME.test(text[start - 1] ?? '')) return
    const year = statedYear(text.slice(Math.max(0, start - 30), start), text.slice(end, end + 40), date)
    if (year === undefined || held.startsWith(year)) return
    found.push({ span: { start, end }, facts: { meeting: text.slice(start, end), held: monthInWords(held), year } })
  })
  return found
}

/** 2024-03 is 2024年3月. */
export function monthInWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

/** The year in which the clause says that the meeting took place; the draft's for news of the draft's month. */
function statedYear(head: string, tail: string, date: DraftDate): string | undefined {
  const [, year, month] = BEHIND.exec(tail) ?? (HELD.test(tail) ? BEFORE.exec(head) : null) ?? []
  if (year !== undefined) return year
  if (month === undefined || date === 'unknown' || /年/.test(head)) return undefined
  return date.slice(5, 7) === month.padStart(2, '0') ? date.slice(0, 4) : undefined
}

/** 于2024年7月15日至18日在北京举行; 3月5日上午开幕. */
const BEHIND =
  /^(?:将|已)?[于在]?(?:((?:19|20)\d{2})年)?(\d{1,2})月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:上午|下午)?[^，。；、]{0,12}?(?:召开|举行|开幕|闭幕)/
const BEFORE = /(?:^|[^\d年])(?:((?:19|20)\d{2})年)?(\d{1,2})月\d{1,2}日(?:上午|下午)?，?$/
const HELD = /^(?:胜利)?(?:在[^，。；、]{1,8})?(?:胜利|隆重)?(?:召开|举行|开幕|闭幕)/
