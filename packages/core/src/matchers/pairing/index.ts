import { normaliseSegment } from '../../text/normalise.ts'
import { gather } from '../../text/recall.ts'
import type { IsoDate, Match, Matcher, MatcherKind, Reading, Rule, Rulebook, Segment } from '../../types.ts'
import { lexiconOf } from '../lexicon.ts'
import { whyRight } from '../renamed/context.ts'
import { ownDays } from '../renamed/own-day.ts'
import { garbledOffices } from './garbled.ts'
import { type Mention, mentionsIn } from './mention.ts'
import { misspeltNames } from './name.ts'
import { type Roll, readRoll, type Term } from './roll.ts'

/**
 * Leaders and their offices, from a roll of dated terms. A rule names the fault it reports: `misspelt` (a name with a
 * character that sounds or looks alike, beside an office or in a listed form), `garbled` (an office beside a name, with a
 * slip in it), `not-held` (a person with an office that is not his on the draft's day), `not-held-since` (the same in a draft
 * younger than the roll, where he may have taken the office since) or `short-at-first` (李强总理, before any 国务院总理李强).
 */
export const pairing: MatcherKind = {
  kind: 'pairing',
  settings: {
    type: 'object',
    required: ['catalog', 'offices', 'fault'],
    additionalProperties: false,
    properties: {
      catalog: { type: 'string' },
      offices: { type: 'string' },
      fault: { enum: ['misspelt', 'garbled', 'not-held', 'not-held-since', 'short-at-first'] },
    },
  },
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : pairingMatcher(rules, rulebook)
  },
}

function pairingMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  const reports = (fault: string): readonly Rule[] => rules.filter((rule) => rule.with['fault'] === fault)
  let read: Roll | undefined
  const roll = (): Roll => {
    read ??= readRoll(rules[0]!, rulebook)
    return read
  }
  // Most texts name neither a person nor an office.
  const named = lexiconOf(rulebook).add(`pairing ${JSON.stringify(rules[0]!.with)}`, () => [
    ...new Set(roll().patterns),
  ])
  const findAll = ({ document }: Reading): Match[] => {
    const look = (segment: Segment) => (named.standsIn(segment) ? namesIn(segment, roll(), document.date) : undefined)
    const dayOf = ownDays(document)
    const met = new Set<string>()
    return gather(document, named, look).flatMap(({ segment, said }) => {
      const { text, toText, names, offices, mentions } = said
      const misspelt = names.map(({ start, end, name }) => ({
        segment,
        span: toText({ start, end }),
        right: [name],
        facts: { name },
      }))
      const garbled = offices.map(({ start, end, person, right }) => ({
        segment,
        span: toText({ start, end }),
        right: [right],
        facts: { person, right },
      }))
      const short = segment.scope === 'prose' ? shortAtFirst(mentions, met) : []
      const notHeld = mentions.flatMap((mention) => {
        const judged = judgeMention(mention, { roll: roll(), text, date: document.date, day: dayOf(segment) })
        if (judged === undefined) return []
        const rules = reports(mayHaveChanged(mention, roll(), document.date) ? 'not-held-since' : 'not-held')
        return rules.map((rule) => ({ rule, segment, span: toText(mention), ...judged }))
      })
      return [
        ...reports('misspelt').flatMap((rule) => misspelt.map((match) => ({ rule, ...match }))),
        ...reports('garbled').flatMap((rule) => garbled.map((match) => ({ rule, ...match }))),
        ...notHeld,
        ...reports('short-at-first').flatMap((rule) =>
          short.map((mention) => ({ rule, segment, span: toText(mention), facts: { person: mention.person } })),
        ),
      ]
    })
  }
  return { kind: 'pairing', reach: 'document', layer: 'wording', find: findAll }
}

/** The persons that a text names, if any, misspelt, beside a garbled office or beside their offices; places are in `text`, which is normalised. */
function namesIn(segment: Segment, roll: Roll, date: IsoDate | 'unknown') {
  const { text, toText } = normaliseSegment(segment)
  const names = misspeltNames(text, roll, date)
  const offices = garbledOffices(text, roll)
  const mentions = mentionsIn(text, roll)
  if (names.length + offices.length + mentions.length === 0) return undefined
  return { text, toText, names, offices, mentions }
}

/** First mentions with a short office behind the name; `met` holds who has been mentioned. 总书记 is a full office. */
function shortAtFirst(mentions: readonly Mention[], met: Set<string>): Mention[] {
  return mentions.filter(({ person, office, written, side }) => {
    const isFirst = !met.has(person)
    met.add(person)
    return isFirst && side === 'behind' && office !== '总书记' && SHORT_OFFICES.has(written)
  })
}

const SHORT_OFFICES: ReadonlySet<string> = new Set(['总理', '副总理', '委员长'])

interface Setting {
  readonly roll: Roll
  readonly text: string
  readonly date: IsoDate | 'unknown'
  /** The day that the text gives itself. */
  readonly day: IsoDate | undefined
}

/** What there is to say of a person with an office; undefined when he holds it, or nobody can tell. */
function judgeMention(
  mention: Mention,
  { roll, text, date, day }: Setting,
): Pick<Match, 'right' | 'facts' | 'exempt'> | undefined {
  const terms = (roll.terms.get(mention.person) ?? []).filter(({ office }) => office === mention.office)
  const now = holders(roll, mention.office, date)
  if (now.length === 0 || now.includes(mention.person) || roll.terms.get(mention.person)?.length === 0) return undefined
  const last = terms.filter(({ from }) => date !== 'unknown' && from <= date).at(-1)
  const facts = { person: mention.person, office: mention.written, terms: termsInWords(terms), asOf: roll.asOf }
  const full = roll.forms.find(({ office, side }) => office === mention.office && side === 'before')?.form
  const since = last?.until ?? roll.known.get(mention.office)
  const exempt = since === undefined ? undefined : whyHeld(mention, { roll, text, date, day }, since)
  return {
    right: last === undefined || full === undefined ? [] : [`时任${full}${mention.person}`],
    facts,
    ...(exempt === undefined ? {} : { exempt }),
  }
}

/** A draft younger than the roll, and a person who may have been given the office since. */
function mayHaveChanged({ person }: Mention, { asOf, closed }: Roll, date: IsoDate | 'unknown'): boolean {
  return date > asOf && !closed.has(person)
}

/** A former holder in a sentence of his time, or of his life; of one not known as such, a sentence older than the roll. */
function whyHeld(mention: Mention, { text, day }: Setting, until: IsoDate): Match['exempt'] {
  if (day !== undefined && day < until) return 'date'
  const year = YEAR_BEHIND.exec(text.slice(mention.end, mention.end + 24))?.[1]
  if (year !== undefined && year < until) return 'date'
  const around = text.slice(Math.max(0, mention.start - 80), mention.end + 80)
  if (/^(?:同志)?(?:曾|当年|生前|先后)/.test(text.slice(mention.end))) return 'allowed'
  return /逝世|遗体|悼念|缅怀|生前|诞辰|回忆|文选|著作/.test(around) ? 'allowed' : whyRight(text, mention, until)
}

/** 胡锦涛总书记2003年提出, 李克强总理在2018年的报告: a year in the clause that the person opens. */
const YEAR_BEHIND = /^[^，。；！？、]{0,12}?((?:19|20)\d{2})\s?年/

function isHeld({ from, until }: Term, date: IsoDate | 'unknown'): boolean {
  return date !== 'unknown' && from <= date && (until === undefined || date < until)
}

function holders({ terms }: Roll, office: string, date: IsoDate | 'unknown'): string[] {
  return [...terms].flatMap(([person, held]) =>
    held.some((term) => term.office === office && isHeld(term, date)) ? [person] : [],
  )
}

function termsInWords(terms: readonly Term[]): string {
  if (terms.length === 0) return '未见任此职'
  return terms.map(({ from, until }) => `${from}至${until ?? '今'}`).join('、')
}
