import { gather } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'

const SUBJECT =
  /(?:全年|全县|全区|全市|全省|本年度|本季度|第[一二三四]季度|上半年|下半年|\d{4}年)[^，。；\d]{0,10}(?:共|总共|累计|合计)[\u4e00-\u9fff]{2,14}$/

/** The same total said twice with different figures: 全年共受理申请120件 … 全年共受理申请125件. */
export const repeatedTotal: FigureCheck = (segment, document) => {
  const [own] = totalsIn(segment)
  if (own === undefined) return []
  const said = saidBefore(document).get(`${own.subject} ${own.unit}`) ?? []
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
  return gather(document, totalling, totalsSaid).map(({ segment }) => segment)
}

function totalsSaid(segment: Segment): readonly Total[] | undefined {
  const totals = totalsIn(segment)
  return totals.length === 0 ? undefined : totals
}

function totalsIn(segment: Segment): readonly Total[] {
  const totals = read.get(segment) ?? totalsOf(segment)
  read.set(segment, totals)
  return totals
}

const read = new WeakMap<Segment, readonly Total[]>()

type Total = Quantity & { readonly subject: string }

interface Told {
  readonly segment: Segment
  readonly total: Total
}

/**
 * By subject and unit, the first two figures that differ, with the segments that tell them first; read once for a
 * document.
 */
const known = new WeakMap<Document, ReadonlyMap<string, readonly Told[]>>()

function saidBefore(document: Document): ReadonlyMap<string, readonly Told[]> {
  const said = known.get(document) ?? readTotals(document)
  known.set(document, said)
  return said
}

function readTotals(document: Document): ReadonlyMap<string, readonly Told[]> {
  const all = new Map<string, Told[]>()
  for (const { segment, said } of gather(document, totalling, totalsSaid)) {
    const met = new Set<string>()
    for (const total of said) {
      const key = `${total.subject} ${total.unit}`
      const told = all.get(key) ?? []
      all.set(key, told)
      const isNew = !met.has(key) && told.length < 2 && told[0]?.total.value !== total.value
      met.add(key)
      if (isNew) told.push({ segment, total })
    }
  }
  return all
}

const NONE: readonly Total[] = []

function totalsOf(segment: Segment): readonly Total[] {
  const { text } = segment
  if (!hasAny(segment, trait.digit) || !hasAny(segment, trait.sum)) return NONE
  return quantitiesOf(segment).flatMap((quantity) => {
    const before = text.slice(Math.max(0, quantity.start - 40), quantity.start)
    const subject = SUMMED.test(before) ? SUBJECT.exec(before)?.[0] : undefined
    return subject === undefined ? [] : [{ ...quantity, subject }]
  })
}

/** How every subject ends; quicker to look for than its beginning. */
const SUMMED = /[共计][\u4e00-\u9fff]{2,14}$/
