import type { CatalogIndex } from './catalog-index.ts'
import { Ends } from './ends.ts'
import { scanJoints } from './joints.ts'
import { Neighbours } from './neighbours.ts'
import type { Page } from './page.ts'
import { scanSeeds } from './seed-scan.ts'
import { siftEntries } from './sieve.ts'
import { Triples } from './triples.ts'
import { Verification } from './verification.ts'

/** A stretch of skeleton characters `[start, end)` that is, or nearly is, a form. */
export interface Candidate {
  readonly form: number
  readonly start: number
  readonly end: number
  /** Changes, each counted as 1; 0 for the form itself with a particle more. */
  readonly cost: number
  /** Whether the form's first and last characters stand there. */
  readonly headWhole: boolean
  readonly tailWhole: boolean
}

/** What one pass over a page finds, and how much it had to look at. */
export interface Search {
  /** What nearly is a form, or is one with a particle more. */
  readonly near: readonly Candidate[]
  /** Forms that stand as they are: which, and the characters `[start, end)`. Holds until the next search. */
  readonly wholes: Triples
  readonly work: { readonly visits: number; readonly asked: number; readonly verified: number; readonly read: number }
}

/** Filled by one page after the other. */
const seeds: Triples = new Triples()
const lists: Triples = new Triples()
const likely: Triples = new Triples()

/**
 * One pass, table by table: seeds by look-up, then the spellings that have them, then those whose ends stand near. So
 * the look-ups in one table, which mostly wait for memory, do so side by side. All by their places on the page.
 */
export function search(index: CatalogIndex, page: Page): Search {
  const ends = new Ends(page, index.seeded)
  const neighbours = new Neighbours(index.seeded, { page, into: lists.clear() })
  const verification = new Verification(index, page)
  scanSeeds(index.seeds, page, seeds.clear())
  if (!index.spellings.crowded) scanJoints(index.seeds, page, seeds)
  neighbours.list(seeds)
  siftEntries(index.seeded, { lists, page }, likely)
  verification.verify(likely, ends)
  const { near, wholes, work } = verification
  const { visits, asked } = neighbours
  return { near: [...near], wholes, work: { visits, asked, ...work } }
}
