import type { CatalogIndex } from './catalog-index.ts'
import { type EnumerationIndex, listsItems } from './enumeration.ts'
import { Page } from './page.ts'
import { type Candidate, search } from './search.ts'
import type { Skeleton } from './skeleton.ts'

/** A text in which something may be broken. */
export interface Suspect {
  /** Its place among the texts. */
  readonly place: number
  readonly skeleton: Skeleton
  /** What is, or nearly is, a form there. */
  readonly candidates: readonly Candidate[]
  /** Whether items of enumerations stand there. */
  readonly listsItems: boolean
}

/** Filled by one draft after the other. */
const page: Page = new Page()

/** The texts in which something is nearly a form, or items of enumerations stand; in their order. Most have neither. */
export function suspects(
  { index, enumerations }: { index: CatalogIndex; enumerations: EnumerationIndex },
  texts: readonly { readonly text: string }[],
): Suspect[] {
  const found: Suspect[] = []
  for (let first = 0, next = 0; first < texts.length; first = next) {
    next = page.fill(texts, first)
    const candidates = byText(search(index, page).candidates)
    for (let text = 0; text < page.count; text++) {
      const near = candidates.get(text) ?? []
      const items = listsItems(enumerations, page, text)
      if (!items && near.every(({ cost }) => cost === 0)) continue
      found.push({ place: first + text, skeleton: page.skeletonOf(text), candidates: near, listsItems: items })
    }
  }
  return found
}

/** Candidates by the text of the page that they stand in, and by their places there. */
function byText(candidates: readonly Candidate[]): Map<number, Candidate[]> {
  const byText = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const text = page.textOf(candidate.start, candidate.end)
    if (text < 0) continue
    const from = page.starts[text]!
    const here = { ...candidate, start: candidate.start - from, end: candidate.end - from }
    const others = byText.get(text)
    if (others === undefined) byText.set(text, [here])
    else others.push(here)
  }
  return byText
}
