import { PerDocument } from '../../text/per-document.ts'
import { gather } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { isDigit, type Quantity, quantityAt } from './quantities.ts'

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
  SUM.lastIndex = 0
  while (SUM.test(text)) {
    const figure = figureBehind(text, SUM.lastIndex)
    if (figure !== undefined) SUM.lastIndex = figure
    const subject = figure === undefined ? undefined : subjectBefore(text, figure)
    const quantity = subject === undefined ? undefined : quantityAt(text, figure!)
    if (subject === undefined || quantity === undefined) continue
    totals ??= []
    totals.push({ ...quantity, subject })
  }
  return totals
}

/** The last character of each word for a sum. */
const SUM = /[共计]/g

/** The most that stands between the word for a sum and its figure, all of it Han. */
const FARTHEST = 14

/** Where the figure begins that follows a word for a sum, which ends at `sum`; undefined where something else does. */
function figureBehind(text: string, sum: number): number | undefined {
  let at = sum
  while (at - sum < FARTHEST && isHan(text.charCodeAt(at))) at++
  return at - sum > 1 && isDigit(text.charCodeAt(at)) ? at : undefined
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}

function subjectBefore(text: string, figure: number): string | undefined {
  if (!mayHaveSubject(text, figure)) return undefined
  return SUBJECT.exec(text.slice(Math.max(0, figure - LONGEST), figure))?.[0]
}

/** The longest subject with its sum. */
const LONGEST = 40

/** Whether a character that every subject has stands before a figure in its clause; quicker than the subject itself. */
function mayHaveSubject(text: string, figure: number): boolean {
  for (let at = figure - 1; at >= 0 && at >= figure - LONGEST; at--) {
    const unit = text.charCodeAt(at)
    if (CLAUSE_END.has(unit)) return false
    if (OF_SUBJECT.has(unit)) return true
  }
  return false
}

const CLAUSE_END: ReadonlySet<number> = new Set(Array.from('，。；', (mark) => mark.charCodeAt(0)))
/** 全年, 本季度, 第一季度, 上半年, 2024年. */
const OF_SUBJECT: ReadonlySet<number> = new Set(Array.from('全本第半年', (unit) => unit.charCodeAt(0)))
