import type { LanguageModel } from '../../model/language-model.ts'
import type { PairBits } from '../pair-bits.ts'
import type { Places } from './places.ts'
import type { SoundPairs } from './sound-pairs.ts'

/** What one matcher asks the language model of the places of a text that want a closer look. */
export interface Question<Found extends Located> {
  /** Names the question within its rulebook. */
  readonly key: string
  /** The doubts that it looks into, as in `doubt`; it is asked only where there is one of them. */
  readonly doubts: number
  /** Where listed words may begin, for `doubt.word`; asked for when the first text is read. */
  words?(): PairBits
  /**
   * Whether two known characters side by side, given by their numbers, are sound whatever stands around them; then the
   * question is not asked of them. Told once for a pair, for all doubts of the question.
   */
  isPlain?(left: number, right: number, model: LanguageModel): boolean
  /** What is wrong in the places of a text. */
  find(places: Places, settings: QuestionSettings): readonly Found[]
}

/** What a question is answered by. */
export interface QuestionSettings {
  readonly model: LanguageModel
  /** Where a question says that a pair is sound, so that it is not asked again. */
  readonly sound: SoundPairs
}

/** Something found: where it begins, in the text of the places or in a segment. */
export interface Located {
  readonly at: number
}
