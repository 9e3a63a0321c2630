import { gather } from '../../text/recall.ts'
import type {
  ExemptionReason,
  IsoDate,
  Match,
  Matcher,
  MatcherKind,
  Reading,
  Rule,
  Rulebook,
  Segment,
  SegmentSpan,
} from '../../types.ts'
import { type Forms, lexiconOf } from '../lexicon.ts'
import { continuesWord } from './boundary.ts'
import { type Change, type OldName, type RenamedSettings, readOldNames, renamedSettings } from './catalog.ts'
import { whyRight } from './context.ts'
import { ownDays } from './own-day.ts'

/**
 * Names that were given up on a known day, from a catalog of old and new names: wrong from that day on, unless the
 * text speaks of the time before it. The dates are the catalog's; the rule brings severity and wording.
 */
export const renamed: MatcherKind = {
  kind: 'renamed',
  settings: renamedSettings,
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : renamedMatcher(rules, rulebook)
  },
}

/** A rule with one of its names; `prefixes` are the words that must stand before the name and belong to it. */
interface Entry {
  readonly rule: Rule
  readonly settings: RenamedSettings
  readonly name: OldName
}

interface Table {
  readonly forms: Forms
  /** By form: the entries whose old form it is. */
  entries(): readonly (readonly Entry[])[]
}

/** An old form where it stands in normalised text. */
interface Place {
  readonly entry: Entry
  readonly start: number
  readonly end: number
  /** The normalised text; `span` is in the text as it stands. */
  readonly text: string
  readonly span: SegmentSpan
}

function renamedMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  const table = tableOf(rules, rulebook)
  const findAll = ({ document }: Reading): Match[] => {
    const dayOf = ownDays(document)
    const sayings = gather(document, table, (segment) => {
      if (!table.forms.mayStandIn(segment)) return undefined
      const found = placesIn(segment, table)
      return found.length === 0 ? undefined : longestFirst(found)
    })
    return sayings.flatMap(({ segment, said }) => {
      const day = dayOf(segment)
      return said.map((place) => {
        const { text } = place
        const change = changeOn(place.entry.name.changes, document.date)
        const exempt = day !== undefined && day < change.from ? 'date' : whyRight(text, place, change.from)
        return matchOf({ place, change, segment, ...(exempt && { exempt }) })
      })
    })
  }
  return { kind: 'renamed', reach: 'document', layer: 'wording', find: findAll }
}

interface Judged {
  readonly place: Place
  readonly change: Change
  readonly segment: Segment
  readonly exempt?: ExemptionReason
}

function matchOf({ place: { entry, start, end, text, span }, change, segment, exempt }: Judged): Match {
  const { from, until, right, source } = change
  const prefix = text.slice(start, end - entry.name.form.length)
  return {
    rule: entry.rule,
    segment,
    span,
    right: right.map((form) => prefix + form),
    facts: { old: text.slice(start, end), new: right.join('或'), since: inWords(from) },
    valid: { from, ...(until === undefined ? {} : { until }) },
    sources: [source],
    ...(exempt === undefined ? {} : { exempt }),
  }
}

/** The catalogs are read when the first old form is found. */
function tableOf(rules: readonly Rule[], rulebook: Rulebook): Table {
  let read: ReadonlyMap<string, readonly Entry[]> | undefined
  let listed: readonly (readonly Entry[])[] | undefined
  const byForm = (): ReadonlyMap<string, readonly Entry[]> => {
    read ??= entriesByForm(rules.flatMap((rule) => readOldNames(rule, rulebook)))
    return read
  }
  const key = `renamed ${JSON.stringify(rules.map((rule) => rule.with))}`
  return {
    forms: lexiconOf(rulebook).add(key, () => [...byForm().keys()]),
    entries() {
      listed ??= [...byForm().values()]
      return listed
    },
  }
}

function entriesByForm(names: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byForm = new Map<string, Entry[]>()
  for (const entry of names) {
    const known = byForm.get(entry.name.form)
    if (known === undefined) byForm.set(entry.name.form, [entry])
    else known.push(entry)
  }
  return byForm
}

function placesIn(segment: Segment, { forms, entries }: Table): Place[] {
  const places: Place[] = []
  forms.scan(segment, (form, start, end, { text, toText }) => {
    if (continuesWord(text, end)) return
    for (const entry of entries()[form] ?? []) {
      if (entry.name.notAfter.some((words) => text.startsWith(words, end))) continue
      const begin = beginOf(text, start, entry)
      if (begin !== undefined) places.push({ entry, start: begin, end, text, span: toText({ start: begin, end }) })
    }
  })
  return places
}

/** Where the name begins with its prefix; undefined where what stands before makes it something else. */
function beginOf(text: string, start: number, { settings, name }: Entry): number | undefined {
  const before = text.slice(Math.max(0, start - 12), start)
  if (name.notBefore.some((words) => before.endsWith(words))) return undefined
  if (settings.foreign.some((country) => before.endsWith(country))) return undefined
  if (name.alone && !OPENING.test(before)) return undefined
  if (settings.prefixes.length === 0) return start
  const prefix = settings.prefixes.find((words) => before.endsWith(words))
  return prefix === undefined ? undefined : start - prefix.length
}

/** Nothing, a mark, or a particle: 由交通部, 、交通部. */
const OPENING = /(?:^|[^\u4e00-\u9fff]|[由经向报与和及对商请受是在即原]|按照|根据|会同|依据|国务院|原)$/

/** The leftmost, then the longest place claims its text: 国家工商总局 is not also 工商总局. */
function longestFirst(places: readonly Place[]): Place[] {
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end)
  let claimed = 0
  return sorted.filter(({ start, end }) => {
    if (start < claimed) return false
    claimed = end
    return true
  })
}

/** The change that holds on the draft's day; the earliest one where none does yet or the day is unknown. */
function changeOn(changes: OldName['changes'], date: string): Change {
  const begun = changes.filter(({ from }) => date !== 'unknown' && from <= date)
  return begun.at(-1) ?? changes[0]
}

function inWords(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
