import type { PreparedStore } from '../rulebook/prepared.ts'
import type { DraftDate, IsoDate, Scope } from './draft.ts'
import type { ExemptionReason } from './finding.ts'

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
