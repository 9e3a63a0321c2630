import { isDigit } from './quantities.ts'

/** What a time ends in: 全年, 2024年, 三季度, 本月. */
const YEAR = '年'.charCodeAt(0)
const MONTH = '月'.charCodeAt(0)
const QUARTER = '度'.charCodeAt(0)
const HALF = '半'.charCodeAt(0)

const ONES = '全今去上'
const HALVES = '上下'
const QUARTERS = '一二三四'
const MONTHS = '本上'

/**
 * The number of the time whose last character stands at an offset: 全年, 今年, 去年, 上年, 上半年, 下半年, 一季度, 前三季度,
 * 2024年, 本月, 上月; from 1 to 2099, equal for equal words. Undefined where no time ends.
 */
export function periodBehind(text: string, at: number): number | undefined {
  switch (text.charCodeAt(at)) {
    case YEAR:
      return yearBehind(text, at)
    case MONTH:
      return numbered(MONTHS, text[at - 1], 30)
    case QUARTER:
      return text[at - 1] === '季' ? quarterBehind(text, at - 2) : undefined
    default:
      return undefined
  }
}

function yearBehind(text: string, at: number): number | undefined {
  const before = text.charCodeAt(at - 1)
  if (isDigit(before)) return yearAt(text, at - 4)
  if (before === HALF) return numbered(HALVES, text[at - 2], 10)
  return numbered(ONES, text[at - 1], 1)
}

function yearAt(text: string, at: number): number | undefined {
  if (at < 0 || !(text.startsWith('19', at) || text.startsWith('20', at)) || !isDigit(text.charCodeAt(at + 2)))
    return undefined
  return Number(text.slice(at, at + 4))
}

function quarterBehind(text: string, at: number): number | undefined {
  return text[at] === '三' && text[at - 1] === '前' ? 29 : numbered(QUARTERS, text[at], 20)
}

/** Counted from `first` on, by its place among some characters. */
function numbered(members: string, one: string | undefined, first: number): number | undefined {
  const place = one === undefined ? -1 : members.indexOf(one)
  return place < 0 ? undefined : first + place
}
