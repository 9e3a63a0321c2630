import { readFileSync } from 'node:fs'
import type { Catalog } from '../../packages/core/src/types.ts'

/** The division codes of rules/catalogs, read without the loader so that the algorithms stand alone. */
export function divisionCatalog(): Catalog {
  const url = new URL('../../rules/catalogs/division-codes.tsv', import.meta.url)
  const lines = readFileSync(url, 'utf8').trim().split('\n')
  const rows = lines
    .filter((line) => /^\d/.test(line))
    .map((line) => {
      const [prefix = '', suffixes = ''] = line.split('\t')
      return { prefix, suffixes }
    })
  return { name: 'division-codes', title: '', asOf: '2024-12-31', sources: [], columns: ['prefix', 'suffixes'], rows }
}
