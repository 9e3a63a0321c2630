import type { Match, Segment } from '../types.ts'

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

/** Whether a match speaks of its own segment only, so that it stays true wherever the segment moves. */
export function isMovable({ segment, at, related = [] }: Match): boolean {
  return at === undefined && related.every((one) => one.segment === segment)
}
