import { hint } from '../../text/hints.ts'
import { gather } from '../../text/recall.ts'
import { hasHint } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { type Quantity, quantitiesIn, round } from './quantities.ts'

/** The four figures of an account, in their order; each may stand in a line of its own. */
const PARTS: readonly RegExp[] = [
  /(?:上[年期月季]度?|去年|年初|期初)[末底]?结[余转存][^，。；\d]{0,6}$/,
  /(?:收入|进账)[^，。；\d]{0,6}$/,
  /(?:支出|开支)[^，。；\d]{0,6}$/,
  /(?:[本年期月]末?|年底|现|累计|滚存|，|^|\s)(?:末)?结[余存][^，。；\d]{0,6}$/,
]
/** An account goes on over so many lines at most. */
const LINES = 6

/** 上年结余3万元，收入15万元，支出14万元，结余5万元: a balance that does not follow from what came in and went out. */
export const balance: FigureCheck = (segment, document) => {
  const place = accountFrom(segment, document)
  if (place === undefined) return []
  const [before, income, spent, left] = place.figures as [Placed, Placed, Placed, Placed]
  const all = [before, income, spent, left]
  if (all.some(({ unit }) => unit !== left.unit) || !left.unit.endsWith('元')) return []
  const decimals = Math.max(...all.map((one) => one.decimals))
  const counted = round(before.value + income.value - spent.value, decimals)
  if (Math.abs(counted - left.value) < 1.5 * 10 ** -decimals * (decimals === 0 ? 0 : 1) + 1e-9) return []
  if (left.segment !== segment) return []
  const sum = `${before.value}+${income.value}－${spent.value}=${counted}`
  const span = { start: left.start, end: left.end }
  return [{ span, facts: { total: left.segment.text.slice(left.start, left.end), sum } }]
}

/** The segments that tell what is left. */
export function balancing(document: Document): readonly Segment[] {
  return gather(document, balancing, (segment) => (hasHint(segment, hint.balance) ? true : undefined)).map(
    ({ segment }) => segment,
  )
}

type Placed = Quantity & { readonly segment: Segment }

/** The last account that ends in the segment: four amounts, nothing else between them. */
function accountFrom(segment: Segment, { segments }: Document): { readonly figures: readonly Placed[] } | undefined {
  const figures: Placed[] = []
  for (let at = segment.index; at >= 0 && segment.index - at < LINES; at--) {
    const line = segments[at]!
    if (line.cell !== undefined || (at < segment.index && line.text.length > 40)) return undefined
    const found = quantitiesIn(line.text).map((one) => ({ ...one, segment: line }))
    if (found.length === 0 && at < segment.index) return undefined
    figures.unshift(...found)
    if (figures.length >= PARTS.length) break
  }
  for (let from = figures.length - PARTS.length; from >= 0; from--) {
    const four = figures.slice(from, from + PARTS.length)
    if (four.every((one, part) => PARTS[part]!.test(wordsBefore(one, figures[from + part - 1]))))
      return { figures: four }
  }
  return undefined
}

function wordsBefore({ segment, start }: Placed, last: Placed | undefined): string {
  return segment.text.slice(last?.segment === segment ? last.end : 0, start)
}
