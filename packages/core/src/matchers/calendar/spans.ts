import { type DateCheck, type DateFault, NO_FAULT } from './checks.ts'

const YEARS =
  /(?<![\d./A-Za-z号第－—-])(?<from>(?:19|20)\d{2})\s?年?\s?(?:至|到|——|—|－|–|-|～|~)\s?(?<until>(?:19|20)\d{2})(?=\s?年)/g

/** What stands in every such stretch; quicker to look for. */
const HINT_OF_YEARS = /[至到—－–\-～~]\s?(?:19|20)\d{2}\s?年/

/** 2030—2026年: a stretch of years that ends before it begins. */
export const reversedYears: DateCheck = (segment) => {
  const { text } = segment
  if (!HINT_OF_YEARS.test(text)) return NO_FAULT
  return [...text.matchAll(YEARS)].flatMap((match): DateFault[] => {
    const { from = '', until = '' } = match.groups ?? {}
    // 公元前: years are counted down.
    if (Number(until) >= Number(from) || /前\s?$/.test(text.slice(0, match.index))) return []
    const span = { start: match.index, end: match.index + match[0].length }
    return [{ span, facts: { range: text.slice(span.start, span.end) } }]
  })
}

const BEGUN = '开工|动工|启动|立项|开建|始建|奠基'
const ENDED = '竣工|完工|建成|投用|投入使用|投入运营|通车|交付|验收'
const DAY = (name: string) => `(?<${name}Year>(?:19|20)\\d{2})年(?:(?<${name}Month>\\d{1,2})月)?(?:\\d{1,2}日)?`
const WORKS = new RegExp(
  `${DAY('from')}(?:正式|全面)?(?:${BEGUN})(?:建设)?[，,、]?(?:已|拟|将|计划|预计|并)?于?(?<late>${DAY('until')})[^。；，\\n\\d]{0,6}?(?:${ENDED})`,
  'g',
)

/** 2025年3月开工，2024年10月竣工: works that end before they begin. */
export const endedBeforeBegun: DateCheck = (segment) => {
  const { text } = segment
  if (!/(?:竣|完)工|建成|投[用入]|通车|交付|验收/.test(text)) return NO_FAULT
  return [...text.matchAll(WORKS)].flatMap((match): DateFault[] => {
    const { fromYear = '', fromMonth = '12', untilYear = '', untilMonth = '12', late = '' } = match.groups ?? {}
    const months = (year: string, month: string) => Number(year) * 12 + Number(month)
    const begun = match.groups?.['fromMonth'] === undefined ? months(fromYear, '1') : months(fromYear, fromMonth)
    if (months(untilYear, untilMonth) >= begun) return []
    const start = match.index + match[0].lastIndexOf(late)
    return [{ span: { start, end: start + late.length }, facts: { range: match[0] } }]
  })
}

const CLOCK = '(?:[01]?\\d|2[0-4])\\s?[:：]\\s?[0-5]\\d'
const HOURS = new RegExp(
  `(?<lead>[日）)]|(?:时间|上午|下午|每日|每天)为?[:：]?)\\s?(?<range>(?<from>${CLOCK})\\s?(?:至|到|——|—|－|–|-|～|~)\\s?(?<until>${CLOCK}))(?![\\d:：])`,
  'g',
)
/** Of these a stretch may go on into the next day. */
const OVERNIGHT = /次日|翌日|第二天|隔日|夜|宵禁|限行|禁行|停[水电气运]|施工|封[闭路道]|入住|退房|宿|值班|值守|轮班/

/** 3月18日14:30—11:30: hours of one day that end before they begin. From the evening on they may mean the next day. */
export const reversedHours: DateCheck = (segment) => {
  const { text } = segment
  if (!/\d\s?[:：]\s?\d/.test(text)) return NO_FAULT
  return [...text.matchAll(HOURS)].flatMap((match): DateFault[] => {
    const { lead = '', range = '', from = '', until = '' } = match.groups ?? {}
    const [begin, end] = [minutesOf(from), minutesOf(until)]
    if (!endsBeforeItBegins(lead, begin, end)) return []
    const around = text.slice(Math.max(0, match.index - NEAR), match.index + match[0].length + NEAR)
    const isOneHalf = lead.startsWith('下午') && begin < NOON === end < NOON
    if (!isOneHalf && OVERNIGHT.test(around)) return []
    const start = match.index + match[0].length - range.length
    return [{ span: { start, end: start + range.length }, facts: { range } }]
  })
}

function endsBeforeItBegins(lead: string, begin: number, end: number): boolean {
  if (end >= begin) return false
  // 下午5:00—2:00 counts in halves of a day, of which 12:30 is the beginning.
  if (lead.startsWith('下午')) return begin < NOON || begin >= NOON + 60
  return end >= MORNING && (begin < EVENING || lead.startsWith('上午'))
}

/** How near the hours the word stands that takes them into the next day, in UTF-16 units. */
const NEAR = 20

/** Minutes of the day. */
const NOON = 12 * 60
const EVENING = 17 * 60
const MORNING = 6 * 60

const WORD_HOURS =
  /(?<half>上午|下午)(?<range>(?<from>\d{1,2})[时点]\s?(?:至|到|—|－|-|～|~)\s?(?<until>\d{1,2})[时点])(?!\d)/g

/** 上午11时至9时: within one half of a day. */
export const reversedWordHours: DateCheck = (segment) => {
  const { text } = segment
  if (!/[上下]午/.test(text)) return NO_FAULT
  return [...text.matchAll(WORD_HOURS)].flatMap((match): DateFault[] => {
    const { range = '', from = '', until = '' } = match.groups ?? {}
    // 下午12时 is noon.
    if (Number(until) >= Number(from) || Number(from) === 12) return []
    const start = match.index + match[0].length - range.length
    return [{ span: { start, end: start + range.length }, facts: { range } }]
  })
}

function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(/\s?[:：]\s?/)
  return Number(hours) * 60 + Number(minutes)
}
