import { kind, margin } from '../../model/character-table.ts'
import type { Places } from '../close-reading/places.ts'
import { pairDoubts } from '../close-reading/places.ts'
import { slotFor } from '../close-reading/tag-slots.ts'

/** Places that are remembered: 2 to the power of this. */
const memoryBits = 16

/** How far the surroundings go to each side: what runs of three and of four around a place reach, and what is cut into words. */
const reach = { nearest: 2, near: 3, far: 7 } as const

/** As many places of a text are asked about before any of them is remembered. */
export const askedTogether = 256

/**
 * Surroundings in which a character was found right: names and terms that a model does not know come again and again in
 * a draft and in a publisher's archive. Two of 42 bits of hash are taken for one another; at that rate nothing is lost.
 */
export class InnocentPlaces {
  /** The score that was asked for when the places were looked at. */
  #least = Number.NaN
  readonly #kept: Int32Array = new Int32Array(1 << memoryBits)
  /** Where the surroundings of the places of a list would be kept, and as what, by their numbers in it. */
  readonly #nearestSlots: Int32Array = new Int32Array(askedTogether)
  readonly #nearestTags: Int32Array = new Int32Array(askedTogether)
  readonly #nearSlots: Int32Array = new Int32Array(askedTogether)
  readonly #nearTags: Int32Array = new Int32Array(askedTogether)
  /** The same of the far surroundings that were last looked at. */
  #farSlot = 0
  #farTag = 0

  /** Forgets everything that was remembered while another score was asked for. */
  ask(least: number): void {
    if (least === this.#least) return
    // The system gives memory when it is first written to: a table that was never asked takes none.
    if (!Number.isNaN(this.#least)) this.#kept.fill(0)
    this.#least = least
  }

  /** Whether the surroundings of a place are remembered, as far as runs around it reach; it is `number` from now on. */
  isKept(around: Surroundings, place: number, number: number): boolean {
    const { ids, text } = around
    // Characters without a number of their own still have lists of their own.
    let hash = text.charCodeAt(place - margin)
    let other = hash
    for (let at = place - reach.nearest; at <= place + reach.nearest; at++) {
      hash = mixed(hash, ids[at]!)
      other = Math.imul(other, 0x01000193) + ids[at]!
    }
    const nearest = tagOf(hash, other)
    const nearestSlot = slotFor(this.#kept, hash & lastSlot, nearest)
    if (this.#kept[nearestSlot] === nearest) return true
    this.#nearestTags[number] = nearest
    this.#nearestSlots[number] = nearestSlot
    const left = ids[place - reach.near]!
    const right = ids[place + reach.near]!
    hash = mixed(mixed(hash, left), right)
    other = Math.imul(Math.imul(other, 0x01000193) + left, 0x01000193) + right
    const near = tagOf(hash, other)
    const nearSlot = slotFor(this.#kept, hash & lastSlot, near)
    this.#nearTags[number] = near
    this.#nearSlots[number] = nearSlot
    const kept = this.#kept[nearSlot]!
    if (kept === near) return true
    return kept === farOf(near) && this.#isKeptFar(around, place)
  }

  /** Remembers a place wherever two characters to each side are the same. */
  keepNearest(number: number): void {
    this.#kept[this.#nearestSlots[number]!] = this.#nearestTags[number]!
  }

  /** Remembers it wherever the runs that hold it are the same. */
  keepNear(number: number): void {
    this.#kept[this.#nearSlots[number]!] = this.#nearTags[number]!
  }

  /** Remembers it by the Han characters around, as far as they are cut into words; and where its runs are the same, to look so far. */
  keepFar(around: Surroundings, place: number, number: number): void {
    this.#kept[this.#nearSlots[number]!] = farOf(this.#nearTags[number]!)
    this.#findFar(around, place)
    this.#kept[this.#farSlot] = this.#farTag
  }

  #isKeptFar(around: Surroundings, place: number): boolean {
    this.#findFar(around, place)
    return this.#kept[this.#farSlot] === this.#farTag
  }

  #findFar({ ids, text }: Surroundings, place: number): void {
    let hash = mixed(kind.boundary, text.charCodeAt(place - margin))
    let other = hash
    for (let at = place; at >= place - reach.far && (at === place || ids[at]! >= kind.unknown); at--) {
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
  }
}

/** A text and its numbers as `encode` lays them out. */
type Surroundings = Pick<Places, 'ids' | 'text'>

const lastSlot = (1 << memoryBits) - 1

function mixed(hash: number, id: number): number {
  const product = Math.imul(hash ^ id, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** What stands in the place of a tag where only farther surroundings tell. */
function farOf(tag: number): number {
  return tag & ~pairDoubts
}

/** Of other bits than the slot; never 0, as a slot is that was never written. */
function tagOf(hash: number, other: number): number {
  return Math.imul(other ^ hash, 0x85ebca6b) | pairDoubts
}
