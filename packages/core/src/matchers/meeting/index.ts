import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import type { DraftDate, Match, Matcher, MatcherKind, Reading, Rule, Rulebook, Segment } from '../../types.ts'
import { aheadOfTime } from './ahead.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import { type PlenumDocuments, readDocuments, wrongPlenums } from './document.ts'
import { wrongYears } from './year.ts'

/**
 * Meetings of a catalog whose column `held` is a month (2024-03). A rule names the fault it reports: `year` (the meeting's
 * own clause gives it another year), `ahead` (it is spoken of as held before the draft's day was) or `document` (a
 * plenum is said to have adopted what another one did; `documents` names their catalog).
 */
export const meeting: MatcherKind = {
  kind: 'meeting',
  settings: {
    type: 'object',
    required: ['catalog', 'fault'],
    additionalProperties: false,
    properties: {
      catalog: { type: 'string' },
      documents: { type: 'string' },
      fault: { enum: ['year', 'ahead', 'document'] },
    },
  },
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : meetingMatcher(rules, rulebook)
  },
}

/** What a rule's fault has found in one segment; the facts fill the message. */
export type Finding = Pick<Match, 'span' | 'facts'>

function meetingMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  const named = (setting: string) => String(rules.find((rule) => rule.with[setting])?.with[setting])
  const calendar = readCalendar(rulebook, named('catalog'))
  let read: PlenumDocuments | undefined
  const documents = (): PlenumDocuments => {
    read ??= readDocuments(rulebook.catalogs[named('documents')])
    return read
  }
  const looks = rules.map((rule) => ({ rule, look: lookFor(String(rule.with['fault']), calendar, documents) }))
  const find = ({ document }: Reading, segments: readonly Segment[]): Match[] => {
    const matches: Match[] = []
    for (const segment of segments) {
      if (!calendar.meetings.mayStandIn(segment) && !hasHint(segment, hint.plenum)) continue
      for (const { rule, look } of looks) {
        for (const finding of look(segment, document.date)) matches.push({ rule, segment, right: [], ...finding })
      }
    }
    return matches
  }
  return { kind: 'meeting', reach: 'segment', layer: 'wording', find }
}

/** Finds one kind of fault in a segment of a draft of that day. */
type Look = (segment: Segment, date: DraftDate) => readonly Finding[]

function lookFor(fault: string, calendar: Calendar, documents: () => PlenumDocuments): Look {
  if (fault === 'year') return (segment, date) => wrongYears(segment, calendar, date)
  if (fault === 'ahead') return (segment, date) => aheadOfTime(segment, calendar, date)
  return (segment) => wrongPlenums(segment, documents)
}
