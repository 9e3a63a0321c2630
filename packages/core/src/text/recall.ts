import type { Match, Segment } from '../types.ts'

/** What has been found out about one segment, by whom; lives as long as the segment's content stays the same. */
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

/** `recall` for things that name their segment, and no other, such as matches: told of the segment as it stands now. */
export function recallIn<Placed extends Pick<Match, 'segment' | 'related'>>(
  segment: Segment,
  asker: object,
  look: () => readonly Placed[],
): readonly Placed[] {
  const found = recall(segment, asker, look)
  return found.length === 0 ? found : found.map((one) => movedTo(segment, one))
}

/** Whether a match speaks of its own segment only, so that it can be told again of an equal one. */
export function isMovable({ segment, at, related = [] }: Match): boolean {
  return at === undefined && related.every((one) => one.segment === segment)
}

/** The match, or fault, told of an equal segment; it speaks of no other. */
export function movedTo<Placed extends Pick<Match, 'segment' | 'related'>>(segment: Segment, placed: Placed): Placed {
  if (placed.segment === segment) return placed
  const related = placed.related?.map((one) => ({ ...one, segment }))
  return { ...placed, segment, ...(related === undefined ? {} : { related }) }
}
