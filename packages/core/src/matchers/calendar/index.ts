import { RulebookError } from '../../rulebook/error.ts'
import type { Match, MatcherKind, Rule, Segment } from '../../types.ts'
import { type DateCheck, future, impossible, reversed, weekday } from './checks.ts'
import { datesIn } from './dates.ts'

const checks: Readonly<Record<string, DateCheck>> = { impossible, weekday, reversed, future }

/** Dates held against the calendar, against each other and against the draft's day: `with: {check: impossible}`. */
export const calendar: MatcherKind = {
  kind: 'calendar',
  settings: {
    type: 'object',
    required: ['check'],
    additionalProperties: false,
    properties: { check: { enum: Object.keys(checks) } },
  },
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = rules.map((rule) => ({ rule, check: checkOf(rule) }))
    return {
      kind: 'calendar',
      reach: 'segment',
      layer: 'form',
      find: (reading, segments) =>
        segments.filter(mayHoldDate).flatMap((segment) => {
          const dates = datesIn(segment.text)
          if (dates.length === 0) return []
          return bound.flatMap(({ rule, check }) =>
            check(segment, dates, reading).map((fault): Match => ({ rule, segment, ...fault })),
          )
        }),
    }
  },
}

function checkOf(rule: Rule): DateCheck {
  const name = String(rule.with['check'])
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined
  if (check !== undefined) return check
  const hint = `可选：${Object.keys(checks).join('、')}`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message: `${rule.id} 的 with.check 不认识`, hint }])
}

/** Most paragraphs have neither a month nor a dated figure. */
function mayHoldDate({ text, scope }: Segment): boolean {
  return scope !== 'link' && (text.includes('月') || /(?:19|20)\d{2}[-./]\d/.test(text))
}
