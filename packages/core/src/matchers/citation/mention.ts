import type { NearLaw, Resolution } from '../../laws/law-index.ts'
import type { Segment, SegmentSpan } from '../../types.ts'
import type { CitedArticle } from './articles.ts'
import type { AskedNames, OpenTitle } from './known-names.ts'
import type { Verdict } from './verdict.ts'

/** One place where a text names a law, or seems to. */
export interface LawMention {
  readonly segment: Segment
  /** Of the title, without its marks. */
  readonly span: SegmentSpan
  readonly text: string
  /** Between book-title marks. */
  readonly marked: boolean
  /** Inside another title. */
  readonly nested: boolean
  /** What it names; absent when it names nothing known. */
  readonly resolution?: Resolution | undefined
  /** What it may mean when it names nothing known. */
  readonly near: readonly NearLaw[]
  readonly articles: readonly CitedArticle[]
  /** A short name that the text itself defined, or that an earlier full title explains. */
  readonly introduced: boolean
  /** The first time that the document names this law. */
  readonly first: boolean
  /** The title runs over two lines, and `span` holds the part in `segment`. */
  readonly broken: boolean
}

/** A known title with one of its marks missing. `span` holds title and mark. */
export interface UnpairedTitle {
  readonly segment: Segment
  readonly span: SegmentSpan
  readonly title: string
}

/** What was read in a segment that speaks of law, and what was said of it, while its words stay. */
export interface ReadingMemory {
  read?: SegmentMentions
  judged?: JudgedMentions
}

/** Mentions, those of them that clean-ups list, and what was said of them. */
interface JudgedMentions {
  readonly laws: readonly LawMention[]
  readonly cleanUps: readonly LawMention[]
  readonly verdicts: readonly Verdict[]
}

/** The mentions that were met in one segment; the first may stand in the segment before. */
export interface MentionGroup {
  readonly laws: readonly LawMention[]
  readonly memory: ReadingMemory
}

/** What the citations of a document are, in reading order. */
export interface Mentions {
  readonly groups: readonly MentionGroup[]
  readonly unpaired: readonly UnpairedTitle[]
}

/** A mention that may turn out to be the first of its law. */
export type ReadMention = LawMention & { asFirst?: LawMention | undefined }

/** A mention as it is read, property by property: a copy that is spread takes longer than reading the mention. */
export function mentionOf(read: Omit<LawMention, 'first'>, first: boolean): ReadMention {
  return {
    segment: read.segment,
    span: read.span,
    text: read.text,
    marked: read.marked,
    nested: read.nested,
    resolution: read.resolution,
    near: read.near,
    articles: read.articles,
    introduced: read.introduced,
    first,
    broken: read.broken,
    asFirst: undefined,
  }
}

/** What one segment holds, and what of the rest of the document that rests on. */
export interface SegmentMentions {
  readonly laws: readonly ReadMention[]
  readonly unpaired: readonly UnpairedTitle[]
  readonly open: OpenTitle | undefined
  readonly asked: AskedNames
}
