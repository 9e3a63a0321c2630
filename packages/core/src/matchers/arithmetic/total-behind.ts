import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { type Quantity, quantitiesIn, sumOf } from './quantities.ts'

/** 一等奖3名、二等奖6名，共9名: nothing but the word for a sum stands before the total. */
const SUM = /[，,、](?:总共|一共|共计|合计|总计|共有|共|计)(?:评出|奖励|表彰|评选|设|辖|有|为)?(?=\d)/g
/** What makes the list one of other things, or its figures less than exact. */
const LOOSE = /约|近|余|多|左右|以上|不少于|超过|每|各|占|增|减|其中|累计|平均|另|至|到|分别|[—～~-]\d|%|倍/
/** What two or more items are joined by; an item is words, a count, and what is counted. */
const ITEM = /^[^，,、；;。：:（）()\d]{0,14}\d[\d,.]*\s?[^，,、；;。：:（）()\d]{1,8}$/

/** A list of counts, and a total right behind it that is not their sum: 二等奖6名、三等奖9名，共18名. */
export const totalBehind: FigureCheck = (segment) => {
  if (!segment.text.includes('、')) return NO_FAULT
  const { text } = segment
  return [...text.matchAll(SUM)].flatMap((sum) => faultAt(text, sum))
}

function faultAt(text: string, sum: RegExpExecArray): FigureFault[] {
  const start =
    Math.max(...['。', '；', '：', ':', '（', '(', '\n'].map((mark) => text.lastIndexOf(mark, sum.index))) + 1
  const clause = text.slice(start, sum.index)
  const list = clause.slice(Math.max(clause.lastIndexOf('，'), clause.lastIndexOf(',', clause.length)) + 1)
  const items = list.split('、')
  if (items.length < 2 || LOOSE.test(list) || !items.every((item) => ITEM.test(item))) return []
  const counts = items.map(onlyCount)
  const at = sum.index + sum[0].length
  const total = quantitiesIn(text.slice(at, at + 20)).find((one) => one.start === 0)
  if (total === undefined || counts.some((count) => count?.unit !== total.unit || count.decimals !== total.decimals))
    return []
  // A count of the same unit before the list: it may be the whole that the list divides.
  if (quantitiesIn(clause.slice(0, -list.length)).some(({ unit }) => unit === total.unit)) return []
  const rest = text.slice(at + total.end, at + total.end + 6)
  if (/^(?:多|余|左右|以上|次)/.test(rest) || !namesAll(items, counts, rest)) return []
  const values = counts.map((count) => count?.value ?? 0)
  const added = sumOf(values, total.decimals)
  if (added === total.value) return []
  const shown = `${values.join('+')}=${added}`
  return [{ span: { start: at, end: at + total.end }, facts: { total: text.slice(at, at + total.end), sum: shown } }]
}

function onlyCount(item: string): Quantity | undefined {
  const counts = quantitiesIn(item)
  return counts.length === 1 ? counts[0] : undefined
}

/** 9个镇、5个乡，共14个乡镇: behind the total are the things that the items count, or nothing. */
function namesAll(items: readonly string[], counts: readonly (Quantity | undefined)[], rest: string): boolean {
  const nouns = items.map((item, index) => item.slice(counts[index]?.end ?? 0).trim())
  const noun = /^[\u3400-\u9fff]{0,6}/.exec(rest)?.[0] ?? ''
  if (nouns.every((one) => one === '')) return noun === ''
  return nouns.every((one) => one !== '' && noun.includes(one.slice(-1)))
}
