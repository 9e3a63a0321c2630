/** Where the first white space of `[start, end)` of a source stands, as markup knows it; `end` where there is none. */
export function blankFrom(source: string, start: number, end: number): number {
  let at = start
  while (at < end && !isBlankUnit(source.charCodeAt(at))) at++
  return at
}

/** Where the white space that begins at an offset ends. */
export function blankEnd(source: string, start: number, end: number): number {
  let at = start
  while (at < end && isBlankUnit(source.charCodeAt(at))) at++
  return at
}

/** Whether a line ends in `[start, end)` of a source. */
export function hasLineEnd(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = source.charCodeAt(at)
    if (unit === 0x0a || unit === 0x0d) return true
  }
  return false
}

function isBlankUnit(unit: number): boolean {
  return unit <= 0x20 && (unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c)
}
