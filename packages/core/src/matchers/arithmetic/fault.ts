import type { Document, Related, Segment, SegmentSpan, Severity } from '../../types.ts'

/** Figures that do not agree: where, what to write if that is certain, and the words that a rule's message takes. */
export interface FigureFault {
  readonly span: SegmentSpan
  readonly right?: readonly string[]
  readonly facts: Readonly<Record<string, string>>
  readonly related?: readonly Related[]
  /** Where it is less sure than the rule says. */
  readonly severity?: Severity
}

/** Looks at the figures of one segment; the document is there for checks over tables. */
export type FigureCheck = (segment: Segment, document: Document) => readonly FigureFault[]

/** Nothing is wrong: one list for all segments. */
export const NO_FAULT: readonly FigureFault[] = []
