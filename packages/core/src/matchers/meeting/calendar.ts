import { prepare } from '../../rulebook/prepared.ts'
import type { Catalog, IsoDate, Rulebook } from '../../types.ts'
import { type Forms, lexiconOf } from '../lexicon.ts'
import { numeral, ordinal } from './ordinal.ts'

/** Finds the meetings of a catalog, and the next ones of each series. */
export interface Calendar {
  readonly meetings: Forms
  /** Read when the first meeting is found. */
  dates(): Dates
}

/** Meetings as they are written, with their months; the next ones of each series have none yet. */
interface Dates {
  readonly forms: readonly string[]
  /** The month of each form, `2024-03`; of a meeting that was not held by `asOf`, ''. */
  readonly held: readonly string[]
  /** The day up to which the catalog knows the meetings. */
  readonly asOf: IsoDate
}

/** Whether a form begins inside a longer name: 中共十九届四中全会 is one name; 二十一届 is not 十一届. */
export function isPartOfName(text: string, start: number): boolean {
  return /(?:[共党二三]|党的)$/.test(text.slice(Math.max(0, start - 2), start))
}

/** Provinces, too, have a 十四届人大二次会议. */
const NATIONAL = /全国|中央|中全会|党的|中共|中国工会|中国妇女/

/** The calendar of the catalog named so, empty without one. */
export function readCalendar(rulebook: Rulebook, name: string): Calendar {
  const dates = prepare(rulebook.prepared, `meetings ${name}`, () => datesOf(rulebook.catalogs[name]))
  return { meetings: lexiconOf(rulebook).add(`meeting forms ${name}`, () => dates().forms), dates }
}

/** Reads the forms and variants of the catalog, and adds the meetings that come next. */
function datesOf(catalog: Catalog | undefined): Dates {
  const months = new Map<string, string>()
  for (const { form = '', variants = '', held = '' } of catalog?.rows ?? []) {
    for (const written of [form, ...variants.split(';')])
      if (held !== '' && NATIONAL.test(written)) months.set(written, held)
  }
  for (const form of nextMeetings([...months.keys()])) if (!months.has(form)) months.set(form, '')
  return { forms: [...months.keys()], held: [...months.values()], asOf: catalog?.asOf ?? '' }
}

/** Plenums are left out: when one is held is not known before its communiqué, and the catalog may lack the last. */
function nextMeetings(forms: readonly string[]): string[] {
  const congress = Math.max(0, ...forms.map((form) => numeral(/^党的(.+)大$/.exec(form)?.[1] ?? '')))
  if (congress === 0) return []
  const next = ordinal(congress + 1)
  return [
    ...[`党的${next}大`, `中共${next}大`, `中国共产党第${next}次全国代表大会`],
    ...nextSessions(forms, '全国人大', (term, session) => [
      `${term}届全国人大${session}次会议`,
      `第${term}届全国人民代表大会第${session}次会议`,
    ]),
    ...nextSessions(forms, '全国政协', (term, session) => [
      `全国政协${term}届${session}次会议`,
      `中国人民政治协商会议第${term}届全国委员会第${session}次会议`,
    ]),
  ]
}

/** The session after the last, and the first of the next term. */
function nextSessions(
  forms: readonly string[],
  body: string,
  written: (term: string, session: string) => string[],
): string[] {
  const pattern = new RegExp(`^(?:${body})?([一二三四五六七八九十]+)届(?:${body})?([一二三四五六七八九十]+)次会议$`)
  const sessions = forms.flatMap((form) => {
    const [, term = '', session = ''] = form.includes(body) ? (pattern.exec(form) ?? []) : []
    return term === '' ? [] : [[numeral(term), numeral(session)] as const]
  })
  const term = Math.max(0, ...sessions.map(([number]) => number))
  if (term === 0) return []
  const last = Math.max(...sessions.flatMap(([number, session]) => (number === term ? [session] : [])))
  return [...written(ordinal(term), ordinal(last + 1)), ...written(ordinal(term + 1), '一')]
}
