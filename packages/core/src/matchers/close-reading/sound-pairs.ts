import { kind, margin } from '../../model/character-table.ts'
import { type Places, pairDoubts } from './places.ts'
import { slotFor } from './tag-slots.ts'

/** Surroundings that are remembered: 2 to the power of this, four bytes each. */
const memoryBits = 15

/** How many Han characters to each side an answer may rest on. */
const farthest = 7

/**
 * Pairs of characters that were looked at closely, with two characters to each side, and found sound: the words and
 * terms of a draft and of a publisher come again and again. The doubts that were dispelled stand in the low bits of a
 * slot, and above them what tells the surroundings apart. Two surroundings in 2^43 are taken for one another; at that
 * rate nothing is lost.
 */
export class SoundPairs {
  readonly #kept: Int32Array = new Int32Array(1 << memoryBits)
  /** Where the surroundings that were last asked about would be kept, and as what. */
  #slot = 0
  #tag = 0

  /** The doubts about the pair at `at` that were dispelled where it stood in the same surroundings before. */
  dispelled(places: Places, at: number): number {
    this.#find(places, at)
    const kept = this.#kept[this.#slot]!
    return (kept & ~pairDoubts) === this.#tag ? kept & pairDoubts : 0
  }

  /** Notes the surroundings that were last asked about as those of the pair `index` of the list. */
  hold({ slots, tags }: Places, index: number): void {
    slots[index] = this.#slot
    tags[index] = this.#tag
  }

  /** Remembers that a doubt about the pair `index` was dispelled by the pair itself and two characters to each side. */
  keep({ slots, tags }: Places, index: number, doubt: number): void {
    const slot = slots[index]!
    const tag = tags[index]!
    const kept = this.#kept[slot]!
    this.#kept[slot] = (kept & ~pairDoubts) === tag ? kept | doubt : tag | doubt
  }

  /** Whether an answer about the pair at `at` was the same where the Han characters around were, {@link farthest} to each side. */
  isKeptFar(places: Places, at: number, question: number): boolean {
    this.#findFar(places, at, question)
    return this.#kept[this.#slot] === this.#tag
  }

  /** Remembers the answer to the question that {@link isKeptFar} was last asked. */
  keepFar(): void {
    this.#kept[this.#slot] = this.#tag
  }

  #findFar(places: Places, at: number, question: number): void {
    this.#find(places, at)
    const { ids } = places
    const place = at + margin
    let slot = this.#tag + question
    let tag = this.#tag
    for (let one = place - 1; one >= place - farthest && ids[one]! >= kind.unknown; one--) {
      slot = Math.imul(slot ^ ids[one]!, 0x9e3779b1)
      tag = Math.imul(tag, 0x01000193) + ids[one]!
    }
    slot = Math.imul(slot ^ (slot >>> 15), 0x85ebca6b)
    for (let one = place + 2; one <= place + 1 + farthest && ids[one]! >= kind.unknown; one++) {
      slot = Math.imul(slot ^ ids[one]!, 0x9e3779b1)
      tag = Math.imul(tag, 0x01000193) + ids[one]!
    }
    // Never 0, as a slot is that was never written.
    this.#tag = (tag ^ (slot >>> 3)) | pairDoubts
    this.#slot = slotFor(this.#kept, slot >>> (32 - memoryBits), this.#tag)
  }

  /** Two hashes of the surroundings. The pair counts by its units: words of characters without a number are listed too. */
  #find({ text, ids }: Places, at: number): void {
    const place = at + margin
    const before = (ids[place - 2]! << 13) | ids[place - 1]!
    const pair = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
    const behind = (ids[place + 2]! << 13) | ids[place + 3]!
    let slot = Math.imul(before, 0x9e3779b1) ^ pair
    slot = Math.imul(slot ^ (slot >>> 15), 0x85ebca6b) ^ behind
    slot = Math.imul(slot ^ (slot >>> 13), 0xc2b2ae35)
    let tag = Math.imul(pair, 0x2c1b3c6d) + behind
    tag = Math.imul(tag ^ (tag >>> 16), 0x297a2d39) + before
    tag = Math.imul(tag ^ (tag >>> 14), 0x85ebca77)
    this.#tag = (tag ^ slot) & ~pairDoubts
    this.#slot = slotFor(this.#kept, slot >>> (32 - memoryBits), this.#tag)
  }
}
