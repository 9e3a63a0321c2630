import type { CatalogIndex } from './catalog-index.ts'
import type { EnumerationIndex } from './enumeration.ts'
import { isListed, Rights } from './known.ts'
import { meantEnumerations } from './meant.ts'
import type { Page } from './page.ts'
import { eachPage } from './pages.ts'
import { type Candidate, type Search, search } from './search.ts'
import type { Skeleton } from './skeleton.ts'

/** A text in which something may be broken. */
export interface Suspect {
  /** Its place among the texts. */
  readonly place: number
  readonly skeleton: Skeleton
  /** What nearly is a form there and lies in no right wording. */
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
    const meant = meantEnumerations(enumerations, page)
    const near = nearByText(page, all)
    const places = [...new Set([...meant.keys(), ...near.keys()])].sort((a, b) => a - b)
    for (const text of places) {
      const whole = rightsOf(text, page, all)
      const broken = brokenIn(near.get(text) ?? none, { index, page, text, whole })
      if (!meant.has(text) && broken.length === 0) continue
      found.push({
        place: first + text,
        skeleton: page.skeletonOf(text),
        near: broken,
        whole,
        meant: meant.get(text) ?? [],
      })
    }
  })
  return found
}

const none: readonly Candidate[] = []

/** What nearly is a form, but for those with a particle more, by its text. */
function nearByText(page: Page, { near }: Search): Map<number, Candidate[]> {
  const found = new Map<number, Candidate[]>()
  for (const candidate of near) {
    if (isWhole(candidate)) continue
    const text = page.textOf(candidate.start, candidate.end)
    if (text < 0) continue
    const others = found.get(text)
    if (others === undefined) found.set(text, [candidate])
    else others.push(candidate)
  }
  return found
}

interface Surrounding {
  readonly index: CatalogIndex
  readonly page: Page
  readonly text: number
  readonly whole: Rights
}

/** Of what stands in a text those that lie in no form as it should be, nor in a listed wording; by their places there. */
function brokenIn(near: readonly Candidate[], { index, page, text, whole }: Surrounding): readonly Candidate[] {
  let broken = none
  const from = page.starts[text]!
  for (const candidate of near) {
    const here = inText(candidate, from)
    if (whole.cover(here) || isListed(index.known, page.codes, candidate)) continue
    broken = [...broken, here]
  }
  return broken
}

/** Its properties named one by one: to spread an object takes long. */
function inText({ form, start, end, cost, headWhole, tailWhole }: Candidate, from: number): Candidate {
  return { form, start: start - from, end: end - from, cost, headWhole, tailWhole }
}

/** Whether it is a form as it should be, if with a particle more. */
function isWhole({ cost }: Candidate): boolean {
  return cost === 0
}

/** The forms that stand in a text of the page as they should. */
function rightsOf(text: number, page: Page, { wholes: { values, count }, near }: Search): Rights {
  const [from, to] = [page.starts[text]!, page.ends[text]!]
  const stretches: { start: number; end: number }[] = []
  const add = (start: number, end: number) => {
    if (start >= from && end <= to) stretches.push({ start: start - from, end: end - from })
  }
  for (let row = 0; row < 3 * count; row += 3) add(values[row + 1]!, values[row + 2]!)
  for (const candidate of near) if (isWhole(candidate)) add(candidate.start, candidate.end)
  return new Rights(stretches, to - from)
}
