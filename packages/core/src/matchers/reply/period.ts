import type { SegmentSpan } from '../../types.ts'

/** A length of time as a clause writes it: `60日`, `六个月`, `15个工作日`. */
export interface Period {
  readonly count: number
  readonly unit: '日' | '工作日' | '月' | '年'
  readonly text: string
  readonly span: SegmentSpan
}

/** A period followed by 内, in digits or Han numerals; named groups `count` and `unit`. */
export const PERIOD_PATTERN =
  '(?<count>\\d{1,3}|[一二三四五六七八九十两百]{1,4}) ?(?:个)? ?(?<unit>工作日|日|天|月|年)(?= ?(?:之|以)?内)'

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Makes a period of a match of PERIOD_PATTERN that begins at `start`. */
export function periodOf(match: RegExpExecArray, start: number): Period | undefined {
  const { count = '', unit = '' } = match.groups ?? {}
  const number = countOf(count)
  if (number === undefined) return undefined
  const text = match[0]
  const kind = unit === '天' ? '日' : (unit as Period['unit'])
  return { count: number, unit: kind, text, span: { start, end: start + text.length } }
}

/** Whether two lengths are written alike: sixty days are not two months. */
export function isPeriod(period: Period, count: number, unit: Period['unit']): boolean {
  return period.count === count && period.unit === unit
}

/** `60日` in the numerals of `like`. */
export function periodText(count: number, unit: Period['unit'], like: string): string {
  const isHan = /[一二三四五六七八九十百]/.test(like)
  const number = isHan ? hanNumber(count) : String(count)
  return unit === '月' || unit === '工作日' ? `${number}个${unit}` : `${number}${unit}`
}

function countOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  let total = 0
  let digit = 0
  for (const character of text) {
    if (character === '百') total += (digit || 1) * 100
    else if (character === '十') total += (digit || 1) * 10
    else {
      digit = DIGITS[character] ?? 0
      continue
    }
    digit = 0
  }
  return total + digit || undefined
}

function hanNumber(count: number): string {
  const names = '零一二三四五六七八九'
  const tens = Math.floor(count / 10)
  const ones = count % 10
  if (tens === 0) return names[ones]!
  return `${tens === 1 ? '' : names[tens]}十${ones === 0 ? '' : names[ones]}`
}
