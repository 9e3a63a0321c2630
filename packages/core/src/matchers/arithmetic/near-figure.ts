import { hint } from '../../text/hints.ts'
import { PerDocument } from '../../text/per-document.ts'
import { gather } from '../../text/recall.ts'
import { hasHint } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { FigureCheck } from './fault.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

/** The time that a figure is for; figures of different times are different figures. */
const PERIOD = /全年|今年|去年|上年|上半年|下半年|[一二三四]季度|前三季度|(?:19|20)\d{2}年|本月|上月/g

/** From here on figures are long enough to be mistyped and told apart; round ones are alike by nature. */
const SMALLEST = 100
const LEAST_DIGITS = 3

/** Of which a text gives more figures than so many, it tells the like of many things, not one total. */
const MOST = 12

/**
 * A figure that an earlier paragraph gives with two digits exchanged or one digit changed: 全年办理来信1268件 … 全年1286件来信.
 * Both must speak of the same time and stand beside the same noun.
 */
export const nearFigure: FigureCheck = (segment, document) =>
  (told(document).own.get(segment) ?? []).flatMap((claim) => {
    const said = told(document).byKey.get(claim.key) ?? []
    if (said.length > MOST) return []
    for (const { segment: earlier, claims } of said) {
      if (earlier.index >= segment.index) break
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

/** The segments that give figures which could be mistaken. */
export function claiming(document: Document): Segment[] {
  return [...told(document).own.keys()]
}

/** What one segment claims of one key. */
interface Claimed {
  readonly segment: Segment
  readonly claims: readonly Claim[]
}

/** What a document claims, read once. */
interface Told {
  /** The claims of each segment that makes some, in order. */
  readonly own: ReadonlyMap<Segment, readonly Claim[]>
  /** By key, the segments that are the first to claim their figures. */
  readonly byKey: ReadonlyMap<string, readonly Claimed[]>
}

const known = new PerDocument<Told>()

function told(document: Document): Told {
  const read = known.get(document) ?? readClaims(document)
  known.set(document, read)
  return read
}

function readClaims(document: Document): Told {
  const own = new Map<Segment, readonly Claim[]>()
  const all = new Map<string, Claimed[]>()
  const met = new Set<string>()
  for (const { segment, said } of gather(document, claiming, claimsIn)) {
    own.set(segment, said)
    for (const key of new Set(said.map((claim) => claim.key))) {
      const claims = said.filter((claim) => claim.key === key)
      const figures = `${key} ${claims.map(({ value }) => value).join(' ')}`
      if (met.has(figures)) continue
      met.add(figures)
      const claimed = all.get(key)
      if (claimed === undefined) all.set(key, [{ segment, claims }])
      else claimed.push({ segment, claims })
    }
  }
  return { own, byKey: all }
}

interface Claim extends Quantity {
  /** Time, noun and unit. */
  readonly key: string
}

function claimsIn(segment: Segment): readonly Claim[] | undefined {
  const { text } = segment
  if (!hasHint(segment, hint.period)) return undefined
  let claims: Claim[] | undefined
  let course: Course | undefined
  for (const quantity of quantitiesIn(text, LEAST_DIGITS)) {
    const { value, start, end, unit } = quantity
    if (value < SMALLEST || value % 100 === 0) continue
    course ??= new Course(text)
    const period = course.periodAt(start)
    if (period === undefined) continue
    const before = NOUN_BEFORE.exec(text.slice(Math.max(course.sentence, start - 3), start))?.[1]
    const after = NOUN_BEHIND.exec(text.slice(end, end + 3))?.[1]
    for (const noun of [before, after]) {
      if (noun === undefined) continue
      claims ??= []
      claims.push({ ...quantity, key: `${period} ${noun} ${unit}` })
    }
  }
  return claims
}

/** Goes through a text once, from figure to figure. */
class Course {
  readonly #text: string
  readonly #periods: RegExpStringIterator<RegExpExecArray>
  #last: RegExpExecArray | undefined
  #next: RegExpExecArray | undefined
  #read = 0
  /** Where the sentence begins that was come to last, or its part behind a semicolon. */
  sentence = 0

  constructor(text: string) {
    this.#text = text
    this.#periods = text.matchAll(PERIOD)
    this.#next = this.#periods.next().value
  }

  /** The last time named before a place in its sentence; places come in order. */
  periodAt(place: number): string | undefined {
    for (; this.#read < place; this.#read++) {
      const mark = this.#text[this.#read]
      if (mark === '。' || mark === '；') this.sentence = this.#read + 1
    }
    while (this.#next !== undefined && this.#next.index + this.#next[0].length <= place) {
      this.#last = this.#next
      this.#next = this.#periods.next().value
    }
    return this.#last === undefined || this.#last.index < this.sentence ? undefined : this.#last[0]
  }
}

const NOUN_BEFORE = /([\u4e00-\u9fff]{2})(?:共|达|为|约)?$/
const NOUN_BEHIND = /^的?([\u4e00-\u9fff]{2})/

/** Two neighbouring digits exchanged, or one digit another. */
function isSlip(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)]
  if (a === b || a.length !== b.length) return false
  const places = [...a].flatMap((digit, at) => (digit === b.charAt(at) ? [] : [at]))
  const [first = 0, second = 0] = places
  if (places.length === 1) return a.length >= 4
  return places.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}
