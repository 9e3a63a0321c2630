import type { Document, Related, Segment, SegmentSpan } from '../../types.ts'

/** A number that does not follow the one before, or does not keep its promise. */
export interface SequenceFault {
  readonly segment: Segment
  readonly span: SegmentSpan
  readonly facts: Readonly<Record<string, string>>
  readonly related?: readonly Related[]
}

/** Looks at the numbering of a whole document. */
export type SequenceCheck = (document: Document) => SequenceFault[]
