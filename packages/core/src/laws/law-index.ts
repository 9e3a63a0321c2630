import type { DraftDate } from '../types.ts'
import { withOtherKindWords } from './kind-words.ts'
import { type Law, nationalPrefix, readLaw } from './law.ts'
import { type LawTables, rowOf } from './law-tables.ts'
import { createNearTitles, type NearTitle, type NearTitles } from './near-titles.ts'
import { similarLaws } from './similar-laws.ts'
import { keysOf, titleKey, withoutTrialNote } from './title-key.ts'
import { entryOf } from './title-table.ts'

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

/** Answers what a title names. Pure; laws are read when they are asked for, and the slow part at the first near-miss question. */
export interface LawIndex {
  readonly asOf: string
  /** The law of this title, written officially, shortened or with 中华人民共和国 added. */
  resolve(title: string): Resolution | undefined
  /** Laws that a title which resolves to nothing may mean, the likeliest first. */
  near(title: string): NearLaw[]
  /** Those of them whose titles one slip of the pen makes the cited one. */
  nearByOneSlip(title: string): NearLaw[]
  /** National laws whose titles are like one that names nothing, in force on `date` first; at most three. */
  similar(title: string, date: DraftDate): Law[]
}

/** Builds the index of a catalog's tables. */
export function createLawIndex(tables: LawTables): LawIndex {
  const laws: Law[] = []
  const lawAt = (row: number): Law => {
    laws[row] ??= readLaw(rowOf(tables, row))
    return laws[row]
  }
  const entry = (key: string) => entryOf(tables.titles, key, (row) => titleKey(lawAt(row).title))
  let nearTitles: NearTitles | undefined
  const resolve = (title: string): Resolution | undefined => {
    for (const key of keysOf(title)) {
      const found = entry(key) ?? entry(withoutTrialNote(key))
      if (found !== undefined) return { law: lawAt(found >>> 1), form: (found & 1) === 0 ? 'official' : 'short' }
      const prefixed = addedPrefix(entry, key)
      if (prefixed !== undefined) return { law: lawAt(prefixed), form: 'prefixed' }
    }
    return undefined
  }
  const near = (title: string): NearLaw[] => {
    const key = keysOf(title).at(-1)!
    const byWord = withOtherKindWords(key).flatMap((other) => {
      const found = entry(other)
      if (found === undefined) return []
      const law = lawAt(found >>> 1)
      return [{ law, title: displayed(other, law), byKindWord: true }]
    })
    nearTitles ??= createNearTitles(tables.keys)
    return [...byWord, ...nearTitles.find(key).map(bySlip)]
  }
  const bySlip = (near: NearTitle): NearLaw => {
    const law = lawAt(near.entry)
    return { law, title: displayed(near.key, law), near, byKindWord: false }
  }
  const nearByOneSlip = (title: string): NearLaw[] => {
    nearTitles ??= createNearTitles(tables.keys)
    return nearTitles.findByOneSlip(keysOf(title).at(-1)!).map(bySlip)
  }
  const similar = (title: string, date: DraftDate): Law[] => similarLaws(title, tables.national.map(lawAt), date)
  return { asOf: tables.asOf, resolve, near, nearByOneSlip, similar }
}

/** The row of a title whose official form has no 中华人民共和国. */
function addedPrefix(entry: (key: string) => number | undefined, key: string): number | undefined {
  if (!key.startsWith(nationalPrefix)) return undefined
  const found = entry(key.slice(nationalPrefix.length))
  return found !== undefined && (found & 1) === 0 ? found >>> 1 : undefined
}

/** The law's own writing of a key, inner title marks narrowed to 〈〉 as they stand inside 《》. */
function displayed(key: string, law: Law): string {
  const official = law.title.replace(/《/g, '〈').replace(/》/g, '〉')
  if (titleKey(official) === key) return official
  const body = official.startsWith(nationalPrefix) ? official.slice(nationalPrefix.length) : official
  return titleKey(body) === key ? body : key
}
