import { scan } from './automaton.ts'
import type { CatalogIndex } from './catalog-index.ts'
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

/** What one pass over the text finds. */
export interface Search {
  readonly candidates: readonly Candidate[]
  /** By skeleton offset: the furthest end of any right wording that begins there or before. */
  readonly known: Int32Array
}

/** One pass: exact pieces by the automaton, then what stands around each piece. */
export function search(index: CatalogIndex, skeleton: Skeleton): Search {
  const { codes } = skeleton
  const known = new Int32Array(codes.length + 1)
  const walk = new Walk(index, codes)
  scan(index.automaton, codes, (pattern, end) => {
    const length = index.knownLength[pattern]!
    if (length > 0) known[end - length] = Math.max(known[end - length]!, end)
    if (index.swapOf[pattern]! >= 0) walk.swapped(index.swapOf[pattern]!, end)
    if (index.pieceOf[pattern]! >= 0) walk.around(index.pieceOf[pattern]!, end)
  })
  for (let i = 1; i < known.length; i++) known[i] = Math.max(known[i]!, known[i - 1]!)
  return { candidates: walk.candidates, known }
}
