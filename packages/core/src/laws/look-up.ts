import type { DraftDate, IsoDate } from '../types.ts'
import type { Law } from './law.ts'
import type { LawIndex, TitleForm } from './law-index.ts'

/** Whether a law is in force on a day; `unknown` when the catalog or the day does not tell. */
export type Force = 'in-force' | 'abolished' | 'not-yet' | 'unknown'

/** What is known of a title. */
export interface LawReport {
  readonly law: Law
  readonly form: TitleForm
  readonly force: Force
  /** The law that holds in its place today; absent while it is in force itself or when nothing replaced it. */
  readonly replacedBy?: Law
}

/** A title looked up: the law it names, or the laws it may mean. */
export interface LawAnswer {
  readonly found?: LawReport
  /** Right titles for a miswritten one, the likeliest first; at most five. */
  readonly suggestions: readonly string[]
}

/** Looks a title up, short or full, with or without marks, as of `date`. */
export function lookUpLaw(index: LawIndex, title: string, date: DraftDate): LawAnswer {
  const resolution = index.resolve(title)
  if (resolution === undefined) {
    const titles = index.near(title).map((near) => near.title)
    return { suggestions: [...new Set(titles)].slice(0, 5) }
  }
  const { law, form } = resolution
  const replacedBy = law.abolished === undefined ? undefined : inForceOn(law, index, 'unknown')
  return {
    found: { law, form, force: forceOn(law, date), ...(replacedBy === undefined ? {} : { replacedBy }) },
    suggestions: [],
  }
}

/** Whether `law` is in force on `date`. */
export function forceOn(law: Law, date: DraftDate): Force {
  if (date === 'unknown' || law.status === '待核') return 'unknown'
  if (law.abolished !== undefined && law.abolished <= date) return 'abolished'
  if (law.since !== undefined && date < law.since) return 'not-yet'
  return 'in-force'
}

/**
 * The last of a law's successors that was in force on `date`, on any day when the date is unknown: what holds in its
 * place. Undefined when nothing replaced it.
 */
export function inForceOn(law: Law, index: LawIndex, date: DraftDate): Law | undefined {
  const passed = new Set<Law>([law])
  let current: Law | undefined = law
  while (current?.successor !== undefined) {
    const next: Law | undefined = index.resolve(current.successor)?.law
    if (next === undefined || passed.has(next)) return undefined
    if (date !== 'unknown' && passed.size > 1 && isLater(next, current, date)) return current
    passed.add(next)
    current = next
  }
  return current === law ? undefined : current
}

/** A successor begins on its first day or, where that is not known, when the one before it ends. */
function isLater(next: Law, current: Law, date: IsoDate): boolean {
  const begins = next.since ?? current.abolished
  return begins !== undefined && date < begins
}

/** The number of articles to hold a citation against. */
export interface ArticleLimit {
  readonly last: number
  /** Whether the text of that day is known. */
  readonly sure: boolean
  /** Whether that text is the newest. */
  readonly newest: boolean
}

/** How many articles a citation of `date` may count; undefined when the catalog does not tell. */
export function articleLimit(law: Law, date: DraftDate): ArticleLimit | undefined {
  if (law.articles === undefined) return undefined
  const most = Math.max(law.most ?? 0, law.articles)
  const begins: IsoDate | undefined = law.effective ?? law.revised
  const newest = date !== 'unknown' && begins !== undefined && begins <= date
  return newest
    ? { last: law.articles, sure: isStable(law), newest }
    : { last: most, sure: isStable(law) && date === 'unknown', newest }
}

/** Regulations and interpretations are amended in batches, and the catalog may be one batch behind. */
function isStable(law: Law): boolean {
  return law.kind === '法律' || law.kind === '宪法'
}
