/** Where a seed, which has 2 to 4 characters, stands in a text, in one number. */
export function packedPlace(start: number, end: number): number {
  return (start << 3) | (end - start)
}

/** Where it begins. */
export function startOf(place: number): number {
  return place >>> 3
}

/** Where it ends. */
export function endOf(place: number): number {
  return (place >>> 3) + (place & 7)
}
