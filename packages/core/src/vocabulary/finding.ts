import type { DocumentSpan, DraftDate, Problem, Segment, SegmentSpan } from './draft.ts'
import type { Citation, Period, PublishedSource, Rule, Safety, Severity } from './rule.ts'

/** A stretch that a matcher found, before anyone asked whether it is right there. */
export interface Match {
  readonly rule: Rule
  readonly segment: Segment
  readonly span: SegmentSpan
  /** What to write instead of the stretch, best first; the rule's `right` when absent. */
  readonly right?: readonly string[]
  /** Fills the `{name}` places of the rule's message and why. */
  readonly facts?: Readonly<Record<string, string>>
  /** Context may change the rule's severity or safety; catalogs bring their own period and sources. */
  readonly severity?: Severity
  readonly fix?: Safety | 'none'
  readonly valid?: Period
  readonly sources?: readonly Citation[]
  readonly related?: readonly Related[]
  /** Personal data: the value as it may be shown. */
  readonly masked?: string
  /** Set by a matcher that has itself seen why the stretch is right. */
  readonly exempt?: ExemptionReason
  /** A stretch of the source that is not segment text (a link's target); the segment is then the nearest one. */
  readonly at?: DocumentSpan
}

/** Another place that explains a finding: the first mention, the partner, the contradicting figure. */
export interface Related {
  readonly segment: Segment
  readonly span: SegmentSpan
  readonly message: string
}

/**
 * Why a match is no finding. `date`: right on the draft's date. `scope`: the rule does not look there.
 * `allowed`: one of the rule's allowances. `mention`: the text talks about the error. `directive`: a comment says so.
 * `covered`: a longer or graver match has the stretch. `word`: the match cuts a word. `config`: the project's allow list.
 */
export type ExemptionReason = 'date' | 'scope' | 'allowed' | 'mention' | 'directive' | 'covered' | 'word' | 'config'

export interface Exempted {
  readonly match: Match
  readonly because: ExemptionReason
}

export interface Suggestion {
  readonly text: string
  readonly safety: Safety
  /** Absent where the stretch is broken by markup: then a person must edit. */
  readonly edit?: Edit
}

export interface Edit {
  readonly span: DocumentSpan
  readonly text: string
}

/** What a person is told: where, what, why, by which source, and what to write. */
export interface Finding {
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  readonly message: string
  readonly why: string
  /** The stretch as the reader sees it; masked when it is personal data. */
  readonly text: string
  readonly span: DocumentSpan
  /** Personal data: hosts show `text`, never the source's stretch, unless asked to reveal. */
  readonly personal: boolean
  readonly suggestions: readonly Suggestion[]
  readonly sources: readonly (PublishedSource & { readonly at?: string })[]
  readonly related: readonly { readonly span: DocumentSpan; readonly message: string }[]
  /** Stable under edits elsewhere; personal data does not enter it. */
  readonly fingerprint: string
}

/** An exempted match as hosts show it. */
export interface ExemptedFinding {
  readonly finding: Finding
  readonly because: ExemptionReason
}

/** All that is said of one source, in reading order. */
export interface FileReport {
  readonly uri: string
  readonly format: string
  readonly date: DraftDate
  readonly characters: number
  readonly problems: readonly Problem[]
  readonly findings: readonly Finding[]
  readonly exempted: readonly ExemptedFinding[]
  /** Where the document's links go, each URL once, for hosts that ask the network about them. */
  readonly links?: readonly string[]
}
