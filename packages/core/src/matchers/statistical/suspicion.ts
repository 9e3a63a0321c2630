import type { Confusion } from '../../model/confusions.ts'

/** A character that another one would fit far better, with all that was seen on both sides. */
export interface Suspicion {
  /** Where the character stands, UTF-16 units from the start of the text. */
  readonly at: number
  readonly written: string
  readonly meant: string
  /** How the two are confused. */
  readonly confusion: Confusion
  /** How much likelier the text becomes, read forward, read backward, and cut into words; natural logarithms. */
  readonly gain: { readonly forward: number; readonly backward: number; readonly words: number }
  /** The word that holds the character in the likeliest cut, before and after. */
  readonly before: WordSeen
  readonly after: WordSeen
  /** Counts of the best-known run of one, two, three and four characters that holds the character. */
  readonly seenBefore: readonly number[]
  readonly seenAfter: readonly number[]
  /** How far ahead of the next-best character, or of leaving it alone. */
  readonly lead: number
  /** Han characters to the left and right without a break, counted up to 7. */
  readonly left: number
  readonly right: number
  /** Pairs of neighbouring characters nearby that are themselves unknown. */
  readonly strangePairs: number
  /** ln of the probability of the character written and of the one meant. */
  readonly commonness: { readonly written: number; readonly meant: number }
}

/** A word in the likeliest cut: its length, ln of its probability, and the number of words in the cut. */
export interface WordSeen {
  readonly length: number
  readonly probability: number
  readonly words: number
}
