import { type FigureCheck, NO_FAULT } from './fault.ts'

const BEGUN = '创办|创建|始建|成立|建成|组建|设立|建立|诞生|创刊|开馆|通车'
const ANNIVERSARY = new RegExp(
  `(?:${BEGUN})于(?<begun>1[89]\\d{2}|20\\d{2})年[，,](?:[^。；\\d]{0,16}[，,])?(?<when>今年|明年|去年|(?:19|20)\\d{2}年)(?:\\d{1,2}月)?(?:即将|将|正|是|喜|迎来?了?|适逢|恰逢|正值|其|该校|建[校院馆厂站社所行企园会]|办学|${BEGUN}|第){0,6}(?<count>\\d{2,3})周年`,
  'g',
)

/** 建成于1985年，至今已有39年: counted to the draft's own year, the first or the last year with it or not. */
const SINCE = new RegExp(
  `(?:${BEGUN}|建造|修建|建)于(?:公元)?(?<begun>1[89]\\d{2}|20\\d{2})年[^。；\\d]{0,16}(?:至今|距今)(?:已经?)?有?(?<count>\\d{1,3})年(?!代|级|度)`,
  'g',
)

/** 创办于1926年，今年迎来建校80周年: an anniversary that does not fit the years; 今年 is the year of the draft. */
export const anniversary: FigureCheck = (segment, { date }) => {
  const { text } = segment
  if (!text.includes('于')) return NO_FAULT
  return [...text.matchAll(ANNIVERSARY), ...text.matchAll(SINCE)].flatMap((match) => {
    const { begun = '', when, count = '' } = match.groups ?? {}
    const year = yearOf(when ?? '今年', date)
    const slack = when === undefined ? 1 : 0
    if (Number.isNaN(year) || Math.abs(year - Number(begun) - Number(count)) <= slack) return []
    const end = match.index + match[0].length
    const start = end - count.length - (when === undefined ? 1 : 2)
    return [
      {
        span: { start, end },
        facts: { stated: text.slice(start, end), sum: `${year}－${begun}=${year - Number(begun)}` },
      },
    ]
  })
}

function yearOf(when: string, date: string): number {
  const own = date === 'unknown' ? Number.NaN : Number.parseInt(date, 10)
  if (when === '今年') return own
  return when === '明年' ? own + 1 : when === '去年' ? own - 1 : Number.parseInt(when, 10)
}
