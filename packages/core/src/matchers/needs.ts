import { hintSet, type Readable, traitsOf } from '../text/traits.ts'
import type { Rule } from '../types.ts'

/** What must stand in a text for a check to find anything there; nothing is needed of what is absent. */
export interface Needs {
  /** One of these hints (text/hints.ts). */
  readonly hints?: readonly number[]
  /** One of each of these sums of traits (text/trait.ts); two at most. */
  readonly traits?: readonly number[]
}

/** A check that looks at texts, and what it needs to find anything in one. */
export interface NeedyCheck<Check> {
  readonly find: Check
  readonly needs: Needs
}

/** A rule with its check. */
export interface Bound<Check> {
  readonly rule: Rule
  readonly check: NeedyCheck<Check>
}

/**
 * Up to 31 checks, whose needs are held against a text together. Most checks find nothing in most texts, and to call one
 * in vain costs the wait for its code; the needs of all lie side by side.
 */
export class CheckList<Check> {
  readonly #bound: readonly Bound<Check>[]
  readonly #hints: Int32Array
  readonly #moreHints: Int32Array
  readonly #traits: Int32Array
  readonly #otherTraits: Int32Array

  constructor(bound: readonly Bound<Check>[]) {
    const needs = bound.map(({ check }) => check.needs)
    this.#bound = bound
    const hints = needs.map(({ hints = [] }) => hintSet(hints))
    this.#hints = Int32Array.from(hints, ({ lower }) => lower)
    this.#moreHints = Int32Array.from(hints, ({ upper }) => upper)
    this.#traits = Int32Array.from(needs, ({ traits = [] }) => traits[0] ?? 0)
    this.#otherTraits = Int32Array.from(needs, ({ traits = [] }) => traits[1] ?? 0)
  }

  /** Those that could find something in a text, in their order. */
  metBy(text: Readable): readonly Bound<Check>[] {
    const met = this.#bitsMetBy(text)
    return met === 0 ? NO_CHECKS : this.#bound.filter((_, at) => ((met >>> at) & 1) !== 0)
  }

  /** A bit for each check whose needs the text meets, the lowest for the first. */
  #bitsMetBy(text: Readable): number {
    const traits = traitsOf(text)
    const hints = text.hints!
    const moreHints = text.moreHints!
    let met = 0
    for (let at = 0; at < this.#hints.length; at++) {
      const lower = this.#hints[at]!
      const upper = this.#moreHints[at]!
      if ((lower | upper) !== 0 && ((lower & hints) | (upper & moreHints)) === 0) continue
      const one = this.#traits[at]!
      const other = this.#otherTraits[at]!
      if ((one !== 0 && (one & traits) === 0) || (other !== 0 && (other & traits) === 0)) continue
      met |= 1 << at
    }
    return met
  }
}

const NO_CHECKS: readonly never[] = []
