import { normalise } from '../../text/normalise.ts'
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
import { continuesWord } from './boundary.ts'
import { type Change, type OldName, type RenamedSettings, readOldNames, renamedSettings } from './catalog.ts'
import { whyRight } from './context.ts'
import { type FormIndex, indexForms } from './form-index.ts'
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
  readonly index: FormIndex
  /** By pattern: the entries whose old form the pattern is. */
  readonly entries: readonly (readonly Entry[])[]
}

/** An old form where it stands in normalised text. */
interface Place {
  readonly entry: Entry
  readonly start: number
  readonly end: number
}

function renamedMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  const names = rules.flatMap((rule) => readOldNames(rule, rulebook))
  let table: Table | undefined
  const findAll = ({ document }: Reading): Match[] => {
    table ??= buildTable(names)
    const known = table
    const dayOf = ownDays(document)
    const sayings = gather(document, known, (segment) => {
      const { text, toText } = normalise(segment.text)
      const found = longestFirst(placesIn(text, known)).map((place) => ({ place, text, span: toText(place) }))
      return found.length === 0 ? undefined : found
    })
    return sayings.flatMap(({ segment, said }) => {
      const day = dayOf(segment)
      return said.map(({ place, text, span }) => {
        const change = changeOn(place.entry.name.changes, document.date)
        const exempt = day !== undefined && day < change.from ? 'date' : whyRight(text, place, change.from)
        return matchOf({ place, change, segment, text, span, ...(exempt && { exempt }) })
      })
    })
  }
  return { kind: 'renamed', reach: 'document', layer: 'wording', find: findAll }
}

interface Judged {
  readonly place: Place
  readonly change: Change
  readonly segment: Segment
  /** The segment's text, normalised; `span` is in the text as it stands. */
  readonly text: string
  readonly span: SegmentSpan
  readonly exempt?: ExemptionReason
}

function matchOf({ place: { entry, start, end }, change, segment, text, span, exempt }: Judged): Match {
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

function buildTable(names: readonly Entry[]): Table {
  const forms = [...new Set(names.map(({ name }) => name.form))]
  const byForm = new Map(forms.map((form): [string, Entry[]] => [form, []]))
  for (const entry of names) byForm.get(entry.name.form)?.push(entry)
  return { index: indexForms(forms), entries: forms.map((form) => byForm.get(form) ?? []) }
}

function placesIn(text: string, { index, entries }: Table): Place[] {
  const places: Place[] = []
  index.scan(text, (pattern, start, end) => {
    if (continuesWord(text, end)) return
    for (const entry of entries[pattern] ?? []) {
      if (entry.name.notAfter.some((words) => text.startsWith(words, end))) continue
      const begin = beginOf(text, start, entry)
      if (begin !== undefined) places.push({ entry, start: begin, end })
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
