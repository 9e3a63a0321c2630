import type { Candidate } from './search.ts'
import type { Skeleton } from './skeleton.ts'
import { scan, type Trie } from './trie.ts'

/** Tells which stretches of one text are right wording: listed ones, and forms that stand as they are. */
export class Known {
  readonly #wordings: Trie
  readonly #codes: Uint16Array
  readonly #wholes: readonly Candidate[]

  constructor(wordings: Trie, { codes }: Skeleton, candidates: readonly Candidate[]) {
    this.#wordings = wordings
    this.#codes = codes
    this.#wholes = candidates.filter(({ cost }) => cost === 0)
  }

  /** Whether right wording begins at `start` or before and ends at `end` or behind. */
  covers(start: number, end: number): boolean {
    if (this.#wholes.some((whole) => whole.start <= start && whole.end >= end)) return true
    const first = Math.max(0, end - this.#wordings.longest)
    let isCovered = false
    scan(this.#wordings, { codes: this.#codes, from: first, to: start + 1 }, (_, __, to) => {
      if (to >= end) isCovered = true
    })
    return isCovered
  }
}
