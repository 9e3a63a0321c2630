import type { Citation, Period } from '../../types.ts'

/** A right wording, as the engine matches it. Plain data: it can be written to a snapshot. */
export interface Form {
  /** As it is suggested, with its quote marks and punctuation. */
  readonly text: string
  /** Without marks; 4–40 characters. */
  readonly skeleton: string
  /** Whether commas or list marks stand inside it. */
  readonly hasMarks: boolean
  /** Words (skeletons) that stand before or after the form and so vouch for a change of its first or last character. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly period: Period
  readonly citations: readonly Citation[]
  /** Which rules of the matcher guard it, by their places. */
  readonly rules: readonly number[]
}

/** Changes that a wording of so many characters may have and still be recognised: 1 below 6, 2 below 16, then one more for each 12. */
export function budgetOf(length: number): number {
  if (length < 6) return 1
  if (length < 16) return 2
  return Math.min(4, 3 + Math.floor((length - 16) / 12))
}

/** Where a form's pieces begin; as many pieces as changes plus one, so that one of them is always left whole. */
export function pieceStarts(length: number): readonly number[] {
  const count = budgetOf(length) + 1
  return Array.from({ length: count + 1 }, (_, i) => Math.floor((i * length) / count))
}
