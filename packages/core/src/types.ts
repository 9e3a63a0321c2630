import type { ModelProvider } from './model/language-model.ts'
import type { PreparedStore } from './rulebook/prepared.ts'

/**
 * The vocabulary. Plain readonly data, in the order it flows:
 *
 *   Source ─extract─► Document ─segments─► Segment ─find─► Match ─exempt─► Finding ─► FileReport
 *
 * Every offset in kanwu counts UTF-16 units from 0; lines and columns count from 1 and exist only at the edges.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string

/** The day a draft is judged by; `unknown` silences whatever depends on a date. */
export type DraftDate = IsoDate | 'unknown'

/** What is given to a checker: decoded text, how to read it, and what it is called. */
export interface Source {
  readonly text: string
  /** A format's name (`plain`, `markdown`, `html`); unknown names are read as plain text with a Problem. */
  readonly format: string
  readonly uri: string
  /** The day to judge by, whatever the document says. */
  readonly date?: DraftDate
  /** The day to judge by when neither `date` nor the document gives one; `unknown` when absent. */
  readonly dateOtherwise?: DraftDate
  /** By URL as the document writes it; absent when the host did not ask the network. */
  readonly answers?: Readonly<Record<string, LinkAnswer>>
}

/** What the network said of a link that something is wrong with. */
export interface LinkAnswer {
  /** `dead`: nothing answers. `moved`: another site answers. `certificate`: the site cannot prove who it is. */
  readonly fault: 'dead' | 'moved' | 'certificate'
  /** For people: the status, the other site's host, what is wrong with the certificate. */
  readonly detail: string
}

/** A half-open stretch `[start, end)` in the text that `Space` names. Spans of different spaces do not mix. */
export interface Span<Space extends string> {
  readonly start: number
  readonly end: number
  /** Exists for the compiler only; never set. */
  readonly space?: Space
}

/** A stretch of the source text. */
export type DocumentSpan = Span<'document'>

/** A stretch of one segment's text. */
export type SegmentSpan = Span<'segment'>

/** Where in a document a segment stands. */
export type Scope = 'prose' | 'heading' | 'cell' | 'title' | 'attribute' | 'metadata' | 'link' | 'hidden'

/** Maps a segment's offsets to the source; built by formats, kept as pieces, never by searching. */
export interface OffsetMap {
  /** The stretch of the source that `span` was read from, from its first character to its last. */
  toDocument(span: SegmentSpan): DocumentSpan
  /** Whether nothing lies between the characters of `span` in the source and none of them was decoded. */
  isVerbatim(span: SegmentSpan): boolean
}

/** One paragraph, heading, cell or attribute as a reader sees it: markup gone, entities decoded. */
export interface Segment {
  readonly index: number
  readonly text: string
  readonly scope: Scope
  readonly map: OffsetMap
  /** Cells of one table share `table`; rows and columns count from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  /** Headings: 1–6. List items: the number or bullet stands in `marker`. */
  readonly level?: number
  readonly marker?: string
}

/** A link or an address that the markup carries beside its visible text. */
export interface Link {
  readonly url: string
  readonly span: DocumentSpan
  /** The text a reader sees, and the segment it stands in; absent for images and bare attributes. */
  readonly text?: string
}

/** A comment in the document that speaks to kanwu: `kanwu-disable-next-line rule-id -- reason`. */
export interface Directive {
  readonly action: 'disable' | 'enable' | 'disable-next-line'
  /** Rule ids or categories; empty means all. */
  readonly rules: readonly string[]
  readonly reason?: string
  readonly span: DocumentSpan
}

/** Something that kept a part of the input from being read or checked as asked. */
export interface Problem {
  readonly message: string
  /** `partial`: the rest was checked. `unread`: nothing was. `note`: all was checked. */
  readonly effect: 'note' | 'partial' | 'unread'
  readonly span?: DocumentSpan
}

/** A source, read. */
export interface Document {
  readonly source: Source
  readonly segments: readonly Segment[]
  readonly links: readonly Link[]
  readonly directives: readonly Directive[]
  readonly problems: readonly Problem[]
  /** The day the draft is judged by. */
  readonly date: DraftDate
}

/** error: an inspection would count it. warning: a person must look. info: house style or advice. */
export type Severity = 'error' | 'warning' | 'info'

/** safe: may be applied unasked. suggested: a person chooses. */
export type Safety = 'safe' | 'suggested'

/** Where a rule's wording is printed. `source` is an id of sources.yaml; `at` names the clause or page. */
export interface Citation {
  readonly source: string
  readonly at?: string
}

/** From the first day (inclusive) to the last (exclusive); an open side has no limit. */
export interface Period {
  readonly from?: IsoDate
  readonly until?: IsoDate
}

/**
 * What makes a matched stretch right after all.
 * `quotation`, `book-title`, `document-number` and `history` are named contexts (see exemptions/allowance.ts);
 * `before`/`after` must touch the match; `within` is a longer phrase that holds it; `sentence` stands anywhere in its sentence.
 */
export type Allowance =
  | 'quotation'
  | 'book-title'
  | 'document-number'
  | 'history'
  | { readonly before: readonly string[] }
  | { readonly after: readonly string[] }
  | { readonly within: readonly string[] }
  | { readonly sentence: readonly string[] }

/** One rule of the rulebook: what is wrong, why, by which source, and what to write instead. */
export interface Rule {
  /** `field/name`, e.g. `leaders/general-secretary-truncated`; stable, never reused. */
  readonly id: string
  /** The field: the first folder under rules/. */
  readonly category: string
  readonly topic: string
  /** The matcher's kind. */
  readonly detect: string
  /** The matcher's settings, validated by it. */
  readonly with: Readonly<Record<string, unknown>>
  readonly wrong: readonly string[]
  readonly right: readonly string[]
  /** May hold `{name}` places that a match's facts fill. */
  readonly message: string
  readonly why: string
  readonly severity: Severity
  readonly fix: Safety | 'none'
  readonly valid: Period
  readonly scopes: readonly Scope[]
  readonly allow: readonly Allowance[]
  /** Reject a match that cuts a word in two, by segmentation. */
  readonly wholeWord: boolean
  readonly sources: readonly Citation[]
  readonly status: 'stable' | 'trial'
  readonly examples: Examples
}

/** The sentences that prove a rule; the test runner puts each through the whole pipeline. */
export interface Examples {
  readonly hit: readonly HitExample[]
  readonly miss: readonly MissExample[]
  readonly gap: readonly GapExample[]
}

interface Example {
  readonly text: string
  readonly date?: DraftDate
  readonly format?: string
}

/** Must be found; `fixed` is the text after the first suggestion. */
export interface HitExample extends Example {
  readonly fixed?: string
}

/** Must stay silent: exempted for the named reason, or never matched (`no-match`). */
export interface MissExample extends Example {
  readonly because: ExemptionReason | 'no-match'
}

/** An accepted miss, with its reason; its test fails on the day it is caught. */
export interface GapExample extends Example {
  readonly because: string
}

/** A table of rules/catalogs, as strings; each matcher reads its own columns. */
export interface Catalog {
  readonly name: string
  readonly title: string
  readonly asOf: IsoDate
  /** Ids of sources.yaml that hold for every row. */
  readonly sources: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** A standard, law, decree or notice, as sources.yaml has it. */
export interface PublishedSource {
  readonly id: string
  readonly title: string
  readonly issuer: string
  readonly date?: IsoDate
  readonly url?: string
}

/** Everything a checker knows: pure data, as parsed from rules/ or read from a snapshot. */
export interface Rulebook {
  readonly version: string
  readonly asOf: IsoDate
  readonly rules: readonly Rule[]
  readonly sources: Readonly<Record<string, PublishedSource>>
  readonly catalogs: Readonly<Record<string, Catalog>>
  /** Matchers' tables made beforehand, when the host keeps a snapshot. */
  readonly prepared?: PreparedStore
}

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

/** Cuts text into words. Implementations: Intl.Segmenter here, nodejieba in @kanwu/node. */
export interface Segmenter {
  readonly name: string
  /** The words of `text` in order; their concatenation is `text`. */
  cut(text: string): readonly string[]
}

/** What a matcher is given at each check. */
export interface Reading {
  readonly document: Document
  readonly segmenter: Segmenter
  /** Counts of the language, read by the host when first asked for; absent where there are none. */
  readonly model?: ModelProvider
}

/** Finds matches. Built once from the rulebook, used for many documents, holds no state between them. */
export interface Matcher {
  readonly kind: string
  /**
   * `segment`: `find` looks at each of the given segments alone, so an editor may ask about changed ones only.
   * `document`: what it finds depends on other segments too.
   */
  readonly reach: 'segment' | 'document'
  /** Matches of one layer cover each other; layers do not touch. */
  readonly layer: 'wording' | 'form' | 'privacy' | 'links' | 'typos'
  /** Never throws, whatever the text. */
  find(reading: Reading, segments: readonly Segment[]): Match[]
}

/** A kind of matcher: the one thing a file under matchers/ exports. */
export interface MatcherKind {
  readonly kind: string
  /**
   * Builds one matcher for all rules of this kind, or nothing when there are none.
   * @throws RulebookError when a rule's settings or a catalog it names are wrong.
   */
  compile(rules: readonly Rule[], rulebook: Rulebook): Matcher | undefined
  /** A JSON Schema for the rule's `with`; rules of this kind may have none when it is absent. */
  readonly settings?: object
}

/** Reads one kind of text: the one thing a file under formats/ exports. */
export interface Format {
  readonly name: string
  /** File name endings without the dot. */
  readonly extensions: readonly string[]
  /** Never throws; odd input gives fewer segments and a Problem. */
  extract(text: string): Extraction
}

/** What a format makes of a text. */
export interface Extraction {
  readonly segments: readonly Segment[]
  readonly links: readonly Link[]
  readonly directives: readonly Directive[]
  readonly problems: readonly Problem[]
  /** The date that the document itself gives (front matter, meta). */
  readonly date?: IsoDate
}
