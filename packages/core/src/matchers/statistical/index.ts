import { RulebookError } from '../../rulebook/error.ts'
import { recall } from '../../text/recall.ts'
import type { Match, Matcher, MatcherKind, Reading, Rule, Segment, Severity } from '../../types.ts'
import { suspicionScore } from './evidence.ts'
import { isDoubtful, isLeftAlone } from './guards.ts'
import { suspicions } from './scan.ts'
import type { Suspicion } from './suspicion.ts'

/** Characters that counts of the language find wrong: another one of like sound or shape fits far better. */
export const statistical: MatcherKind = {
  kind: 'statistical',
  settings: {
    type: 'object',
    required: ['warning', 'info'],
    properties: { warning: { type: 'number' }, info: { type: 'number' } },
    additionalProperties: false,
  },
  compile(rules) {
    const [rule] = rules
    if (rule === undefined) return undefined
    return statisticalMatcher({ rule, thresholds: readThresholds(rule) })
  },
}

/** From which score on a suspicion is told, and how gravely. */
interface Thresholds {
  readonly warning: number
  readonly info: number
}

interface StatisticalSettings {
  readonly rule: Rule
  readonly thresholds: Thresholds
}

/** A form found so often in one document is the author's word, not a slip. */
const deliberate = 3

function statisticalMatcher(settings: StatisticalSettings): Matcher {
  return {
    kind: 'statistical',
    // A form that recurs in the document is meant so.
    reach: 'document',
    layer: 'typos',
    find(reading, segments) {
      const model = reading.model?.()
      if (model === undefined) return []
      return segments.flatMap((segment) =>
        recall(segment, model, () =>
          suspicions(segment.text, model).filter((one) => suspicionScore(one) >= settings.thresholds.info),
        ).flatMap((suspicion) => matchOf(suspicion, { ...settings, segment, reading })),
      )
    },
  }
}

interface Place extends StatisticalSettings {
  readonly segment: Segment
  readonly reading: Reading
}

function matchOf(suspicion: Suspicion, { rule, thresholds, segment, reading }: Place): readonly Match[] {
  const score = suspicionScore(suspicion)
  if (score < thresholds.info || isLeftAlone(segment.text, suspicion)) return []
  const { at, written, meant } = suspicion
  const weak =
    score < thresholds.warning || isDoubtful(segment.text, suspicion) || isDeliberate(suspicion, segment, reading)
  const severity: Severity = weak ? 'info' : rule.severity
  return [{ rule, segment, span: { start: at, end: at + 1 }, right: [meant], facts: { written, meant }, severity }]
}

/** Whether the character stands between the same neighbours throughout the document. */
function isDeliberate({ at }: Suspicion, segment: Segment, { document }: Reading): boolean {
  const form = segment.text.slice(Math.max(0, at - 1), at + 2)
  let times = 0
  for (const { text } of document.segments) {
    for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + 1)) {
      times++
      if (times >= deliberate) return true
    }
  }
  return false
}

function readThresholds(rule: Rule): Thresholds {
  const { warning, info } = rule.with
  if (typeof warning === 'number' && typeof info === 'number') return { warning, info }
  throw new RulebookError([
    {
      file: `${rule.topic}.yaml`,
      line: 0,
      message: `${rule.id} 没有 warning 与 info 两个分数`,
      hint: 'with: {warning: 4, info: 2}',
    },
  ])
}
