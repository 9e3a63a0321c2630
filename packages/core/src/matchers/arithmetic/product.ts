import { stretchesWith } from '../../text/sentence.ts'
import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

const EACH = /每(人|名|户|位|亩|台|套|辆|头|家|所|张|份)[^，。；、\d]{0,10}$/
const TOTAL = /(?:共计?|合计|总计|共需)[\u4e00-\u9fff]{0,8}$/
/** What makes the sum more than one times the other, or the figures less than exact. */
const MORE =
  /每月|个月|按月|每季|季度|每天|每日|\d\s?天|每次|\d\s?次|每年|[一二两三四五\d]年(?!\d)(?![级度])|另|还|以及|最高|不超过|不低于|至少|约|近|余|不等|分别|平均|人均|首批|其中|以上|以内|标准为.*和/
const SCALE: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 }
/** The amount for each, their number and the sum. */
const FACTORS = 3
const PEOPLE = ['人', '名', '位']

/** 每人600元, 85名, 共计5.01万元: a sum that is not the amount for each times their number. */
export const product: FigureCheck = (segment) => {
  const { text } = segment
  let faults = NO_FAULT
  for (const { text: sentence, start } of stretchesWith(text, '每')) {
    if (!sentence.includes('共') && !sentence.includes('计')) continue
    // Years are no quantities, so that the others can be counted first.
    if (quantitiesIn(sentence).length !== FACTORS) continue
    const fault = faultIn(sentence.replace(/(?:19|20)\d{2}\s?年/g, (year) => '〇'.repeat(year.length)))
    if (fault === undefined) continue
    faults = [...faults, { ...fault, span: { start: start + fault.span.start, end: start + fault.span.end } }]
  }
  return faults
}

function faultIn(sentence: string): FigureFault | undefined {
  if (MORE.test(sentence)) return undefined
  const quantities = quantitiesIn(sentence)
  const each = quantities.find(({ start }) => EACH.test(sentence.slice(0, start)))
  const total = quantities.find(({ start, unit }) => unit in SCALE && TOTAL.test(sentence.slice(0, start)))
  const count = quantities.find((one) => one !== each && one !== total)
  if (quantities.length !== FACTORS || each === undefined || total === undefined || count === undefined)
    return undefined
  const one = EACH.exec(sentence.slice(0, each.start))?.[1] ?? ''
  if (!isOf(count, one) || !(each.unit in SCALE) || total.start < each.start) return undefined
  const scale = SCALE[total.unit] ?? 1
  const counted = (each.value * (SCALE[each.unit] ?? 1) * count.value) / scale
  if (Math.abs(counted - total.value) < (scale === 1 ? 0.5 : 10 ** -total.decimals)) return undefined
  const shown = `${each.value}×${count.value}=${Math.round(counted * scale)}元`
  return {
    span: { start: total.start, end: total.end },
    facts: { total: sentence.slice(total.start, total.end), sum: shown },
  }
}

function isOf({ unit }: Quantity, one: string): boolean {
  return unit === one || (PEOPLE.includes(unit) && PEOPLE.includes(one))
}
