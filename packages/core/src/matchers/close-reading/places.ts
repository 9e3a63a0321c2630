import { encodedSize, firstCharacter, kind, margin } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import { usualness, usualnessOf } from '../../model/usual-pairs.ts'
import type { PairBits } from '../pair-bits.ts'

/** Why two characters side by side, or one, want a closer look; the sum of these. */
export const doubt = {
  /** Both are known, and it is not certain that they stand in the right order. */
  order: 1,
  /** Both are known, and they are no usual pair. */
  pair: 2,
  /** A listed word may begin here. */
  word: 4,
  /** Of a single character: the pairs that it makes do not vouch for it. */
  character: 8,
} as const

/** What is asked of a text: all doubts that count, and where listed words may begin. */
export interface PlaceSettings {
  readonly model: LanguageModel
  readonly doubts: number
  readonly words: PairBits
}

/**
 * Where a text wants a closer look. One pass reads each pair of neighbours once for all who ask the language model; what
 * it found lasts until the next text is read, in room that all texts share.
 */
export class Places {
  text = ''
  /** The text's numbers as `encode` lays them out; whoever writes over one puts it back. */
  ids: Uint16Array = new Uint16Array(0)
  /** Characters that usual pairs do not vouch for, as places in the text, ascending: {@link characterCount} of them. */
  characters: Int32Array = new Int32Array(0)
  characterCount = 0
  /** The first of each two characters that are in doubt, ascending: {@link pairCount} of them. */
  pairs: Int32Array = new Int32Array(0)
  /** Why each pair of {@link pairs} is in doubt. */
  doubts: Uint8Array = new Uint8Array(0)
  pairCount = 0

  /** Reads a text. */
  read(text: string, settings: PlaceSettings): void {
    const size = encodedSize(text)
    if (this.ids.length < size) this.#grow(2 * size)
    this.text = text
    this.characterCount = 0
    this.pairCount = 0
    this.#pass(text, settings)
    this.ids.fill(kind.boundary, text.length + margin, size)
  }

  /** Everything in one loop without calls that remain: each character of each text comes here. */
  #pass(text: string, { model, doubts, words }: PlaceSettings): void {
    const { ids } = this
    const numbers = model.characters.ids
    const { usual } = model
    let leftUnit = 0
    let left: number = kind.boundary
    let before = 0
    let isFirst = true
    // Behind the last unit is a boundary.
    for (let at = 0; at <= text.length; at++) {
      const unit = at < text.length ? text.charCodeAt(at) : 0
      const id = numbers[unit]!
      ids[at + margin] = id
      const said = left === kind.boundary || id === kind.boundary ? 0 : usualnessOf(usual, left, id)
      if (left >= kind.unknown) {
        const isVouchedFor = before === usualness.vouches || said === usualness.vouches || (before !== 0 && said !== 0)
        const isAlone = isFirst && id === kind.boundary
        if (!isVouchedFor && !isAlone) this.characters[this.characterCount++] = at - 1
        if (id >= kind.unknown) {
          let found = words.hasPair(leftUnit, unit) ? doubt.word : 0
          if (said < usualness.ordered && left >= firstCharacter && id >= firstCharacter)
            found |= said === 0 ? doubt.order | doubt.pair : doubt.order
          if ((found & doubts) !== 0) {
            this.pairs[this.pairCount] = at - 1
            this.doubts[this.pairCount++] = found & doubts
          }
        }
      }
      isFirst = left === kind.boundary
      left = id
      leftUnit = unit
      before = said
    }
  }

  #grow(size: number): void {
    this.ids = new Uint16Array(size)
    this.characters = new Int32Array(size)
    this.pairs = new Int32Array(size)
    this.doubts = new Uint8Array(size)
  }
}
