import type { Citation, ExemptionReason, Period, Segment, SegmentSpan, Severity } from '../../types.ts'

/** What a citation rule looks for: the `check` of its `with`. */
export const checks = [
  'misspelt',
  'doubtful',
  'kind-word',
  'unknown',
  'named-kind',
  'abolished',
  'not-in-force',
  'article',
  'clause',
  'prefix-added',
  'prefix-missing',
  'marks-missing',
  'marks-unpaired',
] as const

/** One of `checks`. */
export type Check = (typeof checks)[number]

/** What is wrong with a mention of a law; becomes a Match of the rule for its check. */
export interface Verdict {
  readonly check: Check
  readonly segment: Segment
  readonly span: SegmentSpan
  readonly right?: readonly string[]
  readonly facts: Readonly<Record<string, string>>
  readonly severity?: Severity
  readonly valid?: Period
  readonly exempt?: ExemptionReason
  readonly fix?: 'none'
  /** The clause that makes it wrong; the rule's sources when absent. */
  readonly sources?: readonly Citation[]
}
