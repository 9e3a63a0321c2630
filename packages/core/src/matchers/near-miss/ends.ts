import { freeParticles } from './alignment.ts'
import { fewestForEdgeSlip } from './evidence.ts'
import {
  changesOf,
  entryRow,
  hasFixedWords,
  high,
  isLacking,
  lengthOf,
  low,
  type SeedGroups,
  seedEnd,
  seedStart,
} from './families.ts'
import type { Page } from './page.ts'
import { endOf, startOf } from './place.ts'

/**
 * Whether a spelling may stand somewhere: not, with both ends as they are, or with a broken one; or with a broken one
 * only if that is a slip (`hasSlipped`), else not, or with both ends.
 */
export const stands = { not: 0, whole: 1, broken: 2, slippedOrNot: 3, slippedOrWhole: 4 } as const

/** One of `stands`. */
export type Standing = (typeof stands)[keyof typeof stands]

/**
 * Asks of a spelling, before it is read, whether its first and last characters stand about where they should. A form
 * that lacks one of them counts only where fixed words or marks vouch for it, or as a single slip; so a look at two
 * places rules out most of the spellings that share a seed with the text.
 *
 *     seed 人民 of 全国人民代表大会     全 one to three characters before the seed, 会 two to five after it
 */
export class Ends {
  readonly #page: Page
  readonly #codes: Uint16Array
  readonly #entries: Int32Array

  constructor(page: Page, { entries }: SeedGroups) {
    this.#page = page
    this.#codes = page.codes
    this.#entries = entries
  }

  /** How the ends of an entry's spelling may stand around the seed at a place; so many of its characters are known to lack. */
  ask(entry: number, place: number, lacking: number): Standing {
    const measures = this.#entries[entry * entryRow.size + entryRow.measures]!
    const [start, end] = [startOf(place), endOf(place)]
    if (isLacking(measures) && this.#lacksMarks(end - seedEnd(measures) + lengthOf(measures))) return stands.not
    if (changesOf(measures) === 0 || hasFixedWords(measures)) return stands.broken
    const codes = this.#codes
    const ends = this.#entries[entry * entryRow.size + entryRow.ends]!
    const budget = changesOf(measures)
    const before = seedStart(measures)
    const after = lengthOf(measures) - seedEnd(measures)
    const last = end + after - 1
    const headStands = codes[start - before] === low(ends)
    const tailStands = codes[last] === high(ends)
    const head = headStands || this.#standsBefore(low(ends), start, { distance: before, budget })
    if (!head && !tailStands && !this.#isVouchedNear(last + 1, budget)) return stands.not
    const tail = tailStands || this.#standsAfter(high(ends), end - 1, { distance: after, budget })
    if (!head && !tail) return stands.not
    if (this.#isVouchedNear(last + 1, budget)) return stands.broken
    if (lacking <= 1 && headStands !== tailStands && lengthOf(measures) >= fewestForEdgeSlip) {
      return head && tail ? stands.slippedOrWhole : stands.slippedOrNot
    }
    return head && tail ? stands.whole : stands.not
  }

  #lacksMarks(end: number): boolean {
    return !this.#page.mayBeVouched(end, end)
  }

  #isVouchedNear(end: number, budget: number): boolean {
    return this.#page.mayBeVouched(end - budget, end + budget + freeParticles)
  }

  /** Whether a first character stands near its place: nearer for each one left out, farther for one or for particles added. */
  #standsBefore(code: number, seed: number, { distance, budget }: Distance): boolean {
    const nearest = seed - Math.max(1, distance - budget)
    const farthest = seed - distance - 1
    if (this.#isAmong(code, farthest, nearest)) return true
    return this.#page.hasParticle(seed, farthest - seed) && this.#isAmong(code, farthest - freeParticles, farthest - 1)
  }

  /** The same of a last one, from the seed's last on. */
  #standsAfter(code: number, seed: number, { distance, budget }: Distance): boolean {
    const nearest = seed + Math.max(1, distance - budget)
    const farthest = seed + distance + 1
    if (this.#isAmong(code, nearest, farthest)) return true
    return this.#page.hasParticle(seed, farthest - seed) && this.#isAmong(code, farthest + 1, farthest + freeParticles)
  }

  /** Whether a character stands at one of a few places; all are looked at, for what ends a loop early cannot be foreseen. */
  #isAmong(code: number, first: number, last: number): boolean {
    const codes = this.#codes
    let found = 0
    // The sign bit: only of equal characters is the difference less 1 negative.
    for (let at = first; at <= last; at++) found |= (codes[at]! ^ code) - 1
    return found < 0
  }
}

/** How far from the seed an end should stand, and with how many changes between. */
interface Distance {
  readonly distance: number
  readonly budget: number
}
