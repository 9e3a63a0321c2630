import type { ModelProvider } from '../model/language-model.ts'
import type { Directive, Document, IsoDate, Link, Problem, Segment } from './draft.ts'
import type { Match } from './finding.ts'
import type { Rule, Rulebook } from './rule.ts'
import type { Timing } from './timing.ts'

/** Cuts text into words. Implementations: Intl.Segmenter here, nodejieba in @kanwu/node. */
export interface Segmenter {
  readonly name: string
  /** The words of `text` in order; their concatenation is `text`. */
  cut(text: string): readonly string[]
  /** Of each offset in `text` whether it lies inside a word, where that is told sooner than all words are. */
  areInWords?(text: string, offsets: readonly number[]): readonly boolean[]
}

/** What a matcher is given at each check. */
export interface Reading {
  readonly document: Document
  readonly segmenter: Segmenter
  /** Counts of the language, read by the host when first asked for; absent where there are none. */
  readonly model?: ModelProvider
  /** The host's stopwatch, for matchers whose rules take time each on its own. */
  readonly timing?: Timing
}

/** Finds matches. Built once from the rulebook, used for many documents, holds no state between them. */
export interface Matcher {
  readonly kind: string
  /**
   * `segment`: `find` looks at each of the given segments alone, so an editor may ask about changed ones only; a match
   * then names no other segment, and no stretch of the source.
   * `document`: what it finds depends on other segments too.
   */
  readonly reach: 'segment' | 'document'
  /** Matches of one layer cover each other; layers do not touch. */
  readonly layer: 'wording' | 'form' | 'privacy' | 'links' | 'typos'
  /** Neighbours of one company are asked of a draft one right after the other: they share what they read it as. */
  readonly company?: string
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
