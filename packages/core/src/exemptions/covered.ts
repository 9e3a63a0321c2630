import type { DocumentSpan, ExemptionReason, Finding, Match } from '../types.ts'

/** A match with the stretch of the source it stands on and the layer of its matcher. */
export interface PlacedMatch {
  readonly match: Match
  readonly place: DocumentSpan
  readonly layer: string
  /** While a draft is edited. */
  readonly memory?: MatchMemory
}

/** What was said of a match before. It holds as long as the match: for the same words, day and settings. */
export interface MatchMemory {
  /** Why the match is right by itself, in a column with that head. */
  reason?: { readonly because: ExemptionReason | undefined; readonly head: string | undefined }
  finding?: Finding
  /** The finding as the so-manieth of its kind. */
  distinct?: { readonly finding: Finding; readonly of: Finding; readonly count: number }
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const

/**
 * The matches that another one of their layer covers: the longest claims its text first (国家工商总局 is not also
 * 工商总局); of equal length the graver, then the earlier rule.
 */
export function coveredMatches(matches: readonly PlacedMatch[]): Set<Match> {
  const covered = new Set<Match>()
  for (const crowd of crowdsOf(matches)) addCovered(crowd, covered)
  return covered
}

/** The groups of two and more matches of one layer that touch one another; most matches stand alone. */
function crowdsOf(matches: readonly PlacedMatch[]): PlacedMatch[][] {
  const crowds: PlacedMatch[][] = []
  const last = new Map<string, { readonly crowd: PlacedMatch[]; end: number }>()
  for (const placed of [...matches].sort(byPlace)) {
    const { layer, place } = placed
    const open = last.get(layer)
    if (open === undefined || place.start >= open.end) {
      last.set(layer, { crowd: [placed], end: place.end })
      continue
    }
    if (open.crowd.length === 1) crowds.push(open.crowd)
    open.crowd.push(placed)
    open.end = Math.max(open.end, place.end)
  }
  return crowds
}

function byPlace({ place: a }: PlacedMatch, { place: b }: PlacedMatch): number {
  return a.start - b.start || b.end - a.end
}

function addCovered(crowd: PlacedMatch[], covered: Set<Match>): void {
  const taken: DocumentSpan[] = []
  for (const { match, place } of crowd.sort(byClaim)) {
    const index = insertionPoint(taken, place.start)
    const before = taken[index - 1]
    const after = taken[index]
    if ((before !== undefined && before.end > place.start) || (after !== undefined && after.start < place.end)) {
      covered.add(match)
    } else taken.splice(index, 0, place)
  }
}

function byClaim(a: PlacedMatch, b: PlacedMatch): number {
  return (
    b.place.end - b.place.start - (a.place.end - a.place.start) ||
    gravityOf(a.match) - gravityOf(b.match) ||
    a.place.start - b.place.start ||
    (a.match.rule.id < b.match.rule.id ? -1 : 1)
  )
}

/** 0 for an error, 1 for a warning, 2 for advice. */
export function gravityOf({ rule, severity }: Match): number {
  return GRAVITY[rule.status === 'trial' ? 'info' : (severity ?? rule.severity)]
}

/** The index of the first span that begins after `start`; spans are disjoint and sorted. */
function insertionPoint(spans: readonly DocumentSpan[], start: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start <= start) low = middle + 1
    else high = middle
  }
  return low
}
