import { asciiForm } from '../../privacy/ascii.ts'
import { type DigitWindow, digitWindows } from '../../privacy/digit-runs.ts'
import type { DivisionCodes } from '../../privacy/divisions.ts'
import { recall } from '../../text/recall.ts'
import type { Document, ExemptionReason, IsoDate, Related, Segment, SegmentSpan, Severity } from '../../types.ts'
import { type Label, labelsIn } from './labels.ts'
import { type Surroundings, surroundingsAt } from './surroundings.ts'
import type { Table } from './tables.ts'

/** What a detector sees of one segment. */
export interface Page {
  readonly segment: Segment
  /** The segment's text with full-width digits, letters, blanks and hyphens as ASCII; same offsets. */
  readonly ascii: string
  readonly windows: readonly DigitWindow[]
  readonly table: Table | undefined
  /** The short lines before this one, nearest first: a contact block has a line for each item. */
  readonly linesBefore: readonly string[]
  readonly whole: Whole
  /** The labels in the text, in reading order; read when something is found beside them. */
  labels(): readonly Label[]
  surroundings(span: SegmentSpan): Surroundings
}

/** What holds for the whole document. */
export interface Whole {
  readonly document: Document
  /** The draft's day, or the rulebook's where the draft has none. */
  readonly today: IsoDate
  readonly divisions: DivisionCodes
  /** The document answers a citizen's application. */
  readonly isReply: boolean
  /** What links show, in lower case: a mailbox that is shown is not told again of its `mailto:`. */
  readonly linkTexts: ReadonlySet<string>
}

/** A stretch that a detector takes for a person's data; `data` chooses the rule. */
export interface Sighting {
  readonly data: string
  readonly span: SegmentSpan
  readonly masked?: string
  readonly right?: readonly string[]
  readonly severity?: Severity
  readonly exempt?: ExemptionReason
  readonly facts?: Readonly<Record<string, string>>
  readonly related?: readonly Related[]
}

/** Finds one kind of personal data on a page. */
export type Detector = (page: Page) => Sighting[]

const CONTACT_LINES = 4
const LONGEST_LINE = 40

/** Prepares a segment for the detectors. */
export function pageOf(segment: Segment, table: Table | undefined, whole: Whole): Page {
  const page: Page = {
    segment,
    ...recall(segment, pageOf, () => readPage(segment.text)),
    table,
    linesBefore: linesBefore(segment, whole.document.segments),
    whole,
    surroundings: (span) => surroundingsAt(page, span),
  }
  return page
}

function readPage(text: string): Pick<Page, 'ascii' | 'windows' | 'labels'> {
  const ascii = asciiForm(text)
  let labels: readonly Label[] | undefined
  return {
    ascii,
    windows: digitWindows(ascii),
    labels() {
      labels ??= labelsIn(ascii)
      return labels
    },
  }
}

/** The short lines right before a segment, nearest first; none for cells. */
export function linesBefore(segment: Segment, segments: readonly Segment[]): string[] {
  const lines: string[] = []
  if (segment.cell !== undefined) return lines
  for (let i = segment.index - 1; i >= segment.index - CONTACT_LINES; i--) {
    const line = segments[i]
    if (line === undefined || line.cell !== undefined || line.text.length > LONGEST_LINE) break
    if (line.text.trim() !== '') lines.push(line.text)
  }
  return lines
}
