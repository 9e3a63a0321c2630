import { type Gathering, recall, type Saying } from '../text/recall.ts'
import type { Segment } from '../types.ts'

/** Which segments of a draft were read anew: those from `from` to `to`, exclusive, by their present numbers. */
export interface Renewal {
  readonly from: number
  readonly to: number
}

/** One question's answers: of the segments that were read anew, they are asked for only when they are needed. */
interface List {
  readonly sayings: Saying<unknown>[]
  renewal: Renewal | undefined
  isAsked: boolean
}

/**
 * What the segments of a draft say, question by question, kept from check to check: an edit costs what it touches,
 * however many segments there are. A question that a check does not ask is forgotten.
 */
export class DraftGathering implements Gathering {
  readonly kept: Map<object, unknown> = new Map()
  readonly #lists = new Map<object | string, List>()
  #renewal: Renewal | undefined

  /** Nothing that was said holds any more: all segments are as new. */
  clear(): void {
    this.kept.clear()
    this.#lists.clear()
    this.#renewal = undefined
  }

  fresh(segments: readonly Segment[]): readonly Segment[] {
    return this.#renewal === undefined ? segments : segments.slice(this.#renewal.from, this.#renewal.to)
  }

  /** A new check begins, after some segments were read anew. Segments that are gone have `goneIndex` as theirs. */
  renew(renewal: Renewal): void {
    this.#renewal = renewal
    for (const [asker, list] of this.#lists) {
      if (!list.isAsked) this.#lists.delete(asker)
      list.isAsked = false
      list.renewal = renewal
    }
  }

  list<Said>(
    segments: readonly Segment[],
    asker: object | string,
    look: (segment: Segment) => Said | undefined,
  ): readonly Saying<Said>[] {
    const list = this.#lists.get(asker) ?? { sayings: [], renewal: { from: 0, to: segments.length }, isAsked: true }
    this.#lists.set(asker, list)
    list.isAsked = true
    if (list.renewal !== undefined) update(list, segments, asker, look)
    return list.sayings as readonly Saying<Said>[]
  }
}

/** The number of a segment that stood where segments from `from` on stand now. */
export function goneIndex(from: number): number {
  return from - 0.5
}

function update<Said>(
  list: List,
  segments: readonly Segment[],
  asker: object | string,
  look: (segment: Segment) => Said | undefined,
): void {
  const { from, to } = list.renewal!
  list.renewal = undefined
  const news: Saying<Said>[] = []
  for (let index = from; index < to; index++) {
    const segment = segments[index]!
    const said = typeof asker === 'string' ? look(segment) : recall(segment, asker, () => look(segment))
    if (said !== undefined) news.push({ segment, said })
  }
  const { sayings } = list
  const first = firstFrom(sayings, goneIndex(from), 0)
  const next = firstFrom(sayings, to, first)
  if (next > first || news.length > 0) sayings.splice(first, next - first, ...news)
}

/** Where the first saying of a segment with that number or a higher one stands. */
function firstFrom(sayings: readonly Saying<unknown>[], index: number, from: number): number {
  let low = from
  let high = sayings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sayings[middle]!.segment.index < index) low = middle + 1
    else high = middle
  }
  return low
}
