import type { Segment } from '../../types.ts'

/** Where something stands in a segment, UTF-16 units from 0. */
export interface SegmentPlace {
  readonly segment: Segment
  readonly at: number
}

/** As much as is read as one text: what is laid out for the model grows with it. */
const LONGEST = 8000

/** More units than anybody looks to either side of a place without stopping at a mark. */
const GAP = '\n'.repeat(8)

/** Segments read as one text, with gaps between them, so that a question is put to all before the next one is. */
export class Passage {
  readonly text: string
  readonly #segments: readonly Segment[]
  /** Where each begins in the text. */
  readonly #starts: readonly number[]

  constructor(segments: readonly Segment[]) {
    let start = 0
    this.#segments = segments
    this.#starts = segments.map(({ text }) => {
      const own = start
      start += text.length + GAP.length
      return own
    })
    this.text = segments.map(({ text }) => text).join(GAP)
  }

  /** The segment that a place in the text belongs to. */
  whereIs(at: number): SegmentPlace {
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= at) low = middle
      else high = middle
    }
    return { segment: this.#segments[low]!, at: at - this.#starts[low]! }
  }
}

/** The segments of a document in passages, none much longer than need be. */
export function passagesOf(segments: readonly Segment[]): Passage[] {
  const passages: Passage[] = []
  let from = 0
  let length = 0
  for (const [index, { text }] of segments.entries()) {
    length += text.length + GAP.length
    if (length < LONGEST && index + 1 < segments.length) continue
    passages.push(new Passage(segments.slice(from, index + 1)))
    from = index + 1
    length = 0
  }
  return passages
}
