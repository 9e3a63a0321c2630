import type { Document, Segment } from '../types.ts'
import { PerDocument } from './per-document.ts'

/** What has been found out about one segment, by whom; lives as long as the segment's words stay the same. */
export type SegmentMemory = Map<object, unknown>

/**
 * What `look` says of a segment, or said when the same words were read before. `look` may depend on the segment's own
 * content and on the draft's date, on nothing else: not on its place, its neighbours or the source.
 */
export function recall<Result>({ memory }: Pick<Segment, 'memory'>, asker: object, look: () => Result): Result {
  if (memory === undefined) return look()
  const known = memory.get(asker)
  if (known !== undefined || memory.has(asker)) return known as Result
  const result = look()
  memory.set(asker, result)
  return result
}

/** A segment, and what one matcher has to say of it. */
export interface Saying<Said> {
  readonly segment: Segment
  readonly said: Said
}

/** What segments say, gathered while a draft is edited; see session/gathering.ts. */
export interface Gathering {
  /** What askers keep from one check to the next; emptied when what segments said holds no longer. */
  readonly kept: Map<object, unknown>
  /** Those of the segments that were read anew for this check. */
  fresh(segments: readonly Segment[]): readonly Segment[]
  list<Said>(
    segments: readonly Segment[],
    asker: object | string,
    look: (segment: Segment) => Said | undefined,
  ): readonly Saying<Said>[]
}

/**
 * The segments of a document of which `look` says something, in order. While a draft is edited only new segments are
 * looked at, so `look` may depend on what `recall` allows. `asker` stands for the question, as there.
 */
export function gather<Said>(
  { segments, gathering }: Pick<Document, 'segments' | 'gathering'>,
  asker: object | string,
  look: (segment: Segment) => Said | undefined,
): readonly Saying<Said>[] {
  if (gathering !== undefined) return gathering.list(segments, asker, look)
  const sayings: Saying<Said>[] = []
  for (const segment of segments) {
    const said = look(segment)
    if (said !== undefined) sayings.push({ segment, said })
  }
  return sayings
}

/** `gather` for matches and the like: all that `look` finds in any segment. */
export function gatherAll<Found>(
  document: Pick<Document, 'segments' | 'gathering'>,
  asker: object,
  look: (segment: Segment) => readonly Found[],
): Found[] {
  if (document.gathering === undefined) return flatten(document.segments, look)
  const found = gather(document, asker, (segment) => {
    const all = look(segment)
    return all.length === 0 ? undefined : all
  })
  return found.flatMap(({ said }) => said)
}

function flatten<Found>(segments: readonly Segment[], look: (segment: Segment) => readonly Found[]): Found[] {
  const found: Found[] = []
  for (const segment of segments) {
    const own = look(segment)
    for (let at = 0; at < own.length; at++) found.push(own[at]!)
  }
  return found
}

/** The cells of all tables, in order. */
export function cellsOf(document: Pick<Document, 'segments' | 'gathering' | 'kept'>): readonly Segment[] {
  const cells = known.get(document) ?? gatherAll(document, cellsOf, asCell)
  known.set(document, cells)
  return cells
}

function asCell(segment: Segment): readonly Segment[] {
  return segment.cell === undefined ? NO_CELL : [segment]
}

const NO_CELL: readonly Segment[] = []

/** Asked by many matchers of one document. */
const known = new PerDocument<readonly Segment[]>()
