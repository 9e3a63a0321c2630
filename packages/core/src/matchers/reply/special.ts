import type { Catalog } from '../../types.ts'
import type { Period } from './period.ts'

/**
 * A remedy that a law orders otherwise. `suit`: its own period for a suit; `reconsideration-first`: no suit before
 * reconsideration; `final`: no suit at all.
 */
export interface SpecialRemedy {
  /** Without 中华人民共和国. */
  readonly law: string
  readonly article: string
  /** Words of the acts it speaks of; one of them must stand in the paper. */
  readonly acts: readonly string[]
  readonly route: 'suit' | 'reconsideration-first' | 'final'
  readonly count: number
  readonly unit: Period['unit']
}

/** Reads the catalog `remedies`. */
export function specialRemedies(catalog: Catalog | undefined): SpecialRemedy[] {
  return (catalog?.rows ?? []).map((row) => {
    const [, count = '0', unit = '日'] = /^(\d+)(日|月)$/.exec(row['period'] ?? '') ?? []
    return {
      law: row['law'] ?? '',
      article: row['at'] ?? '',
      acts: (row['acts'] ?? '').split(';'),
      route: row['route'] as SpecialRemedy['route'],
      count: Number(count),
      unit: unit as Period['unit'],
    }
  })
}
