import type { ExemptionReason, IsoDate, Segment, SegmentSpan, Severity } from '../../types.ts'
import type { Reply } from './reply.ts'

/** Something wrong with a reply; `fault` chooses the rule. */
export interface ReplyFault {
  readonly fault: string
  readonly segment: Segment
  readonly span: SegmentSpan
  readonly right?: readonly string[]
  readonly severity?: Severity
  readonly facts?: Readonly<Record<string, string>>
  readonly exempt?: ExemptionReason
}

/** Looks for one family of faults. */
export type FaultTest = (reply: Reply) => ReplyFault[]

/**
 * `fault` as it stands on the reply's own day: right before `from`, so exempt then, and exempt when the day is unknown.
 */
export function since(from: IsoDate, reply: Reply, fault: ReplyFault): ReplyFault {
  return reply.day !== 'unknown' && reply.day >= from ? fault : { ...fault, exempt: 'date' }
}
