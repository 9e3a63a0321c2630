import type { Catalog } from '../types.ts'
import { withOtherKindWords } from './kind-words.ts'
import { type Law, nationalPrefix, readLaws } from './law.ts'
import { createNearTitles, type NearTitle, type NearTitles } from './near-titles.ts'
import { bodyOf, keysOf, titleKey, withoutTrialNote } from './title-key.ts'

/** How a cited title agrees with the official one. */
export type TitleForm =
  /** As promulgated. */
  | 'official'
  /** Without the 中华人民共和国 that the official title has. */
  | 'short'
  /** With a 中华人民共和国 that the official title does not have. */
  | 'prefixed'

/** What a cited title names. */
export interface Resolution {
  readonly law: Law
  readonly form: TitleForm
}

/** A law that a miswritten title may mean. */
export interface NearLaw {
  readonly law: Law
  /** What to write: the right title in the form that was used. */
  readonly title: string
  readonly near?: NearTitle
  /** The kind word alone differs: 实施细则 for 实施条例. */
  readonly byKindWord: boolean
}

/** Answers what a title names. Pure; the slow part is built at the first near-miss question. */
export interface LawIndex {
  readonly asOf: string
  /** The law of this title, written officially, shortened or with 中华人民共和国 added. */
  resolve(title: string): Resolution | undefined
  /** Laws that a title which resolves to nothing may mean, the likeliest first. */
  near(title: string): NearLaw[]
}

/** Builds the index of a catalog (columns as in rules/catalogs/laws.tsv). */
export function createLawIndex(catalog: Catalog): LawIndex {
  const laws = readLaws(catalog)
  const exact = new Map<string, Resolution>()
  for (const law of laws) exact.set(titleKey(law.title), { law, form: 'official' })
  for (const law of laws) addForms(exact, law)
  let nearTitles: NearTitles | undefined
  const resolve = (title: string): Resolution | undefined => {
    for (const key of keysOf(title)) {
      const found = exact.get(key) ?? exact.get(withoutTrialNote(key)) ?? addedPrefix(exact, key)
      if (found !== undefined) return found
    }
    return undefined
  }
  const near = (title: string): NearLaw[] => {
    const key = keysOf(title).at(-1)!
    const byWord = withOtherKindWords(key).flatMap((other) => {
      const found = exact.get(other)
      return found === undefined ? [] : [{ law: found.law, title: displayed(other, found.law), byKindWord: true }]
    })
    nearTitles ??= createNearTitles(laws.map((law) => titleKey(law.title)))
    const bySlip = nearTitles.find(key).map((found) => ({
      law: laws[found.entry]!,
      title: displayed(found.key, laws[found.entry]!),
      near: found,
      byKindWord: false,
    }))
    return [...byWord, ...bySlip]
  }
  return { asOf: catalog.asOf, resolve, near }
}

function addForms(exact: Map<string, Resolution>, law: Law): void {
  const key = titleKey(law.title)
  const body = bodyOf(key)
  if (body !== key && !exact.has(body)) exact.set(body, { law, form: 'short' })
  const untried = withoutTrialNote(key)
  if (untried !== key && !exact.has(untried)) exact.set(untried, { law, form: 'official' })
}

function addedPrefix(exact: ReadonlyMap<string, Resolution>, key: string): Resolution | undefined {
  if (!key.startsWith(nationalPrefix)) return undefined
  const found = exact.get(key.slice(nationalPrefix.length))
  return found?.form === 'official' ? { law: found.law, form: 'prefixed' } : undefined
}

/** The law's own writing of a key, inner title marks narrowed to 〈〉 as they stand inside 《》. */
function displayed(key: string, law: Law): string {
  const official = law.title.replace(/《/g, '〈').replace(/》/g, '〉')
  if (titleKey(official) === key) return official
  const body = official.startsWith(nationalPrefix) ? official.slice(nationalPrefix.length) : official
  return titleKey(body) === key ? body : key
}
