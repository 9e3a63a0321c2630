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

/**
 * Changes that a wording of so many characters may have and still be recognised: 1 below 6, 2 below 16, then one more
 * for each 12. In a crowd of short forms anything is near one of them by chance: there it is 1 below 8.
 */
export function budgetOf(length: number, crowded: boolean): number {
  if (length < 6 || (crowded && length < crowdedLength)) return 1
  if (length < 16) return 2
  return Math.min(4, 3 + Math.floor((length - 16) / 12))
}

/**
 * Where a form's pieces begin; as many pieces as changes plus one, so that one of them is always left whole. Of eight
 * characters the short piece is the middle one, which mostly lies across two words and so is rare.
 */
export function pieceStarts(length: number, budget: number): readonly number[] {
  const count = budget + 1
  return Array.from({ length: count + 1 }, (_, i) => Math.round((i * length) / count))
}

const crowdedLength = 8
const mostShort = 2_000

/** Whether the forms are so many of fewer than eight characters that common words put together come near one of them. */
export function isCrowded(forms: readonly Form[]): boolean {
  return forms.reduce((count, { skeleton }) => count + Number(skeleton.length < crowdedLength), 0) > mostShort
}
