import type { FileReport, Rulebook } from '@kanwu/core'
import type { Stats } from '../stats/stats.ts'

/** A file as it was checked; `text` is empty when it could not be read. */
export interface CheckedFile {
  readonly path: string
  readonly text: string
  readonly report: FileReport
}

/** What a reporter renders. */
export interface Rendering {
  readonly files: readonly CheckedFile[]
  readonly rulebook: Rulebook
  /** Show personal data in full. */
  readonly reveal: boolean
  /** Where the time went, when that was asked for; programs get it with the findings, people on stderr. */
  readonly stats?: Stats
  readonly terminal: { readonly colour: boolean; readonly columns: number }
}

/** Renders reports as the text of one output format. */
export type Reporter = (rendering: Rendering) => string
