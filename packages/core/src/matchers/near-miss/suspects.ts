import type { CatalogIndex } from './catalog-index.ts'
import { type EnumerationIndex, meantEnumerations } from './enumeration.ts'
import { Rights } from './known.ts'
import type { Page } from './page.ts'
import { eachPage } from './pages.ts'
import { type Candidate, type Search, search } from './search.ts'
import type { Skeleton } from './skeleton.ts'

/** A text in which something may be broken. */
export interface Suspect {
  /** Its place among the texts. */
  readonly place: number
  readonly skeleton: Skeleton
  /** What nearly is a form there and lies in none that stands as it should. */
  readonly near: readonly Candidate[]
  /** Forms that stand as they should. */
  readonly whole: Rights
  /** The enumerations that it may list, by their numbers. */
  readonly meant: readonly number[]
}

/** The texts in which something is nearly a form, or enumerations may be broken; in their order. Most have neither. */
export function suspects(
  { index, enumerations }: { index: CatalogIndex; enumerations: EnumerationIndex },
  texts: readonly { readonly text: string }[],
): Suspect[] {
  const found: Suspect[] = []
  eachPage(texts, (page, first) => {
    const all = search(index, page)
    const near = byText(all.near, page)
    for (let text = 0; text < page.count; text++) {
      const meant = meantEnumerations(enumerations, page, text)
      const candidates = near.get(text) ?? none
      if (meant.length === 0 && candidates.every(isWhole)) continue
      const forms = [...wholesOf(text, all, page), ...candidates.filter(isWhole)]
      const whole = new Rights(forms, page.ends[text]! - page.starts[text]!)
      const broken = candidates.filter((candidate) => !isWhole(candidate) && !whole.cover(candidate))
      if (meant.length === 0 && broken.length === 0) continue
      found.push({ place: first + text, skeleton: page.skeletonOf(text), near: broken, whole, meant })
    }
  })
  return found
}

const none: readonly Candidate[] = []

/** Whether it is a form as it should be, if with a particle more. */
function isWhole({ cost }: Candidate): boolean {
  return cost === 0
}

/** The forms that stand in a text of the page as they are. */
function wholesOf(
  text: number,
  { wholes: { values, count } }: Search,
  page: Page,
): { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = []
  const [from, to] = [page.starts[text]!, page.ends[text]!]
  for (let row = 0; row < 3 * count; row += 3) {
    const [start, end] = [values[row + 1]!, values[row + 2]!]
    if (start >= from && start < to) stretches.push({ start: start - from, end: end - from })
  }
  return stretches
}

/** Candidates by the text of the page that they stand in, and by their places there. */
function byText(candidates: readonly Candidate[], page: Page): Map<number, Candidate[]> {
  const found = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const text = page.textOf(candidate.start, candidate.end)
    if (text < 0) continue
    const from = page.starts[text]!
    const here = { ...candidate, start: candidate.start - from, end: candidate.end - from }
    const others = found.get(text)
    if (others === undefined) found.set(text, [here])
    else others.push(here)
  }
  return found
}
