import { scan } from './automaton.ts'
import type { CatalogIndex, KnownWordings } from './catalog-index.ts'
import { Ends } from './ends.ts'
import { Neighbours } from './neighbours.ts'
import type { Page } from './page.ts'
import { scanSeeds } from './seed-scan.ts'
import type { Skeleton } from './skeleton.ts'
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

/** What one pass over the text finds, and how much it had to look at. */
export interface Search {
  readonly candidates: readonly Candidate[]
  readonly work: { readonly visits: number; readonly asked: number; readonly verified: number; readonly read: number }
}

/** Filled by one text after the other. */
const seeds: Triples = new Triples()
const asked: Triples = new Triples()

/**
 * One pass, table by table: seeds by look-up, then the spellings that have them, then those whose ends stand near. So
 * the look-ups in one table, which mostly wait for memory, do so side by side. Candidates by their places on the page.
 */
export function search(index: CatalogIndex, page: Page): Search {
  const ends = new Ends(page, index.seeded.entries, index.spellings)
  const neighbours = new Neighbours(index.seeded, { page, ends, into: asked })
  const verification = new Verification(index, page)
  seeds.clear()
  asked.clear()
  scanSeeds(index.seeds, page, seeds)
  neighbours.list(seeds)
  verification.verify(asked, ends)
  const { candidates, work } = verification
  return { candidates, work: { visits: neighbours.visits, asked: asked.count, ...work } }
}

/** By skeleton offset: the furthest end of any right wording that begins there or before. */
export function knownEnds(known: KnownWordings, { codes }: Skeleton, candidates: readonly Candidate[]): Int32Array {
  const ends = new Int32Array(codes.length + 1)
  scan(known.automaton, codes, (pattern, end) => {
    const start = end - known.lengths[pattern]!
    ends[start] = Math.max(ends[start]!, end)
  })
  for (let i = 1; i < ends.length; i++) ends[i] = Math.max(ends[i]!, ends[i - 1]!)
  for (const { cost, start, end } of candidates) {
    for (let i = start; cost === 0 && i < end; i++) ends[i] = Math.max(ends[i]!, end)
  }
  return ends
}
