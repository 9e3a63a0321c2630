import { isParticle, type Run } from './alignment.ts'
import { high, low } from './continuations.ts'

/** What a change that is no omission counts: short forms that may lack two characters bear no other change besides. */
export function otherChange(length: number, budget: number): 1 | 2 {
  return length < 8 && budget === 2 ? 2 : 1
}

function characterAt(text: Uint16Array, at: number): number {
  return at >= 0 && at < text.length ? text[at]! : 1
}

/**
 * Tells how near a text comes to a run in one direction, without saying where it ends: cheap, for most runs are far.
 * Follows the few ways there are until one has no change left; most are given up after a character or two.
 */
export class Closeness {
  /** What a change that is no omission counts to `least`. */
  other: 1 | 2 = 1
  readonly #text: Uint16Array
  readonly #way: 1 | -1
  #codes: Uint16Array = new Uint16Array(0)
  /** Where the run is read to the end. */
  #stop = 0

  constructor(text: Uint16Array, way: 1 | -1) {
    this.#text = text
    this.#way = way
  }

  /**
   * At least so many changes, at most 3, take a form on beside its seed as the text does from `at` on. `nearest` are
   * the form's first and second character there, `third` the next; 0 where there is none. Looks no farther.
   */
  least(nearest: number, third: number, at: number): number {
    const first = low(nearest)
    if (first === 0) return 0
    const text = this.#text
    const here = characterAt(text, at)
    if (here === first || isParticle(here)) return 0
    const second = high(nearest)
    if (here === second || second === 0) return 1
    const next = characterAt(text, at + this.#way)
    if (next === first || next === second) return this.other
    if (isParticle(next)) return 1
    if (here === third || third === 0) return 2
    if (this.other === 2) return 3
    if (next === third) return 2
    const last = characterAt(text, at + 2 * this.#way)
    return last === first || last === second || last === third || isParticle(last) ? 2 : 3
  }

  /** Whether `run` can stand at `at` with at most `budget` changes. */
  allows({ codes, start, end }: Run, at: number, budget: number): boolean {
    this.#codes = codes
    this.#stop = this.#way === 1 ? end : start - 1
    return this.#fits(this.#way === 1 ? start : end - 1, at, budget)
  }

  /** The fewest changes with which `run` can stand at `at`, which are at most `budget`. */
  fewest(run: Run, at: number, budget: number): number {
    for (let changes = 0; changes < budget; changes++) if (this.allows(run, at, changes)) return changes
    return budget
  }

  #fits(first: number, from: number, budget: number): boolean {
    const way = this.#way
    let [next, at] = [first, from]
    while (next !== this.#stop && characterAt(this.#text, at) === this.#codes[next]) {
      next += way
      at += way
    }
    if ((this.#stop - next) * way <= budget) return true
    const here = characterAt(this.#text, at)
    if (isParticle(here) && this.#fits(next, at + way, budget)) return true
    if (budget === 0) return false
    return (
      this.#fits(next + way, at, budget - 1) ||
      this.#fits(next + way, at + way, budget - 1) ||
      this.#fits(next, at + way, budget - 1) ||
      (here === this.#codes[next + way] &&
        characterAt(this.#text, at + way) === this.#codes[next] &&
        this.#fits(next + 2 * way, at + 2 * way, budget - 1))
    )
  }
}
