import { kind, margin } from '../../model/character-table.ts'
import type { Places } from '../close-reading/places.ts'

/** Places that are remembered: 2 to the power of this. */
const memoryBits = 15

/** How far the surroundings go to each side: what runs of four around a place reach, and what is cut into words. */
const reach = { near: 3, far: 7 } as const

/**
 * Surroundings in which a character was found right: names and terms that a model does not know come again and again in
 * a draft and in a publisher's archive. Two of 46 bits of hash are taken for one another; at that rate nothing is lost.
 */
export class InnocentPlaces {
  /** The score that was asked for when the places were looked at. */
  #least = Number.NaN
  readonly #kept: Int32Array = new Int32Array(1 << memoryBits)
  /** The hashes of the near and of the far surroundings of the place that was last asked about. */
  readonly #near: Surroundings = { slot: 0, tag: 0 }
  readonly #far: Surroundings = { slot: 0, tag: 0 }
  #hash = 0
  #other = 0

  /** Forgets everything that was remembered while another score was asked for. */
  ask(least: number): void {
    if (least === this.#least) return
    this.#least = least
    this.#kept.fill(0)
  }

  /** Whether the surroundings of a place are remembered. */
  has({ ids, text }: Pick<Places, 'ids' | 'text'>, place: number): boolean {
    // Characters without a number of their own still have lists of their own.
    this.#hash = text.charCodeAt(place - margin)
    this.#other = this.#hash
    for (let at = place - reach.near; at <= place + reach.near; at++) this.#mix(ids[at]!)
    if (this.#isKept(this.#near)) return true
    for (let at = place - 1; at >= place - reach.far && ids[at]! >= kind.unknown; at--) this.#mix(ids[at]!)
    this.#mix(kind.boundary)
    for (let at = place + 1; at <= place + reach.far && ids[at]! >= kind.unknown; at++) this.#mix(ids[at]!)
    return this.#isKept(this.#far)
  }

  /** Remembers the place that was last asked about wherever the runs that hold it are the same. */
  keep(): void {
    this.#kept[this.#near.slot] = this.#near.tag
  }

  /** Remembers it where the Han characters around are the same as far as they are cut into words. */
  keepFar(): void {
    this.#kept[this.#far.slot] = this.#far.tag
  }

  #mix(id: number): void {
    const hash = Math.imul(this.#hash ^ id, 0x9e3779b1)
    this.#hash = hash ^ (hash >>> 15)
    this.#other = Math.imul(this.#other, 0x01000193) + id
  }

  /** Whether what was mixed so far is remembered; puts down where it would be. */
  #isKept(surroundings: Surroundings): boolean {
    const slot = this.#hash & ((1 << memoryBits) - 1)
    const tag = Math.imul(this.#other ^ this.#hash, 0x85ebca6b) | 1
    surroundings.slot = slot
    surroundings.tag = tag
    return this.#kept[slot] === tag
  }
}

interface Surroundings {
  slot: number
  tag: number
}
