import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import { type DateCheck, NO_FAULT } from './checks.ts'

const CLOCK = (name: string) => `(?<${name}>(?:[01]?\\d|2[0-4])(?:\\s?[:：]\\s?[0-5]\\d|[时点](?:[0-5]?\\d分|半)?))`
const STRETCH = new RegExp(
  `(?<![\\d:：])(?<range>${CLOCK('from')}\\s?(?:至|到|——|—|－|–|-|～|~)\\s?(?:次日|翌日|第二天)?(?:凌晨|早上|早晨|上午|中午|下午|晚上)?${CLOCK('until')})(?<between>[^。；\\n\\d约近每其]{0,26}?)(?<said>(?:停[水电气]|施工|历时|时长|共计?|持续|封闭|连续|为期|总时长)为?\\s?(?<hours>\\d{1,2}(?:\\.5)?)\\s?个?小时)`,
  'g',
)

/** 15:00至11:00……停电4小时: a stretch of hours, on into the next day if need be, that is not as long as is said. */
export const hours: DateCheck = (segment) => {
  const { text } = segment
  if (!hasHint(segment, hint.clock)) return NO_FAULT
  return [...text.matchAll(STRETCH)].flatMap((match) => {
    const { range = '', from = '', until = '', said = '', hours: stated = '' } = match.groups ?? {}
    // 下午2时 is 14时: of what is said in halves of a day nothing can be told.
    if (
      /[上下中]午|晚|凌晨|早/.test(range) ||
      /[上下]午|晚上?|凌晨$/.test(text.slice(Math.max(0, match.index - 3), match.index))
    )
      return []
    const minutes = (minutesOf(until) - minutesOf(from) + DAY) % DAY || DAY
    if (minutes === Number(stated) * 60) return []
    const start = match.index + match[0].length - said.length
    return [{ span: { start: match.index, end: start + said.length }, facts: { range, hours: lengthOf(minutes) } }]
  })
}

/** Minutes of a day. */
const DAY = 24 * 60

function minutesOf(clock: string): number {
  const [hour = '0', minute = '0'] = clock.replace('半', '30').split(/\D+/)
  return Number(hour) * 60 + Number(minute || 0)
}

function lengthOf(minutes: number): string {
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)}小时${rest === 0 ? '' : `${rest}分钟`}`
}
