import { RulebookError } from '../../rulebook/error.ts'
import { gatherAll } from '../../text/recall.ts'
import type { Matcher, MatcherKind, Reading, Related, Rule, Segment, SegmentSpan } from '../../types.ts'
import { thinCrowd } from './crowd.ts'

/** A place where a written norm is broken; `fault` is the name that a rule's `with.fault` asks for. */
export interface Fault {
  readonly fault: string
  readonly segment: Segment
  readonly span: SegmentSpan
  /** What to write there; the rule's own `right` when absent. */
  readonly right?: readonly string[]
  readonly facts?: Readonly<Record<string, string>>
  readonly related?: readonly Related[]
}

/** A family of faults that one look over the document finds together. */
export interface FaultFamily {
  readonly kind: string
  readonly faults: readonly string[]
  /** Whether `alone` could find anything in the segment; asked first, so it must be quick. All when absent. */
  concerns?(segment: Segment): boolean
  /** Faults that show in a segment by itself; asked with a reading of that one segment. Never throws. */
  alone?(reading: Reading): readonly Fault[]
  /** Faults that other segments have a part in, in any order; never throws. */
  survey?(reading: Reading): readonly Fault[]
}

/** How many findings of a rule a document bears before only the first stays loud. */
const DEFAULT_LIMIT = 3

/**
 * The matcher kind of a fault family. A rule names its fault in `with: {fault: …, limit: …}`; beyond `limit`
 * occurrences in a document the first one speaks for all (crowd.ts).
 */
export function faultKind(family: FaultFamily): MatcherKind {
  const { kind, faults, survey } = family
  return {
    kind,
    settings: {
      type: 'object',
      required: ['fault'],
      additionalProperties: false,
      properties: { fault: { enum: faults }, limit: { type: 'integer', minimum: 1 } },
    },
    compile(rules): Matcher | undefined {
      if (rules.length === 0) return undefined
      const owners = rules.map((rule) => ({ rule, wanted: faultOf(rule, faults) }))
      return {
        kind,
        reach: 'document',
        layer: 'form',
        find: (reading) => {
          const found = [...eachAlone(reading, family), ...(survey?.(reading) ?? [])]
          const matches = found.flatMap(({ fault, ...place }) =>
            owners.filter(({ wanted }) => wanted === fault).map(({ rule }) => ({ rule, ...place })),
          )
          return thinCrowd(matches, ({ with: { limit } }) => (typeof limit === 'number' ? limit : DEFAULT_LIMIT))
        },
      }
    },
  }
}

function eachAlone(reading: Reading, { alone, concerns = () => true }: FaultFamily): Fault[] {
  if (alone === undefined) return []
  // One reading for all: whoever looks at a segment alone keeps nothing of the document around it.
  const segments: Segment[] = []
  let single: Reading | undefined
  return gatherAll(reading.document, alone, (segment) => {
    if (!concerns(segment)) return NONE
    segments[0] = segment
    single ??= readingOf(reading, segments)
    return alone(single)
  })
}

function readingOf(reading: Reading, segments: readonly Segment[]): Reading {
  const { gathering: _, kept: __, ...document } = reading.document
  return { ...reading, document: { ...document, segments } }
}

const NONE: readonly Fault[] = []

function faultOf(rule: Rule, faults: readonly string[]): string {
  const { fault } = rule.with
  if (typeof fault === 'string' && faults.includes(fault)) return fault
  const hint = `可选：${faults.join('、')}`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message: `${rule.id} 的 with.fault 不对`, hint }])
}
