import { encodedSize, firstCharacter, kind, margin } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import { usualness, usualnessOf } from '../../model/usual-pairs.ts'
import type { PairBits } from '../pair-bits.ts'
import type { Passage } from './passage.ts'

/** Why two characters side by side, or one, want a closer look; the sum of these. */
export const doubt = {
  /** Both are known, and it is not certain that they stand in the right order. */
  order: 1,
  /** Both are known, and it is not certain that none is missing between them. */
  gap: 2,
  /** Both are known, and they are no usual pair. */
  pair: 4,
  /** A listed word may begin here. */
  word: 8,
  /** Of a single character: the pairs that it makes do not vouch for it. */
  character: 16,
} as const

/** The bits of all doubts about pairs. */
export const pairDoubts = 0b1111

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
  /** Where the surroundings of each pair are kept once it was found sound, and as what; see SoundPairs. */
  slots: Int32Array = new Int32Array(0)
  tags: Int32Array = new Int32Array(0)
  /** Which segments the text is made of, where it is not a single one's. */
  #passage: Passage | undefined

  /** Reads a text, or that of a passage. */
  read(text: string, settings: PlaceSettings, passage?: Passage): void {
    this.#passage = passage
    const size = encodedSize(text)
    if (this.ids.length < size) this.#grow(2 * size)
    this.text = text
    this.characterCount = 0
    this.pairCount = 0
    this.#pass(text, settings)
    this.ids.fill(kind.boundary, text.length + margin, size)
  }

  /** A copy that lasts, no larger than it must be. */
  copied(): Places {
    const { text, characterCount, pairCount } = this
    const places = new Places()
    places.text = text
    places.ids = this.ids.slice(0, encodedSize(text))
    places.characters = this.characters.slice(0, characterCount)
    places.characterCount = characterCount
    places.pairs = this.pairs.slice(0, pairCount)
    places.doubts = this.doubts.slice(0, pairCount)
    places.slots = this.slots.slice(0, pairCount)
    places.tags = this.tags.slice(0, pairCount)
    places.pairCount = pairCount
    places.#passage = this.#passage
    return places
  }

  /** The text of the segment that a place belongs to, and the place in it: for who looks far around. */
  inSegment(at: number): { readonly text: string; readonly at: number } {
    if (this.#passage === undefined) return { text: this.text, at }
    const { segment, at: place } = this.#passage.whereIs(at)
    return { text: segment.text, at: place }
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
            found |= said === 0 ? doubt.order | doubt.gap | doubt.pair : doubt.order | doubt.gap
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
    this.slots = new Int32Array(size)
    this.tags = new Int32Array(size)
  }
}
