import { isParticle, type Run } from './alignment.ts'
import { isSlipOf, shortestWithUnlike } from './evidence.ts'

/** What a form bears. */
interface Bearing {
  readonly length: number
  readonly budget: number
  /** Whether its ends must stand as they are. */
  readonly whole: boolean
}

/**
 * Tells how near a text comes to a run in one direction, without saying where it ends: cheap, for most runs are far.
 * Follows the few ways there are; most are given up after a character or two. A character added, or one that does not
 * resemble what it stands for, must be the only change, so it takes the whole budget.
 */
export class Closeness {
  readonly #text: Uint16Array
  readonly #way: 1 | -1
  #codes: Uint16Array = new Uint16Array(0)
  /** Where the run is read to the end. */
  #stop = 0
  #whole = false
  /** What a slip counts, and what a change that must be the only one. */
  #slip = 1
  #sole = 1
  #bearsUnlike = false

  constructor(text: Uint16Array, way: 1 | -1) {
    this.#text = text
    this.#way = way
  }

  /** The runs that are asked about next are of such a form: one that may lack two characters bears no slip besides when it is short. */
  of({ length, budget, whole }: Bearing): void {
    this.#whole = whole
    this.#slip = length < 8 && budget === 2 ? 2 : 1
    this.#sole = budget
    this.#bearsUnlike = length >= shortestWithUnlike
  }

  /** Whether `run` can stand at `at` with at most `budget` changes. */
  allows({ codes, start, end }: Run, at: number, budget: number): boolean {
    this.#codes = codes
    this.#stop = this.#way === 1 ? end : start - 1
    return this.#fits(this.#way === 1 ? start : end - 1, at, budget)
  }

  #fits(first: number, from: number, budget: number): boolean {
    const way = this.#way
    let [next, at] = [first, from]
    while (next !== this.#stop && this.#text[at]! === this.#codes[next]) {
      next += way
      at += way
    }
    const left = (this.#stop - next) * way
    if (left === 0 || (left <= budget && !this.#whole)) return true
    const here = this.#text[at]!
    if (isParticle(here) && this.#fits(next, at + way, budget)) return true
    if (budget === 0) return false
    if ((left > 1 || !this.#whole) && this.#fits(next + way, at, budget - 1)) return true
    return this.#fitsChanged(next, at, budget)
  }

  /** Whether the rest fits behind a character swapped, added or replaced. */
  #fitsChanged(next: number, at: number, budget: number): boolean {
    const way = this.#way
    const here = this.#text[at]!
    const rest = budget - this.#slip
    if (rest >= 0 && here === this.#codes[next + way] && this.#text[at + way]! === this.#codes[next]) {
      if (this.#fits(next + 2 * way, at + 2 * way, rest)) return true
    }
    const alone = budget - this.#sole
    if (alone >= 0 && this.#fits(next, at + way, alone)) return true
    if (this.#whole && next + way === this.#stop) return false
    if (alone >= 0 && this.#bearsUnlike && this.#fits(next + way, at + way, alone)) return true
    return rest >= 0 && this.#fits(next + way, at + way, rest) && isSlipOf(this.#codes[next]!, this.#text, at)
  }
}
