import type { LivingSegment, Piece } from './piece.ts'

/**
 * Puts segments that stood in the pieces that go in the place of equal ones in the pieces that come, so that what was
 * found out about their words stays.
 */
export function adopt(gone: readonly Piece<unknown>[], come: readonly Piece<unknown>[]): void {
  const known = new Map<string, LivingSegment[]>()
  for (const { segments } of gone) {
    for (const segment of segments) {
      const alike = known.get(segment.text)
      if (alike === undefined) known.set(segment.text, [segment])
      else alike.push(segment)
    }
  }
  for (const { segments } of come) {
    for (const [index, segment] of segments.entries()) {
      const alike = known.get(segment.text)
      const at = alike?.findIndex((one) => isSame(one, segment)) ?? -1
      if (alike === undefined || at < 0) segment.memory = new Map()
      else segments[index] = renewed(alike.splice(at, 1)[0]!, segment)
    }
  }
}

/** Whether two segments of one text are alike in all that matchers may ask of a segment by itself. */
function isSame(a: LivingSegment, b: LivingSegment): boolean {
  return (
    a.scope === b.scope &&
    a.level === b.level &&
    a.marker === b.marker &&
    a.cell?.row === b.cell?.row &&
    a.cell?.column === b.cell?.column &&
    a.map.shape === b.map.shape
  )
}

/** The known segment where the read one stands. */
function renewed(known: LivingSegment, read: LivingSegment): LivingSegment {
  known.map = read.map
  if (read.cell !== undefined) known.cell = read.cell
  return known
}
