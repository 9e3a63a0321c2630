import type { Catalog } from '../types.ts'

/** Paragraphs (款) of one article, each with its number of items (项). */
export type ArticleClauses = readonly number[]

/** What is known of the inner parts of laws, in their newest text. */
export interface ClauseIndex {
  /** The clauses of an article; undefined when the law is not known or has no such article. */
  find(title: string, article: number): ArticleClauses | undefined
}

/**
 * Indexes a catalog with the columns title and clauses (see scripts/laws-clauses.mjs). The catalog is asked for at the
 * first question, and each law is decoded when it is asked about.
 */
export function createClauseIndex(catalog: () => Catalog): ClauseIndex {
  let encoded: ReadonlyMap<string, string> | undefined
  const decoded = new Map<string, readonly ArticleClauses[]>()
  return {
    find(title, article) {
      encoded ??= new Map(catalog().rows.map((row) => [row['title'] ?? '', row['clauses'] ?? '']))
      const code = encoded.get(title)
      if (code === undefined) return undefined
      const known = decoded.get(title) ?? decode(code)
      decoded.set(title, known)
      return known[article - 1]
    },
  }
}

/** `1`, `2`, `3(0,4,0)` one after the other: the number of paragraphs in base 36, items in brackets. */
function decode(code: string): ArticleClauses[] {
  return Array.from(code.matchAll(/([0-9a-z])(?:\(([\d,]*)\))?/g), ([, count = '0', items]) => {
    if (items !== undefined) return items.split(',').map(Number)
    return new Array<number>(Number.parseInt(count, 36)).fill(0)
  })
}
