import type { Remedy } from './clause.ts'
import { type FaultTest, type ReplyFault, since } from './fault.ts'
import { isPeriod, type Period, periodText } from './period.ts'
import type { Reply } from './reply.ts'
import type { SpecialRemedy } from './special.ts'

/** 行政复议法 of 1999 and of 2023: sixty days, unless a law gives more. */
const SIXTY_DAYS_SINCE = '1999-10-01'
/** 行政诉讼法 as amended in 2014; three months before. */
const SIX_MONTHS_SINCE = '2015-05-01'

/** Periods of reconsideration, of a suit, and of a suit after reconsideration; special periods of laws are respected. */
export function periodFaults(special: readonly SpecialRemedy[]): FaultTest {
  return (reply) =>
    reply.remedies.flatMap((remedy) => {
      if (remedy.shared) return [sharedPeriod(remedy)]
      const isAfter = remedy.after || reply.kind === 'reconsideration'
      if (remedy.period === undefined) return isAfter ? [] : [missingPeriod(remedy)]
      if (remedy.route === 'reconsideration') return reconsiderationPeriod(remedy, remedy.period, reply)
      if (isAfter) return periodAfter(remedy, remedy.period)
      return suitPeriod(remedy, remedy.period, { reply, special: applicable(special, reply) })
    })
}

function sharedPeriod({ segment, words }: Remedy): ReplyFault {
  return { fault: 'shared-period', segment, span: words }
}

function missingPeriod({ segment, words }: Remedy): ReplyFault {
  return { fault: 'period-missing', segment, span: words, facts: { route: words.text } }
}

function reconsiderationPeriod(remedy: Remedy, period: Period, reply: Reply): ReplyFault[] {
  if (isPeriod(period, 60, '日')) return []
  return [since(SIXTY_DAYS_SINCE, reply, wrongPeriod('reconsideration-period', remedy, { period, right: [60, '日'] }))]
}

function periodAfter(remedy: Remedy, period: Period): ReplyFault[] {
  return isPeriod(period, 15, '日') ? [] : [wrongPeriod('after-period', remedy, { period, right: [15, '日'] })]
}

interface SuitContext {
  readonly reply: Reply
  readonly special: readonly SpecialRemedy[]
}

function suitPeriod(remedy: Remedy, period: Period, { reply, special }: SuitContext): ReplyFault[] {
  const periods = special.filter(({ route }) => route === 'suit')
  if (periods.some(({ count, unit }) => isPeriod(period, count, unit))) return []
  if (isPeriod(period, 6, '月')) {
    const [own] = periods
    if (own !== undefined) return [specialPeriod(remedy, period, own)]
    return reply.day === 'unknown' || reply.day >= SIX_MONTHS_SINCE
      ? []
      : [{ ...wrongPeriod('suit-period', remedy, { period, right: [3, '月'] }), severity: 'warning' }]
  }
  return [since(SIX_MONTHS_SINCE, reply, wrongPeriod('suit-period', remedy, { period, right: [6, '月'] }))]
}

function specialPeriod({ segment }: Remedy, period: Period, { law, article, count, unit }: SpecialRemedy): ReplyFault {
  const facts = { law, article, special: periodText(count, unit, period.text) }
  return { fault: 'special-period', segment, span: period.span, facts }
}

function wrongPeriod(
  fault: string,
  { segment }: Remedy,
  { period, right }: { readonly period: Period; readonly right: readonly [number, Period['unit']] },
): ReplyFault {
  const text = periodText(right[0], right[1], period.text)
  return { fault, segment, span: period.span, right: [text], facts: { found: period.text, right: text } }
}

function applicable(special: readonly SpecialRemedy[], { text }: Reply): SpecialRemedy[] {
  return special.filter(({ law, acts }) => text.includes(law) && acts.some((act) => text.includes(act)))
}
