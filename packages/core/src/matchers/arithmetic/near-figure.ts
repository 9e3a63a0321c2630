import { PerDocument } from '../../text/per-document.ts'
import { gather, type Saying } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import { type Claim, claimsIn } from './claims.ts'
import type { FigureCheck, FigureFault } from './fault.ts'

/** Of which a text gives more figures than so many, it tells the like of many things, not one total. */
const MOST = 12

/**
 * A figure that an earlier paragraph gives with two digits exchanged or one digit changed: 全年办理来信1268件 … 全年1286件来信.
 * Both must speak of the same time and stand beside the same noun.
 */
export const nearFigure: FigureCheck = (segment, document) => told(document).get(segment) ?? []

/** The segments that give figures which seem to be mistaken. */
export function mistaken(document: Document): readonly Segment[] {
  return [...told(document).keys()]
}

/** What one segment claims of one thing. */
interface Claimed {
  readonly segment: Segment
  readonly claims: readonly Claim[]
}

const known = new PerDocument<ReadonlyMap<Segment, readonly FigureFault[]>>()
const NOTHING: ReadonlyMap<Segment, readonly FigureFault[]> = new Map()

/** The faults of each segment that has some, in order. */
function told(document: Document): ReadonlyMap<Segment, readonly FigureFault[]> {
  const read = known.get(document) ?? compare(gather(document, claimsIn, claimsIn))
  known.set(document, read)
  return read
}

function compare(sayings: readonly Saying<readonly Claim[]>[]): ReadonlyMap<Segment, readonly FigureFault[]> {
  const again = toldAgain(sayings)
  if (again === undefined) return NOTHING
  const faults = new Map<Segment, readonly FigureFault[]>()
  const byKey = firstToClaim(sayings, again)
  for (const { segment, said } of sayings) {
    const found = said.flatMap((claim) => (again.has(claim.key) ? faultsOf(segment, claim, byKey.get(claim.key)!) : []))
    if (found.length > 0) faults.set(segment, found)
  }
  return faults
}

/** The keys that several claims have; most texts have none, and no more need be known of them. */
function toldAgain(sayings: readonly Saying<readonly Claim[]>[]): ReadonlySet<number> | undefined {
  const met = new Set<number>()
  let again: Set<number> | undefined
  for (const { said } of sayings) {
    for (const { key } of said) {
      if (met.has(key)) {
        again ??= new Set()
        again.add(key)
      } else met.add(key)
    }
  }
  return again
}

/** Of some keys, the segments that are the first to claim their figures. */
function firstToClaim(sayings: readonly Saying<readonly Claim[]>[], keys: ReadonlySet<number>): Map<number, Claimed[]> {
  const byKey = new Map<number, Claimed[]>()
  const met = new Set<string>()
  for (const { segment, said } of sayings) {
    for (const key of new Set(said.map((claim) => claim.key))) {
      if (!keys.has(key)) continue
      const claims = said.filter((claim) => claim.key === key)
      const figures = `${key} ${claims.map(({ value }) => value).join(' ')}`
      if (met.has(figures)) continue
      met.add(figures)
      const claimed = byKey.get(key)
      if (claimed === undefined) byKey.set(key, [{ segment, claims }])
      else claimed.push({ segment, claims })
    }
  }
  return byKey
}

function faultsOf(segment: Segment, claim: Claim, said: readonly Claimed[]): FigureFault[] {
  if (said.length > MOST) return []
  for (const { segment: earlier, claims } of said) {
    if (earlier.index >= segment.index) break
    const other = claims.find(({ value }) => isSlip(value, claim.value))
    if (other === undefined || claims.some(({ value }) => value === claim.value)) continue
    const facts = {
      total: segment.text.slice(claim.start, claim.end),
      other: earlier.text.slice(other.start, other.end),
    }
    const span = { start: other.start, end: other.end }
    return [
      {
        span: { start: claim.start, end: claim.end },
        facts,
        related: [{ segment: earlier, span, message: '前面的数' }],
      },
    ]
  }
  return []
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
