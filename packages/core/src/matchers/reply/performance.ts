import { asciiForm } from '../../privacy/ascii.ts'
import type { Segment, SegmentSpan } from '../../types.ts'
import type { FaultTest, ReplyFault } from './fault.ts'

/** How a penalty is to be carried out: the fine's fifteen days, the surcharge, no stay; and a petition's thirty days. */
export const performanceFaults: FaultTest = (reply) => {
  const { kind, segments } = reply
  const tests = [...(kind === 'penalty' ? [stay, surcharge, payment] : []), ...(kind === 'petition' ? [review] : [])]
  return segments.flatMap((segment) => tests.flatMap((test) => test(segment, asciiForm(segment.text))))
}

type SegmentTest = (segment: Segment, text: string) => ReplyFault[]

const COUNT = '(?:\\d{1,3}|[一二三四五六七八九十]{1,4})'
const STAY = /(?:复议|诉讼)期间[,，]?[^。；;,，]{0,16}?(?<stays>停止执行)/g
const NO_STAY = /(?:不|可|可以|机关决定|法院裁定|依法决定|裁定|暂缓|申请|予以)(?:暂时|暂)?停止执行$/
const SURCHARGE =
  /每日(?:应)?按罚款(?:数额|金额|总额)的?(?<rate>百分之[^\s加,，。]{1,4}|千分之[^\s加,，。]{1,4}|[\d.]{1,4} ?[%‰])(?:的标准)?加处罚款/g
const PAYMENT = new RegExp(
  `收到[^。；;,，]{0,12}决定书?之日起,? ?(?<period>${COUNT} ?(?:个)?(?:工作日|日|天|月))(?:之|以)?内[^。；;]{0,30}?缴`,
  'g',
)
const OTHER_MONEY = /税款|滞纳金|违法所得|费用|社会保险|土地|补缴|分期|延期|分\S{1,2}次/
const REVIEW = new RegExp(
  `(?<period>${COUNT} ?(?:个)?(?:工作日|日|天|月))(?:之|以)?内[^。；;]{0,40}?(?:请求|申请|提出|要求)[^。；;]{0,30}?(?:复查|复核)`,
  'g',
)

const stay: SegmentTest = (segment, text) =>
  [...text.matchAll(STAY)].flatMap((found) => {
    if (NO_STAY.test(found[0]) || /除外|另有规定/.test(found[0])) return []
    return [{ fault: 'stay', segment, span: partOf(found, 'stays'), right: ['不停止执行'] }]
  })

const surcharge: SegmentTest = (segment, text) =>
  [...text.matchAll(SURCHARGE)].flatMap((found) => {
    const rate = (found.groups?.['rate'] ?? '').replace(/\s/g, '')
    if (rate === '百分之三' || rate === '百分之3' || /^3(?:\.0+)?%$/.test(rate)) return []
    const right = /分之/.test(rate) ? '百分之三' : '3%'
    return [{ fault: 'surcharge', segment, span: partOf(found, 'rate'), right: [right], facts: { found: rate } }]
  })

const payment: SegmentTest = (segment, text) =>
  [...text.matchAll(PAYMENT)].flatMap((found) => {
    const sentence = sentenceAt(text, found.index)
    if (!/罚款/.test(sentence) || OTHER_MONEY.test(sentence)) return []
    return wrongPeriod('fine-period', { segment, found }, [15, '十五'])
  })

const review: SegmentTest = (segment, text) =>
  [...text.matchAll(REVIEW)].flatMap((found) => wrongPeriod('petition-period', { segment, found }, [30, '三十']))

function wrongPeriod(
  fault: string,
  { segment, found }: { readonly segment: Segment; readonly found: RegExpExecArray },
  [count, han]: readonly [number, string],
): ReplyFault[] {
  const period = (found.groups?.['period'] ?? '').replace(/\s/g, '')
  if ([`${count}日`, `${count}天`, `${han}日`, `${han}天`].includes(period)) return []
  const right = /\d/.test(period) ? `${count}日` : `${han}日`
  return [{ fault, segment, span: partOf(found, 'period'), right: [right], facts: { found: period } }]
}

function partOf(found: RegExpExecArray, group: string): SegmentSpan {
  const part = found.groups?.[group] ?? ''
  const start = found.index + found[0].lastIndexOf(part)
  return { start, end: start + part.length }
}

function sentenceAt(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 120), at)
  const after = text.slice(at, at + 120)
  return before.slice(before.search(/[^。；;]*$/)) + after.slice(0, after.search(/[。；;]|$/))
}
