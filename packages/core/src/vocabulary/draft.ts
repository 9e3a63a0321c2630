import type { JointHit } from '../matchers/lexicon/joint-scan.ts'
import type { Gathering, SegmentMemory } from '../text/recall.ts'
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
  /** Equal for maps that differ by where they begin in the source; absent where nobody will compare. */
  readonly shape?: string
}

/**
 * One paragraph, heading, cell or attribute as a reader sees it: markup gone, entities decoded. What formats read has every
 * property from the beginning, if undefined: objects of one shape are read much sooner than those of many.
 */
export interface Segment {
  readonly index: number
  readonly text: string
  readonly scope: Scope
  readonly map: OffsetMap
  /** Cells of one table share `table`; rows and columns count from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number } | undefined
  /** Headings: 1–6. List items: the number or bullet stands in `marker`. */
  readonly level?: number | undefined
  readonly marker?: string | undefined
  /** What was found out about these words before; only while a draft is being edited. See text/recall.ts. */
  readonly memory?: SegmentMemory | undefined
  /** Which signs stand in the text, once somebody has asked. See text/traits.ts. */
  readonly traits?: number | undefined
  /** Which hints stand in the text, a bit each, read together with the traits. */
  readonly hints?: number | undefined
  readonly moreHints?: number | undefined
  /** Which listed forms stand in the text, once somebody has asked `scan`. See matchers/lexicon.ts. */
  readonly forms?: { readonly scan: object; readonly hits: readonly JointHit[] } | undefined
  /** What the language model finds wrong, once somebody has asked `reader`. See matchers/close-reading.ts. */
  readonly closeRead?: { readonly reader: object; readonly findings: readonly (readonly unknown[])[] } | undefined
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
  /** What the segments say; only while a draft is being edited. */
  readonly gathering?: Gathering
  /** What was found out about the whole of it, by asker. See text/per-document.ts. */
  readonly kept?: Map<object, unknown>
}
