import { hint } from '../../text/hints.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Match, MatcherKind, Segment } from '../../types.ts'
import { bindChecks, namedSettingSchema } from '../named-setting.ts'
import { CheckList, type Needs, type NeedyCheck } from '../needs.ts'
import { type DateCheck, future, impossible, reversed, reversedDays, weekday } from './checks.ts'
import { datesIn } from './dates.ts'
import { duration } from './duration.ts'
import { hours } from './hours.ts'
import { endedBeforeBegun, reversedHours, reversedWordHours, reversedYears } from './spans.ts'
import { term } from './term.ts'

const DATED: Needs = { hints: [hint.monthDay, hint.figureDate] }

const checks: Readonly<Record<string, NeedyCheck<DateCheck>>> = {
  impossible: { find: impossible, needs: DATED },
  weekday: { find: weekday, needs: { hints: [hint.weekday] } },
  reversed: { find: reversed, needs: DATED },
  'reversed-days': { find: reversedDays, needs: DATED },
  future: { find: future, needs: DATED },
  duration: { find: duration, needs: DATED },
  term: { find: term, needs: DATED },
  hours: { find: hours, needs: { hints: [hint.hours] } },
  'reversed-years': { find: reversedYears, needs: { hints: [hint.toYear], traits: [trait.year] } },
  'reversed-hours': { find: reversedHours, needs: { hints: [hint.clock], traits: [trait.colon] } },
  'reversed-word-hours': { find: reversedWordHours, needs: { hints: [hint.noonHour] } },
  'ended-before-begun': { find: endedBeforeBegun, needs: { hints: [hint.begun], traits: [trait.year] } },
}

/** Dates held against the calendar, against each other and against the draft's day: `with: {check: impossible}`. */
export const calendar: MatcherKind = {
  kind: 'calendar',
  settings: namedSettingSchema({ setting: 'check', known: Object.keys(checks) }),
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = new CheckList(bindChecks(rules, checks))
    return {
      kind: 'calendar',
      reach: 'segment',
      layer: 'form',
      find(reading, segments) {
        const matches: Match[] = []
        for (const segment of segments) {
          const met = bound.metBy(segment)
          if (met.length === 0 || !mayHoldDate(segment)) continue
          const dates = datesIn(segment)
          for (const { rule, check } of met) {
            for (const fault of check.find(segment, dates, reading)) matches.push({ rule, segment, ...fault })
          }
        }
        return matches
      },
    }
  },
}

/** Most paragraphs have neither a month nor a dated figure, a year or a clock. */
function mayHoldDate(segment: Segment): boolean {
  const { text, scope } = segment
  if (scope === 'link') return false
  return (
    hasAny(segment, trait.month) ||
    (hasAny(segment, trait.digit) && /(?:19|20)\d{2}[-./年—－–～~至]|\d[:：时点]/.test(text))
  )
}
