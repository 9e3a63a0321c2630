import type { IsoDate, Match, Matcher, MatcherKind, Reading, Rule, Rulebook, Segment } from '../types.ts'
import { type FormIndex, indexForms } from './renamed/form-index.ts'

/**
 * A meeting of the catalog whose own clause gives it another year than the one it was held in:
 * 十四届全国人大二次会议于2025年3月5日开幕. `with` names the catalog, whose column `held` is a month (2024-03).
 * Without a year, the draft's year stands, where the draft is of the same month.
 */
export const meeting: MatcherKind = {
  kind: 'meeting',
  settings: {
    type: 'object',
    required: ['catalog'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' } },
  },
  compile([rule], rulebook) {
    return rule === undefined ? undefined : meetingMatcher(rule, rulebook)
  },
}

interface Calendar {
  readonly forms: readonly string[]
  /** The month of each form, `2024-03`. */
  readonly held: readonly string[]
  readonly index: FormIndex
}

function meetingMatcher(rule: Rule, rulebook: Rulebook): Matcher {
  let read: Calendar | undefined
  const find = ({ document }: Reading, segments: readonly Segment[]): Match[] => {
    read ??= readCalendar(rulebook, String(rule.with['catalog']))
    const known = read
    return segments.flatMap((segment) => findIn(segment, { rule, known, date: document.date }))
  }
  return { kind: 'meeting', reach: 'segment', layer: 'wording', find }
}

interface Setting {
  readonly rule: Rule
  readonly known: Calendar
  readonly date: IsoDate | 'unknown'
}

function findIn(segment: Segment, { rule, known, date }: Setting): Match[] {
  const { text } = segment
  const matches: Match[] = []
  known.index.scan(text, (pattern, start, end) => {
    const held = known.held[pattern] ?? ''
    if (PART_OF_NAME.test(text[start - 1] ?? '')) return
    const year = statedYear(text.slice(Math.max(0, start - 30), start), text.slice(end, end + 40), date)
    if (year === undefined || held.startsWith(year)) return
    const facts = { meeting: text.slice(start, end), held: inWords(held), year }
    matches.push({ rule, segment, span: { start, end }, right: [], facts })
  })
  return matches
}

/** 中共十九届四中全会 is one name; 二十一届 is not 十一届. */
const PART_OF_NAME = /[共党的二三]/

/** The year in which the clause says that the meeting took place; the draft's for news of the draft's month. */
function statedYear(head: string, tail: string, date: IsoDate | 'unknown'): string | undefined {
  const [, year, month] = BEHIND.exec(tail) ?? (HELD.test(tail) ? BEFORE.exec(head) : null) ?? []
  if (year !== undefined) return year
  if (month === undefined || date === 'unknown' || /年/.test(head)) return undefined
  return date.slice(5, 7) === month.padStart(2, '0') ? date.slice(0, 4) : undefined
}

/** 于2024年7月15日至18日在北京举行; 3月5日上午开幕. */
const BEHIND =
  /^(?:将|已)?[于在]?(?:((?:19|20)\d{2})年)?(\d{1,2})月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:上午|下午)?[^，。；、]{0,12}?(?:召开|举行|开幕|闭幕)/
const BEFORE = /(?:^|[^\d年])(?:((?:19|20)\d{2})年)?(\d{1,2})月\d{1,2}日(?:上午|下午)?，?$/
const HELD = /^(?:胜利)?(?:在[^，。；、]{1,8})?(?:胜利|隆重)?(?:召开|举行|开幕|闭幕)/

function inWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

/** Provinces, too, have a 十四届人大二次会议. */
const NATIONAL = /全国|中央|中全会|党的|中共/

function readCalendar(rulebook: Rulebook, name: string): Calendar {
  const rows = rulebook.catalogs[name]?.rows ?? []
  const months = new Map<string, string>()
  for (const { form = '', variants = '', held = '' } of rows) {
    for (const written of [form, ...variants.split(';')])
      if (held !== '' && NATIONAL.test(written)) months.set(written, held)
  }
  const forms = [...months.keys()]
  return { forms, held: [...months.values()], index: indexForms(forms) }
}
