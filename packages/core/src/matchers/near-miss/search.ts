import { scan } from './automaton.ts'
import type { CatalogIndex, KnownWordings } from './catalog-index.ts'
import { scanSeeds } from './seeds.ts'
import type { Skeleton } from './skeleton.ts'
import { Walk } from './walk.ts'

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
  readonly work: { readonly visits: number; readonly verified: number; readonly read: number }
}

/** One pass: seeds by look-up, then what stands around each seed. */
export function search(index: CatalogIndex, skeleton: Skeleton): Search {
  const walk = new Walk(index, skeleton)
  scanSeeds(index.seeds, skeleton.codes, (root, start, end) => walk.around(root, start, end))
  const { candidates, work } = walk.verification
  return { candidates, work: { visits: walk.visits, ...work } }
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
