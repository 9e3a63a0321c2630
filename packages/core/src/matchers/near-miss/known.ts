import { integers } from './blocks.ts'
import type { Skeleton } from './skeleton.ts'
import { scan, type Trie } from './trie.ts'

/** Stretches of one text that are right; their number may be as great as the text is long. */
export class Rights {
  /** By offset: the furthest end of a stretch that begins there or before. */
  readonly #ends: Int32Array

  constructor(stretches: readonly { readonly start: number; readonly end: number }[], length: number) {
    this.#ends = integers(length + 1)
    const ends = this.#ends
    for (const { start, end } of stretches) ends[start] = Math.max(ends[start]!, end)
    for (let at = 1; at <= length; at++) ends[at] = Math.max(ends[at]!, ends[at - 1]!)
  }

  /** Whether one of them begins at `start` or before and ends at `end` or behind. */
  cover({ start, end }: { readonly start: number; readonly end: number }): boolean {
    return this.#ends[start]! >= end
  }
}

/** Tells which stretches of one text are right wording: listed ones, and forms that stand as they are. */
export class Known {
  readonly #wordings: Trie
  readonly #codes: Uint16Array
  readonly #forms: Rights

  constructor(wordings: Trie, { codes }: Skeleton, forms: Rights) {
    this.#wordings = wordings
    this.#codes = codes
    this.#forms = forms
  }

  /** Whether right wording begins at `start` or before and ends at `end` or behind. */
  covers(start: number, end: number): boolean {
    return this.#forms.cover({ start, end }) || isListed(this.#wordings, this.#codes, { start, end })
  }
}

/** Whether a listed wording begins at `start` or before and ends at `end` or behind. */
export function isListed(
  wordings: Trie,
  codes: Uint16Array,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  let isCovered = false
  scan(wordings, { codes, from: Math.max(0, end - wordings.longest), to: start + 1 }, (_, __, to) => {
    if (to >= end) isCovered = true
  })
  return isCovered
}
