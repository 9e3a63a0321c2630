import { hint } from '../../text/hints.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Match, MatcherKind, Segment } from '../../types.ts'
import { bindChecks, namedSettingSchema } from '../named-setting.ts'
import { type DateCheck, future, impossible, reversed, reversedDays, weekday } from './checks.ts'
import { datesIn } from './dates.ts'
import { duration } from './duration.ts'
import { hours } from './hours.ts'
import { endedBeforeBegun, reversedHours, reversedWordHours, reversedYears } from './spans.ts'
import { term } from './term.ts'

const checks: Readonly<Record<string, DateCheck>> = {
  impossible,
  weekday,
  reversed,
  'reversed-days': reversedDays,
  future,
  duration,
  term,
  hours,
  'reversed-years': reversedYears,
  'reversed-hours': reversedHours,
  'reversed-word-hours': reversedWordHours,
  'ended-before-begun': endedBeforeBegun,
}

/** Dates held against the calendar, against each other and against the draft's day: `with: {check: impossible}`. */
export const calendar: MatcherKind = {
  kind: 'calendar',
  settings: namedSettingSchema({ setting: 'check', known: Object.keys(checks) }),
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = bindChecks(rules, checks)
    return {
      kind: 'calendar',
      reach: 'segment',
      layer: 'form',
      find(reading, segments) {
        const matches: Match[] = []
        for (const segment of segments) {
          if (!mayHoldFault(segment) || !mayHoldDate(segment)) continue
          const dates = datesIn(segment)
          for (const { rule, check } of bound) {
            const faults = check(segment, dates, reading)
            if (faults.length > 0) matches.push(...faults.map((fault): Match => ({ rule, segment, ...fault })))
          }
        }
        return matches
      },
    }
  },
}

/** Whether the hints of some check are met; of all that hold dates alone, that of a date. */
function mayHoldFault(segment: Segment): boolean {
  for (const needed of NEEDED) if (hasHint(segment, needed)) return true
  return false
}

const NEEDED = [hint.monthDay, hint.figureDate, hint.clock, hint.toYear, hint.begun, hint.noonHour]

/** Most paragraphs have neither a month nor a dated figure, a year or a clock. */
function mayHoldDate(segment: Segment): boolean {
  const { text, scope } = segment
  if (scope === 'link') return false
  return (
    hasAny(segment, trait.month) ||
    (hasAny(segment, trait.digit) && /(?:19|20)\d{2}[-./年—－–～~至]|\d[:：时点]/.test(text))
  )
}
