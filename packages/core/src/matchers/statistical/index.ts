import { RulebookError } from '../../rulebook/error.ts'
import { gather } from '../../text/recall.ts'
import type { Document, Match, Matcher, MatcherKind, Rule, Segment, Severity } from '../../types.ts'
import { doubt } from '../close-reading/places.ts'
import { type CloseReading, closeReadingOf, tellAll } from '../close-reading.ts'
import { suspicionScore } from './evidence.ts'
import { isDoubtful, isLeftAlone } from './guards.ts'
import { suspicionsIn } from './scan.ts'
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
  compile(rules, rulebook) {
    const [rule] = rules
    if (rule === undefined) return undefined
    return statisticalMatcher({ rule, thresholds: readThresholds(rule) }, closeReadingOf(rulebook))
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

function statisticalMatcher(settings: StatisticalSettings, reading: CloseReading): Matcher {
  const { info } = settings.thresholds
  const asked = reading.add<Suspicion>({
    key: 'statistical',
    doubts: doubt.character,
    find: (places, { model }) => suspicionsIn(places, model, info),
  })
  return {
    kind: 'statistical',
    // A form that recurs in the document is meant so.
    reach: 'document',
    layer: 'typos',
    find({ document, ...reading }) {
      const model = reading.model?.()
      if (model === undefined) return []
      const found = tellAll(asked, { document, model, asker: model }, ({ segment, found: one }) =>
        matchOf(one, segment, settings),
      )
      return withoutDeliberate(found, document)
    },
  }
}

/** The match of a suspicion, as grave as it is without regard to the rest of the document. */
function matchOf(suspicion: Suspicion, segment: Segment, { rule, thresholds }: StatisticalSettings): readonly Match[] {
  const score = suspicionScore(suspicion)
  if (score < thresholds.info || isLeftAlone(segment.text, suspicion)) return []
  const { at, written, meant } = suspicion
  const weak = score < thresholds.warning || isDoubtful(segment.text, suspicion)
  const severity: Severity = weak ? 'info' : rule.severity
  return [{ rule, segment, span: { start: at, end: at + 1 }, right: [meant], facts: { written, meant }, severity }]
}

/** Forms that recur are advice only. */
function withoutDeliberate(matches: readonly Match[], document: Document): Match[] {
  const known = new Map<string, boolean>()
  return matches.map((match) => {
    if (match.severity === 'info') return match
    const { start, end } = match.span
    const form = match.segment.text.slice(Math.max(0, start - 1), end + 1)
    const isMeant = known.get(form) ?? isDeliberate(form, document)
    known.set(form, isMeant)
    return isMeant ? { ...match, severity: 'info' } : match
  })
}

/** Whether the character stands between the same neighbours throughout the document. */
function isDeliberate(form: string, document: Document): boolean {
  let times = 0
  for (const { said } of gather(document, `deliberate ${form}`, ({ text }) => timesIn(text, form))) times += said
  return times >= deliberate
}

/** How often the form stands in the text; undefined when it does not. */
function timesIn(text: string, form: string): number | undefined {
  let times = 0
  for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + 1)) times++
  return times === 0 ? undefined : times
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
