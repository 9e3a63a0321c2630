import type { DraftDate, Match, Period } from '../types.ts'

/** Whether the match is right on the draft's day: outside the rule's period, or the day is unknown and it matters. */
export function isRightOnDate(match: Match, date: DraftDate): boolean {
  return !isInForce(match.rule.valid, date) || (match.valid !== undefined && !isInForce(match.valid, date))
}

/** Whether `date` lies in `period`; an unknown date lies only in a period without limits. */
export function isInForce(period: Period, date: DraftDate): boolean {
  if (period.from === undefined && period.until === undefined) return true
  if (date === 'unknown') return false
  return (period.from === undefined || date >= period.from) && (period.until === undefined || date < period.until)
}
