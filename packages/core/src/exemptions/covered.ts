import type { DocumentSpan, Match } from '../types.ts'

/** A match with the stretch of the source it stands on and the layer of its matcher. */
export interface PlacedMatch {
  readonly match: Match
  readonly place: DocumentSpan
  readonly layer: string
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const

/**
 * The matches that another one of their layer covers: the longest claims its text first (国家工商总局 is not also
 * 工商总局); of equal length the graver, then the earlier rule.
 */
export function coveredMatches(matches: readonly PlacedMatch[]): Set<Match> {
  const covered = new Set<Match>()
  const claimed = new Map<string, DocumentSpan[]>()
  for (const { match, place, layer } of [...matches].sort(byClaim)) {
    const taken = claimed.get(layer) ?? []
    const index = insertionPoint(taken, place.start)
    const before = taken[index - 1]
    const after = taken[index]
    if ((before !== undefined && before.end > place.start) || (after !== undefined && after.start < place.end)) {
      covered.add(match)
      continue
    }
    taken.splice(index, 0, place)
    claimed.set(layer, taken)
  }
  return covered
}

function byClaim(a: PlacedMatch, b: PlacedMatch): number {
  return (
    b.place.end - b.place.start - (a.place.end - a.place.start) ||
    gravity(a.match) - gravity(b.match) ||
    a.place.start - b.place.start ||
    (a.match.rule.id < b.match.rule.id ? -1 : 1)
  )
}

function gravity({ rule, severity }: Match): number {
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
