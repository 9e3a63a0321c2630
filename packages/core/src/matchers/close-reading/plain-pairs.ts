import type { LanguageModel } from '../../model/language-model.ts'
import { pairDoubts } from './places.ts'
import type { Question } from './question.ts'

/** Pairs that are remembered: 2 to the power of this, two bytes each, which stay in the processor's cache. */
const memoryBits = 16

/** Bits of a pair that stand in its slot: those that do not choose it, and the one by which two slots differ. */
const tagBits = 0x7ff

/** Set in every slot that was written. */
const written = 1 << 15

/**
 * Pairs of characters that are sound wherever they stand, by what the model counts of the two alone: of the pairs of
 * any text that are not usual these are most. Of a pair's 26 bits the first fifteen choose two slots side by side and
 * the others stand in one of them, so that none is taken for another.
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
    const tag = written | ((pair & tagBits) << 4)
    const kept = this.#kept[slot]!
    if ((kept & ~pairDoubts) === tag) return kept & pairDoubts
    const beside = this.#kept[slot ^ 1]!
    if ((beside & ~pairDoubts) === tag) return beside & pairDoubts
    const dispelled = this.#ask(left, right)
    const taken = kept === 0 ? slot : beside === 0 ? slot ^ 1 : slot ^ (pair & 1)
    this.#kept[taken] = tag | dispelled
    return dispelled
  }

  #ask(left: number, right: number): number {
    let dispelled = 0
    for (const question of this.#questions) {
      if (question.isPlain!(left, right, this.#model)) dispelled |= question.doubts & pairDoubts
    }
    return dispelled
  }
}
