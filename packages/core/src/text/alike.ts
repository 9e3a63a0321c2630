import type { Match } from '../types.ts'

/** Whether two matches say the same of the same place. */
export function isAlike(a: Match, b: Match): boolean {
  if (a === b) return true
  if (a.rule !== b.rule || a.segment !== b.segment) return false
  if (a.span.start !== b.span.start || a.span.end !== b.span.end) return false
  return isEqual(a, b)
}

/** Rules and segments are the same or not; everything else about a match is plain data. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => {
    const [one, other] = [(a as Fields)[key], (b as Fields)[key]]
    return key === 'segment' || key === 'rule' ? one === other : isEqual(one, other)
  })
}

type Fields = Readonly<Record<string, unknown>>
