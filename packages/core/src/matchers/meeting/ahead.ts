import type { DraftDate, Segment } from '../../types.ts'
import { type Calendar, isPartOfName } from './calendar.ts'
import type { Finding } from './index.ts'
import { monthInWords } from './year.ts'

/**
 * Meetings spoken of as held (…以来, …精神, …通过) in a draft of an earlier month, and the next ones of each series in a
 * draft of the time that the catalog knows: 党的二十一大以来.
 */
export function aheadOfTime(segment: Segment, { meetings, dates }: Calendar, date: DraftDate): Finding[] {
  if (date === 'unknown') return []
  const { text } = segment
  const found: Finding[] = []
  meetings.scanWritten(segment, (pattern, start, end) => {
    const { held: months, asOf } = dates()
    const held = months[pattern] ?? ''
    const isAhead = held === '' ? date <= asOf : date.slice(0, 7) < held
    if (!isAhead || isPartOfName(text, start)) return
    if (!DONE.test(text.slice(end, end + 12)) || EXPECTED.test(text.slice(Math.max(0, start - 14), start))) return
    const facts = { meeting: text.slice(start, end), held: held === '' ? '以后' : monthInWords(held) }
    found.push({ span: { start, end }, facts })
  })
  return found
}

const DONE =
  /^(?:(?:胜利|隆重)?(?:召开|举行|闭幕)?(?:以来|之后|以后|后)|(?:的?会议|的)?精神|报告(?!起草|初稿)|(?:胜利|圆满)闭幕|(?:作出|做出|指出|提出|强调|要求|部署|确定|明确|擘画|审议通过|表决通过|通过))/

/** 迎接党的二十一大, 提请十四届全国人大五次会议审议通过. */
const EXPECTED = /(?:迎接|喜迎|筹备|开好|将|拟|待|提请|提交|预计|计划|建议|召开)[^，。；]{0,8}$/
