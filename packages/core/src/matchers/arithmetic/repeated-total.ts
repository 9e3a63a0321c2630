import { PerDocument } from '../../text/per-document.ts'
import { gather } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { type Quantity, quantityAt } from './quantities.ts'

const SUBJECT =
  /(?:全年|全县|全区|全市|全省|本年度|本季度|第[一二三四]季度|上半年|下半年|\d{4}年)[^，。；\d]{0,10}(?:共|总共|累计|合计)[\u4e00-\u9fff]{2,14}$/

/** The same total said twice with different figures: 全年共受理申请120件 … 全年共受理申请125件. */
export const repeatedTotal: FigureCheck = (segment, document) => {
  const [own] = told(document).own.get(segment) ?? []
  if (own === undefined) return []
  const said = told(document).bySubject.get(`${own.subject} ${own.unit}`) ?? []
  for (const { segment: earlier, total: other } of said) {
    if (earlier.index >= segment.index) break
    if (other.value === own.value) continue
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

/** The segments that tell a total. */
export function totalling(document: Document): Segment[] {
  return [...told(document).own.keys()]
}

type Total = Quantity & { readonly subject: string }

interface Place {
  readonly segment: Segment
  readonly total: Total
}

/** What a document tells of totals, read once. */
interface Told {
  /** The totals of each segment that tells some, in order. */
  readonly own: ReadonlyMap<Segment, readonly Total[]>
  /** By subject and unit, the first two figures that differ, with the segments that tell them first. */
  readonly bySubject: ReadonlyMap<string, readonly Place[]>
}

const known = new PerDocument<Told>()

function told(document: Document): Told {
  const read = known.get(document) ?? readTotals(document)
  known.set(document, read)
  return read
}

function readTotals(document: Document): Told {
  const own = new Map<Segment, readonly Total[]>()
  const all = new Map<string, Place[]>()
  for (const { segment, said } of gather(document, totalling, totalsIn)) {
    own.set(segment, said)
    const met = new Set<string>()
    for (const total of said) {
      const key = `${total.subject} ${total.unit}`
      const places = all.get(key) ?? []
      all.set(key, places)
      const isNew = !met.has(key) && places.length < 2 && places[0]?.total.value !== total.value
      met.add(key)
      if (isNew) places.push({ segment, total })
    }
  }
  return { own, bySubject: all }
}

function totalsIn(segment: Segment): readonly Total[] | undefined {
  if (!hasAny(segment, trait.digit) || !hasAny(segment, trait.sum)) return undefined
  const { text } = segment
  let totals: Total[] | undefined
  SUMMED.lastIndex = 0
  for (let summed = SUMMED.exec(text); summed !== null; summed = SUMMED.exec(text)) {
    const start = SUMMED.lastIndex
    const subject = SUBJECT.exec(text.slice(Math.max(0, start - 40), start))?.[0]
    const quantity = subject === undefined ? undefined : quantityAt(text, start)
    if (subject === undefined || quantity === undefined) continue
    totals ??= []
    totals.push({ ...quantity, subject })
  }
  return totals
}

/** How every subject ends, before its figure; quicker to look for than its beginning. */
const SUMMED = /[共计][\u4e00-\u9fff]{2,14}(?=\d)/g
