import type { LanguageModel } from '../../model/language-model.ts'
import type { Question } from './question.ts'

/** Pairs that are remembered: 2 to the power of this, two bytes each, which stay in the processor's cache. */
const memoryBits = 16

/** Bits of a slot that say which doubts are dispelled. */
const doubtBits = 0b111

/** Set in every slot that was written. */
const written = 1 << 15

/**
 * Pairs of characters that are sound wherever they stand, by what the model counts of the two alone: of the pairs of
 * any text that are not usual these are most. Of a pair's 26 bits sixteen choose the slot and ten stand in it, so that
 * none is taken for another; in one slot the pair that was asked for last stands.
 */
export class PlainPairs {
  readonly #model: LanguageModel
  readonly #questions: readonly Pick<Question<never>, 'doubts' | 'isPlain'>[]
  readonly #kept: Uint16Array = new Uint16Array(1 << memoryBits)

  constructor(model: LanguageModel, questions: readonly Pick<Question<never>, 'doubts' | 'isPlain'>[]) {
    this.#model = model
    this.#questions = questions.filter(({ isPlain }) => isPlain !== undefined)
  }

  /** The doubts about two characters, given by their numbers, that their neighbours have no say in. */
  dispelled(left: number, right: number): number {
    // An odd factor keeps different pairs different.
    const pair = Math.imul((left << 13) | right, 0x9e3779b1) & 0x3ff_ffff
    const slot = pair >>> (26 - memoryBits)
    const tag = written | ((pair & 0x3ff) << 3)
    const kept = this.#kept[slot]!
    if ((kept & ~doubtBits) === tag) return kept & doubtBits
    const dispelled = this.#ask(left, right)
    this.#kept[slot] = tag | dispelled
    return dispelled
  }

  #ask(left: number, right: number): number {
    let dispelled = 0
    for (const question of this.#questions) {
      if (question.isPlain!(left, right, this.#model)) dispelled |= question.doubts & doubtBits
    }
    return dispelled
  }
}
