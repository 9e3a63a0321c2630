import { smallNumber } from '../../text/chinese-number.ts'
import { stretchesWith } from '../../text/sentence.ts'
import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

/** 每月发放补助800元: the amount for one period. */
const EACH = /(?<at>每(?<period>月|年|天|日|季度?|学期|周))[^，。；、\d]{0,12}$/
/** How many periods: 按12个月, 共6个月, 全年. */
const TIMES =
  /(?:(?<count>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?(?:个?(?<unit>月|年|天|日|季度?|学期|周))|(?<year>全年|一年))/g
const TOTAL = /(?:共计?|合计|总计|共需|全年|一年)[\u4e00-\u9fff]{0,8}$/
/** What every total has before it; quicker to look for. */
const SUMMED = /[共计]|[全一]年/
/** What makes the sum another one, or its figures less than exact. */
const MORE =
  /另|还|以及|最高|最低|不超过|不低于|至少|约|近|余|不等|分别|平均|人均|首批|其中|以上|以内|左右|除|减|增|调整|起付|上限|补发|奖金|%|第[一二三四\d]/
const SCALE: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 }

/** 每月800元，按12个月发放，全年9800元: a sum that is not the amount for each period times their number. */
export const periodic: FigureCheck = (segment) => {
  const { text } = segment
  let faults = NO_FAULT
  for (const { text: sentence, start } of stretchesWith(text, '每')) {
    const fault = SUMMED.test(sentence) ? faultIn(sentence) : undefined
    if (fault === undefined) continue
    faults = [...faults, { ...fault, span: { start: start + fault.span.start, end: start + fault.span.end } }]
  }
  return faults
}

function faultIn(sentence: string): FigureFault | undefined {
  const plain = sentence.replace(/(?:19|20)\d{2}\s?年(?:\d{1,2}月)?/g, (year) => '〇'.repeat(year.length))
  const amounts = quantitiesIn(plain).filter(({ unit }) => unit in SCALE)
  const [each, total] = amounts
  if (amounts.length !== 2 || each === undefined || total === undefined || MORE.test(sentence)) return undefined
  const period = EACH.exec(plain.slice(0, each.start))?.groups?.['period']
  if (period === undefined || !TOTAL.test(plain.slice(each.end, total.start))) return undefined
  const times = timesIn(plain.slice(0, each.start).replace(/每.*$/, '') + plain.slice(each.end, total.start), period)
  if (times === undefined) return undefined
  const people = quantitiesIn(plain).filter(({ unit }) => /^[人名位户生]$/.test(unit))
  if (people.length > 1) return undefined
  const counted = yuanOf(each) * times
  const heads = people[0]?.value ?? 1
  const fits = [counted, counted * heads].some((sum) => Math.abs(sum - yuanOf(total)) < slackOf(total))
  if (fits) return undefined
  const isForAll = people.length === 1 && !/每[人名位户]/.test(plain.slice(each.end, total.start))
  const shown = isForAll
    ? `${each.value}×${times}×${heads}=${counted * heads}元`
    : `${yuanOf(each)}×${times}=${counted}元`
  return {
    span: { start: total.start, end: total.end },
    facts: { total: sentence.slice(total.start, total.end), sum: shown },
  }
}

/** How often the period comes round; undefined where that is not said once, or in another unit. */
function timesIn(words: string, period: string): number | undefined {
  const found = [...words.matchAll(TIMES)].map(({ groups = {} }) => {
    const { count, unit, year } = groups
    if (year !== undefined || (unit === '年' && count === '一')) return { 月: 12, 年: 1, 季: 4 }[period.charAt(0)]
    if (unit === undefined || unit.charAt(0) !== period.charAt(0)) return unit === '年' ? manyYears(count, period) : -1
    return smallNumber(count ?? '') ?? Number(count)
  })
  const [times] = found
  if (times === undefined || times < 2 || found.some((one) => one !== times)) return undefined
  return times
}

function manyYears(count: string | undefined, period: string): number {
  const years = smallNumber(count ?? '') ?? Number(count)
  return period === '月' ? years * 12 : -1
}

function yuanOf({ value, unit }: Quantity): number {
  return value * (SCALE[unit] ?? 1)
}

function slackOf({ unit, decimals }: Quantity): number {
  return unit === '元' ? 0.5 : (SCALE[unit] ?? 1) * 10 ** -decimals
}
