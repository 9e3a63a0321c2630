import { recall } from '../../text/recall.ts'
import type { Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

/** The time that a figure is for; figures of different times are different figures. */
const PERIOD = /全年|今年|去年|上年|上半年|下半年|[一二三四]季度|前三季度|(?:19|20)\d{2}年|本月|上月/g

/** From here on figures are long enough to be mistyped and told apart; round ones are alike by nature. */
const SMALLEST = 100

/**
 * A figure that an earlier paragraph gives with two digits exchanged or one digit changed: 全年办理来信1268件 … 全年1286件来信.
 * Both must speak of the same time and stand beside the same noun.
 */
export const nearFigure: FigureCheck = (segment, document) => {
  const own = claimsIn(segment)
  if (own.length === 0) return []
  return own.flatMap((claim) => {
    for (const earlier of document.segments) {
      if (earlier.index >= segment.index) break
      const claims = claimsIn(earlier).filter(({ key }) => key === claim.key)
      const other = claims.find(({ value }) => isSlip(value, claim.value))
      if (other === undefined || claims.some(({ value }) => value === claim.value)) continue
      return [
        {
          span: { start: claim.start, end: claim.end },
          facts: {
            total: segment.text.slice(claim.start, claim.end),
            other: earlier.text.slice(other.start, other.end),
          },
          related: [{ segment: earlier, span: { start: other.start, end: other.end }, message: '前面的数' }],
        },
      ]
    }
    return []
  })
}

interface Claim extends Quantity {
  /** Time, noun and unit. */
  readonly key: string
}

function claimsIn(segment: Segment): Claim[] {
  return recall(segment, claimsOf, () => claimsOf(segment.text))
}

function claimsOf(text: string): Claim[] {
  if (!/\d{3}/.test(text)) return []
  return quantitiesIn(text).flatMap((quantity) => {
    if (quantity.value < SMALLEST || quantity.value % 100 === 0) return []
    const sentence = Math.max(text.lastIndexOf('。', quantity.start), text.lastIndexOf('；', quantity.start)) + 1
    const period = [...text.slice(sentence, quantity.start).matchAll(PERIOD)].at(-1)?.[0]
    if (period === undefined) return []
    const before = /([\u4e00-\u9fff]{2})(?:共|达|为|约)?$/.exec(text.slice(sentence, quantity.start))?.[1]
    const after = /^的?([\u4e00-\u9fff]{2})/.exec(text.slice(quantity.end))?.[1]
    return [before, after].flatMap((noun) =>
      noun === undefined ? [] : [{ ...quantity, key: `${period} ${noun} ${quantity.unit}` }],
    )
  })
}

/** Two neighbouring digits exchanged, or one digit another. */
function isSlip(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)]
  if (a === b || a.length !== b.length) return false
  const places = [...a].flatMap((digit, at) => (digit === b.charAt(at) ? [] : [at]))
  const [first = 0, second = 0] = places
  if (places.length === 1) return a.length >= 4
  return places.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}
