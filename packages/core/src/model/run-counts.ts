import { countOfSteps, type GramTable, gramHash, pairHash, readSteps, stepsOf, tripleHash } from './gram-table.ts'
import type { LanguageModel } from './language-model.ts'
import { togetherMost } from './together.ts'

/** Pairs that are remembered: 2 to the power of this. The pairs of a language recur, whatever the text. */
const memoryBits = 16

/**
 * The counts of the runs of a text, each looked up once, when it is asked for; also as they would be with another
 * character in one place. Works on one text at a time.
 */
export class RunCounts {
  readonly #grams: GramTable
  readonly #own: GramTable | undefined
  #ids: Uint16Array = new Uint16Array(0)
  /** What was found of the runs of three and four characters where each begins: steps plus 1, or 0. */
  #triples: Uint16Array = new Uint16Array(0)
  #fours: Uint16Array = new Uint16Array(0)
  /** The place that is written over, or −1. */
  #over = -1
  #kept = 0
  /** What was found of the runs that hold the place that was last written over, by {@link offsets}. */
  #changedAt = -1
  #changedTo = -1
  readonly #changed: Uint16Array = new Uint16Array(7)
  /** What was found of single characters: steps plus 1, or 0. */
  readonly #singles: Uint16Array = new Uint16Array(8192)
  /** Pairs that were asked for: the ten bits of one that its slot does not tell, plus 1, above ten bits of steps. */
  readonly #pairs: Int32Array = new Int32Array(1 << memoryBits)

  constructor({ grams, own }: Pick<LanguageModel, 'grams' | 'own'>) {
    this.#grams = grams
    this.#own = own
  }

  /** Turns to a text of `size` numbers, as `encode` lays it out. */
  read(ids: Uint16Array, size: number): void {
    this.#ids = ids
    this.#over = -1
    this.#changedAt = -1
    if (this.#triples.length < size) {
      this.#triples = new Uint16Array(2 * size)
      this.#fours = new Uint16Array(2 * size)
    } else {
      this.#triples.fill(0, 0, size)
      this.#fours.fill(0, 0, size)
    }
  }

  /** Looks up the runs of three that begin at `starts`, {@link togetherMost} at most, all at once: `count` then knows them. */
  readTriples(starts: Int32Array, count: number): void {
    const ids = this.#ids
    for (let index = 0; index < count; index++) {
      const at = starts[index]!
      hashes[index] = tripleHash(ids[at]!, ids[at + 1]!, ids[at + 2]!)
    }
    this.readAll(hashes, count)
    for (let index = 0; index < count; index++) this.#triples[starts[index]!] = hashes[index]! + 1
  }

  /** Writes over the hashes of runs, {@link togetherMost} at most, the steps of their counts as `countOfSteps` takes them. */
  readAll(runs: Int32Array, count: number): void {
    if (this.#own === undefined) {
      readSteps(this.#grams, runs, count)
      return
    }
    for (let index = 0; index < count; index++) ownRuns[index] = runs[index]!
    readSteps(this.#grams, runs, count)
    readSteps(this.#own, ownRuns, count)
    for (let index = 0; index < count; index++) runs[index] = runs[index]! | (ownRuns[index]! << 5)
  }

  /** Puts another character in one place of the text until {@link restore}. */
  replace(place: number, id: number): void {
    this.#kept = this.#ids[place]!
    this.#over = place
    this.#ids[place] = id
    if (place !== this.#changedAt || id !== this.#changedTo) {
      // A call of fill() takes longer.
      for (let at = 0; at < 7; at++) this.#changed[at] = 0
    }
    this.#changedAt = place
    this.#changedTo = id
  }

  /** Puts back what {@link replace} wrote over. */
  restore(): void {
    this.#ids[this.#over] = this.#kept
    this.#over = -1
  }

  /** About how often the character at `at` was counted. */
  single(at: number): number {
    const id = this.#ids[at]!
    if (this.#singles[id] === 0) this.#singles[id] = this.#search(at, 1) + 1
    return countOfSteps(this.#singles[id]! - 1)
  }

  /** About how often the pair from `from` on was counted. */
  pair(from: number): number {
    return this.pairOf(this.#ids[from]!, this.#ids[from + 1]!)
  }

  /** About how often two characters, given by their numbers, were counted as a pair; remembered, for pairs recur in any text. */
  pairOf(left: number, right: number): number {
    // An odd factor keeps the 26 bits of different pairs different.
    const pair = Math.imul((left << 13) | right, 0x9e3779b1) & 0x3ff_ffff
    const slot = pair >>> (26 - memoryBits)
    const tag = (pair & 0x3ff) + 1
    const kept = this.#pairs[slot]!
    if (kept >>> 10 === tag) return countOfSteps(kept & 0x3ff)
    const steps = this.stepsOfPair(left, right)
    this.#pairs[slot] = (tag << 10) | steps
    return countOfSteps(steps)
  }

  /** The steps of a pair's count as `countOfSteps` takes them; not remembered, for pairs that hardly recur. */
  stepsOfPair(left: number, right: number): number {
    return this.#stepsOf(pairHash(left, right))
  }

  /** About how often the run of three or four characters from `from` on was counted. */
  count(from: number, length: number): number {
    const over = this.#over - from
    const isChanged = over >= 0 && over < length
    const found = isChanged ? this.#changed : length === 3 ? this.#triples : this.#fours
    const at = isChanged ? offsets[length - 3]! + over : from
    if (found[at] === 0) found[at] = this.#search(from, length) + 1
    return countOfSteps(found[at]! - 1)
  }

  /** About how often the run of one to four characters from `from` on was counted. */
  ofRun(from: number, length: number): number {
    if (length === 1) return this.single(from)
    return length === 2 ? this.pair(from) : this.count(from, length)
  }

  #search(from: number, length: number): number {
    return this.#stepsOf(gramHash(this.#ids, from, from + length))
  }

  #stepsOf(hash: number): number {
    const steps = stepsOf(this.#grams, hash)
    return this.#own === undefined ? steps : steps | (stepsOf(this.#own, hash) << 5)
  }
}

const hashes = new Int32Array(togetherMost)
const ownRuns = new Int32Array(togetherMost)

/** Where the runs of three and of four begin among those that hold one place. */
const offsets = [0, 3] as const
