import { kind, margin } from '../../model/character-table.ts'
import type { Places } from '../close-reading/places.ts'
import { slotFor } from '../close-reading/tag-slots.ts'

/** Places that are remembered: 2 to the power of this. */
const memoryBits = 15

/** How far the surroundings go to each side: what runs of three and of four around a place reach, and what is cut into words. */
const reach = { nearest: 2, near: 3, far: 7 } as const

/**
 * Surroundings in which a character was found right: names and terms that a model does not know come again and again in
 * a draft and in a publisher's archive. Two of 43 bits of hash are taken for one another; at that rate nothing is lost.
 */
export class InnocentPlaces {
  /** The score that was asked for when the places were looked at. */
  #least = Number.NaN
  readonly #kept: Int32Array = new Int32Array(1 << memoryBits)
  /** Where the surroundings of the place that was last asked about would be kept, and as what. */
  #nearestSlot = 0
  #nearestTag = 0
  #nearSlot = 0
  #nearTag = 0
  #farSlot = 0
  #farTag = 0

  /** Forgets everything that was remembered while another score was asked for. */
  ask(least: number): void {
    if (least === this.#least) return
    this.#least = least
    this.#kept.fill(0)
  }

  /** Whether the surroundings of a place are remembered. */
  has({ ids, text }: Pick<Places, 'ids' | 'text'>, place: number): boolean {
    // Characters without a number of their own still have lists of their own.
    let hash = text.charCodeAt(place - margin)
    let other = hash
    for (let at = place - reach.nearest; at <= place + reach.nearest; at++) {
      hash = mixed(hash, ids[at]!)
      other = Math.imul(other, 0x01000193) + ids[at]!
    }
    this.#nearestTag = tagOf(hash, other)
    this.#nearestSlot = slotFor(this.#kept, hash & lastSlot, this.#nearestTag)
    if (this.#kept[this.#nearestSlot] === this.#nearestTag) return true
    for (const at of [place - reach.near, place + reach.near]) {
      hash = mixed(hash, ids[at]!)
      other = Math.imul(other, 0x01000193) + ids[at]!
    }
    this.#nearTag = tagOf(hash, other)
    this.#nearSlot = slotFor(this.#kept, hash & lastSlot, this.#nearTag)
    if (this.#kept[this.#nearSlot] === this.#nearTag) return true
    for (let at = place - 1; at >= place - reach.far && ids[at]! >= kind.unknown; at--) {
      hash = mixed(hash, ids[at]!)
      other = Math.imul(other, 0x01000193) + ids[at]!
    }
    hash = mixed(hash, kind.boundary)
    for (let at = place + 1; at <= place + reach.far && ids[at]! >= kind.unknown; at++) {
      hash = mixed(hash, ids[at]!)
      other = Math.imul(other, 0x01000193) + ids[at]!
    }
    this.#farTag = tagOf(hash, other)
    this.#farSlot = slotFor(this.#kept, hash & lastSlot, this.#farTag)
    return this.#kept[this.#farSlot] === this.#farTag
  }

  /** Remembers the place that was last asked about wherever two characters to each side are the same. */
  keepNearest(): void {
    this.#kept[this.#nearestSlot] = this.#nearestTag
  }

  /** Remembers it wherever the runs that hold it are the same. */
  keep(): void {
    this.#kept[this.#nearSlot] = this.#nearTag
  }

  /** Remembers it where the Han characters around are the same as far as they are cut into words. */
  keepFar(): void {
    this.#kept[this.#farSlot] = this.#farTag
  }
}

const lastSlot = (1 << memoryBits) - 1

function mixed(hash: number, id: number): number {
  const product = Math.imul(hash ^ id, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** Of other bits than the slot; never 0, as a slot is that was never written. */
function tagOf(hash: number, other: number): number {
  return Math.imul(other ^ hash, 0x85ebca6b) | 7
}
