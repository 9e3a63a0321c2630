import type { Match, Matcher, MatcherKind, Reading, Rule, Rulebook, Segment } from '../../types.ts'
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

interface Tables {
  readonly calendar: Calendar
  readonly documents: PlenumDocuments
}

function meetingMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  const named = (setting: string) => String(rules.find((rule) => rule.with[setting])?.with[setting])
  const calendarOf = readCalendar(rulebook, named('catalog'))
  let read: Tables | undefined
  const find = ({ document }: Reading, segments: readonly Segment[]): Match[] => {
    read ??= { calendar: calendarOf(), documents: readDocuments(rulebook.catalogs[named('documents')]) }
    const { calendar, documents } = read
    return segments.flatMap((segment) => {
      const { text } = segment
      return rules.flatMap((rule) => {
        const fault = rule.with['fault']
        const found =
          fault === 'year'
            ? wrongYears(text, calendar, document.date)
            : fault === 'ahead'
              ? aheadOfTime(text, calendar, document.date)
              : wrongPlenums(text, documents)
        return found.map((finding) => ({ rule, segment, right: [], ...finding }))
      })
    })
  }
  return { kind: 'meeting', reach: 'segment', layer: 'wording', find }
}
