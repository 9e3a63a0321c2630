import { daysInMonth } from '../../text/calendar-day.ts'
import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'

/** A date as a text gives it; the year is missing in 7月4日. Offsets are in the text. */
export interface DateMention {
  readonly year?: number
  readonly month: number
  readonly day: number
  readonly start: number
  readonly end: number
}

const NUMERALS = '〇零一二三四五六七八九十'
const NUMBER = `(?:\\d{1,2}|[${NUMERALS}]{1,3})`
const IN_WORDS = new RegExp(
  `(?:(?<year>(?:19|20)\\d{2}|[一二][${NUMERALS}]{3})\\s?年\\s?)?(?<![\\d${NUMERALS}.第])(?<month>${NUMBER})\\s?月\\s?(?<day>${NUMBER})\\s?(?:日|号(?![\\d线]))`,
  'g',
)
/** How every date goes on from its month. */
const FROM_MONTH = new RegExp(`月\\s?${NUMBER}\\s?[日号]`, 'y')
/** The most that stands before 月 in a date: a year, 年, a month, blanks between. */
const LONGEST_BEFORE = 11
/** What every date in figures has behind its year; quicker to look for than dates. */
const HINT_OF_FIGURES = /[-./]\d{1,2}[-./]\d/
const IN_FIGURES =
  /(?<![\d.\-/])(?<year>(?:19|20)\d{2})(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d.\-/])/g

/** The dates with month and day that a segment holds, in words (2024年7月4日, 7月4日, 二〇二四年七月四日) or figures. */
export function datesIn(segment: Segment): readonly DateMention[] {
  const { text } = segment
  const words = hasHint(segment, hint.monthDay) ? datesInWords(text) : NONE
  if (!hasHint(segment, hint.figureDate) || !HINT_OF_FIGURES.test(text)) return words
  const figures = [...text.matchAll(IN_FIGURES)].map(mentionOf)
  return figures.length === 0 ? words : [...words, ...figures].sort((a, b) => a.start - b.start)
}

function datesInWords(text: string): readonly DateMention[] {
  let dates: DateMention[] | undefined
  let end = 0
  for (let at = text.indexOf('月'); at >= 0; at = text.indexOf('月', at + 1)) {
    FROM_MONTH.lastIndex = at
    if (at < end || !FROM_MONTH.test(text)) continue
    IN_WORDS.lastIndex = Math.max(end, at - LONGEST_BEFORE)
    const found = IN_WORDS.exec(text)
    if (found === null) break
    end = IN_WORDS.lastIndex
    dates ??= []
    dates.push(mentionOf(found))
  }
  return dates ?? NONE
}

const NONE: readonly DateMention[] = []

/** Whether the calendar has this day; without a year, 29 February counts as one. */
export function exists({ year = 2024, month, day }: DateMention): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1970-01-01 of an existing date; only differences matter. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

function mentionOf(match: RegExpExecArray): DateMention {
  const { year, month = '', day = '' } = match.groups ?? {}
  const { index: start } = match
  const end = start + match[0].length
  if (year === undefined) return { month: numberOf(month), day: numberOf(day), start, end }
  return { year: yearOf(year), month: numberOf(month), day: numberOf(day), start, end }
}

function yearOf(text: string): number {
  const year = Number(text)
  return Number.isNaN(year)
    ? Number([...text].map((digit) => (/\d/.test(digit) ? digit : digitOf(digit))).join(''))
    : year
}

/** Arabic or Chinese numerals up to 99; 0 when they say nothing. */
function numberOf(text: string): number {
  const number = Number(text)
  if (!Number.isNaN(number)) return number
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const high = text.includes('十') ? (tens === '' ? 1 : digitOf(tens ?? '')) : 0
  return high * 10 + (ones === '' ? 0 : digitOf(ones ?? ''))
}

function digitOf(numeral: string): number {
  const at = '〇一二三四五六七八九'.indexOf(numeral)
  return at < 0 ? 0 : at
}
