import { margin } from '../../model/character-table.ts'
import type { Places } from '../close-reading/places.ts'

/** Places that are remembered: 2 to the power of this. */
const memoryBits = 14

/**
 * Surroundings in which a character was found right: names and terms that a model does not know come again and again in
 * a draft and in a publisher's archive. Two of 45 bits of hash are taken for one another; at that rate nothing is lost.
 */
export class InnocentPlaces {
  /** The score that was asked for when the places were looked at. */
  #least = Number.NaN
  readonly #kept: Int32Array = new Int32Array(1 << memoryBits)
  #slot = 0
  #tag = 0

  /** Forgets everything that was remembered while another score was asked for. */
  ask(least: number): void {
    if (least === this.#least) return
    this.#least = least
    this.#kept.fill(0)
  }

  /** Whether the surroundings of a place are remembered: the characters that runs of four around it reach. */
  has({ ids, text }: Pick<Places, 'ids' | 'text'>, place: number): boolean {
    // Characters without a number of their own still have lists of their own.
    let hash = text.charCodeAt(place - margin)
    let other = hash
    for (let at = place - 3; at <= place + 3; at++) {
      hash = Math.imul(hash ^ ids[at]!, 0x9e3779b1)
      hash ^= hash >>> 15
      other = Math.imul(other, 0x01000193) + ids[at]!
    }
    this.#slot = hash & ((1 << memoryBits) - 1)
    this.#tag = Math.imul(other ^ hash, 0x85ebca6b) | 1
    return this.#kept[this.#slot] === this.#tag
  }

  /** Remembers the surroundings that were last asked about. */
  keep(): void {
    this.#kept[this.#slot] = this.#tag
  }
}
