import { firstCharacter } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import { usualness, usualnessOf } from '../../model/usual-pairs.ts'

/** A text in which slips of several sorts are looked for: what they all ask of it is read once, when first asked for. */
export class PairedText {
  readonly text: string
  readonly #model: LanguageModel
  #doubtful: readonly number[] | undefined

  constructor(text: string, model: LanguageModel) {
    this.text = text
    this.#model = model
  }

  /** The first of each two neighbouring characters that are not certainly in the right order, as places in the text. */
  get doubtful(): readonly number[] {
    this.#doubtful ??= doubtfulPairs(this.text, this.#model)
    return this.#doubtful
  }
}

function doubtfulPairs(text: string, { characters, usual }: LanguageModel): readonly number[] {
  const { ids } = characters
  const found: number[] = []
  let left = 0
  for (let at = 0; at < text.length; at++) {
    const right = ids[text.charCodeAt(at)]!
    const areKnown = left >= firstCharacter && right >= firstCharacter
    if (areKnown && usualnessOf(usual, left, right) < usualness.ordered) found.push(at - 1)
    left = right
  }
  return found
}
