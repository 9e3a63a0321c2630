import type { Catalog } from '../types.ts'

/** Division codes that were ever valid, county level and above, abolished ones included. */
export interface DivisionCodes {
  /** Whether the six digits ever named a place. */
  has(code: string): boolean
  /** Whether the first four digits ever named a prefecture: new counties and development zones begin like this. */
  hasPrefecture(code: string): boolean
}

/**
 * Reads a catalog with the columns `prefix` (four digits) and `suffixes` (`00 02-05 11`), at the first question: few
 * drafts hold a number that asks one.
 */
export function divisionCodes(catalog: () => Catalog): DivisionCodes {
  let read: ReadonlyMap<string, ReadonlySet<number>> | undefined
  const suffixes = () => {
    read ??= new Map(catalog().rows.map((row) => [row['prefix'] ?? '', numbersOf(row['suffixes'] ?? '')]))
    return read
  }
  return {
    has: (code) =>
      suffixes()
        .get(code.slice(0, 4))
        ?.has(Number(code.slice(4, 6))) ?? false,
    hasPrefecture: (code) => suffixes().has(code.slice(0, 4)),
  }
}

function numbersOf(ranges: string): Set<number> {
  const numbers = new Set<number>()
  for (const range of ranges.split(' ')) {
    const [first, last = first] = range.split('-')
    for (let number = Number(first); number <= Number(last); number++) numbers.add(number)
  }
  return numbers
}
