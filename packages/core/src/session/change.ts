/** What lies between the parts that two texts share at their beginning and at their end, in UTF-16 units. */
export interface Change {
  /** How long the common beginning is. */
  readonly start: number
  /** Where the common end begins in the earlier text. */
  readonly end: number
}

/** Strings of this length are compared at once, as memory. */
const BLOCK = 4096

/** The one stretch that holds whatever differs between two texts; undefined when nothing does. */
export function changeBetween(earlier: string, later: string): Change | undefined {
  const shorter = Math.min(earlier.length, later.length)
  const start = commonStart(earlier, later, shorter)
  if (start === earlier.length && start === later.length) return undefined
  return { start, end: earlier.length - commonEnd(earlier, later, shorter - start) }
}

function commonStart(a: string, b: string, most: number): number {
  let at = 0
  while (at + BLOCK <= most && a.slice(at, at + BLOCK) === b.slice(at, at + BLOCK)) at += BLOCK
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

function commonEnd(a: string, b: string, most: number): number {
  const [endA, endB] = [a.length, b.length]
  let length = 0
  const isBlockAlike = (): boolean =>
    a.slice(endA - length - BLOCK, endA - length) === b.slice(endB - length - BLOCK, endB - length)
  while (length + BLOCK <= most && isBlockAlike()) length += BLOCK
  while (length < most && a.charCodeAt(endA - length - 1) === b.charCodeAt(endB - length - 1)) length++
  return length
}
