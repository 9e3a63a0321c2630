import { recall } from '../../text/recall.ts'
import type { Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { quantitiesIn } from './quantities.ts'

const SUBJECT =
  /(?:全年|全县|全区|全市|全省|本年度|本季度|第[一二三四]季度|上半年|下半年|\d{4}年)[^，。；\d]{0,10}(?:共|总共|累计|合计)[\u4e00-\u9fff]{2,14}$/

/** The same total said twice with different figures: 全年共受理申请120件 … 全年共受理申请125件. */
export const repeatedTotal: FigureCheck = (segment, document) => {
  const [own] = totalsIn(segment)
  if (own === undefined) return []
  for (const earlier of document.segments) {
    if (earlier.index >= segment.index) break
    const other = totalsIn(earlier).find(({ subject, unit }) => subject === own.subject && unit === own.unit)
    if (other === undefined || other.value === own.value) continue
    return [
      {
        span: own,
        facts: { total: segment.text.slice(own.start, own.end), other: earlier.text.slice(other.start, other.end) },
        related: [{ segment: earlier, span: other, message: '前面的数' }],
      },
    ]
  }
  return []
}

function totalsIn(segment: Segment): ReturnType<typeof totalsOf> {
  return recall(segment, totalsOf, () => totalsOf(segment.text))
}

function totalsOf(text: string) {
  if (!/[共计]/.test(text)) return []
  return quantitiesIn(text).flatMap((quantity) => {
    const subject = SUBJECT.exec(text.slice(Math.max(0, quantity.start - 40), quantity.start))?.[0]
    return subject === undefined ? [] : [{ ...quantity, subject }]
  })
}
