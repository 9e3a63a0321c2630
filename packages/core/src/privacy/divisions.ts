import type { Catalog } from '../types.ts'

/** Division codes that were ever valid, county level and above, abolished ones included. */
export interface DivisionCodes {
  /** Whether the six digits ever named a place. */
  has(code: string): boolean
  /** Whether the first four digits ever named a prefecture: new counties and development zones begin like this. */
  hasPrefecture(code: string): boolean
}

/** Reads a catalog with the columns `prefix` (four digits) and `suffixes` (`00 02-05 11`). */
export function divisionCodes(catalog: Catalog): DivisionCodes {
  const suffixes = new Map<string, Set<number>>()
  for (const row of catalog.rows) suffixes.set(row['prefix'] ?? '', numbersOf(row['suffixes'] ?? ''))
  return {
    has: (code) => suffixes.get(code.slice(0, 4))?.has(Number(code.slice(4, 6))) ?? false,
    hasPrefecture: (code) => suffixes.has(code.slice(0, 4)),
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
