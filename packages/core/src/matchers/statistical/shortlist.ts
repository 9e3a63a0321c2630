import { meantId } from '../../model/confusions.ts'
import { countOfSteps, pairHash, tripleHash } from '../../model/gram-table.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { togetherMost } from '../../model/together.ts'
import { frequencyOfSteps, readWordSteps } from '../../model/word-table.ts'
import { plausibleWord } from './candidates.ts'
import { pairCount } from './familiar.ts'
import { addFitting, fittingOf, mostEntries } from './fitting.ts'
import { askedTogether } from './innocence.ts'
import type { Line } from './line.ts'

/** A candidate is held by so many runs of three, and by so many words of two. */
const runsOfOne = { three: 3, two: 2 } as const

/**
 * What may have been meant in some places of a text. The runs of three that would hold each candidate are looked up
 * together, whatever the place: that is where most of them end.
 */
export class Shortlist {
  /** The places that were added, by {@link placeCount}, with their numbers as innocent places. */
  readonly places: Int32Array = new Int32Array(askedTogether)
  readonly numbers: Int32Array = new Int32Array(askedTogether)
  placeCount = 0
  /** Where the candidates of each place end; those of the first begin at 0. */
  readonly ends: Int32Array = new Int32Array(askedTogether)
  /** The candidates: entries of the table of confusions, on which sides filters know them, and their best run of three. */
  readonly #fitting = fittingOf(togetherMost)
  readonly entries: Uint16Array = this.#fitting.entries
  readonly sides: Uint8Array = this.#fitting.sides
  readonly triples: Float64Array = new Float64Array(togetherMost)
  /** The runs to look up, and whose they are. */
  readonly #runs: Int32Array = new Int32Array(togetherMost)
  readonly #owners: Uint16Array = new Uint16Array(togetherMost)
  #runCount = 0
  /** Of candidates that no run of three knows: 1 where they make a common word with a neighbour. */
  readonly #common: Uint8Array = new Uint8Array(togetherMost)

  /** Whether one more place might find no room. */
  get isFull(): boolean {
    const { three, two } = runsOfOne
    const hasRoom = this.#runCount <= togetherMost - three * mostEntries
    return !hasRoom || two * this.#fitting.count > togetherMost - two * mostEntries || this.placeCount === askedTogether
  }

  /** Adds what may have been meant in a place. */
  add(line: Line, place: number, number: number): void {
    const from = this.#fitting.count
    addFitting(this.#fitting, line, place)
    const to = this.#fitting.count
    this.places[this.placeCount] = place
    this.numbers[this.placeCount] = number
    this.ends[this.placeCount++] = to
    if (to > from) this.#addRuns(line, place, { from, to })
  }

  /** Leaves of each place what a run of three or a common word knows with the neighbours. */
  weigh(line: Line): void {
    this.#readTriples(line)
    this.#readWords(line)
    let kept = 0
    let index = 0
    for (let number = 0; number < this.placeCount; number++) {
      for (; index < this.ends[number]!; index++) {
        const entry = this.entries[index]!
        const triple = this.triples[index]!
        if (triple === 0 && this.#common[index] === 0) continue
        this.entries[kept] = entry
        this.sides[kept] = this.sides[index]!
        this.triples[kept++] = triple
      }
      this.ends[number] = kept
    }
  }

  /** Forgets all places. */
  clear(): void {
    this.placeCount = 0
    this.#fitting.count = 0
    this.#runCount = 0
  }

  /** No run of three is known whose pairs are not. */
  #addRuns(line: Line, place: number, { from, to }: { readonly from: number; readonly to: number }): void {
    const { ids } = line
    const [before, after] = [ids[place - 1]!, ids[place + 1]!]
    const isKnownBefore = pairCount(line, place - 2) > 0
    const isKnownBehind = pairCount(line, place + 1) > 0
    for (let index = from; index < to; index++) {
      const id = meantId(this.entries[index]!)
      const sides = this.sides[index]!
      if (sides === 3) this.#addRun(tripleHash(before, id, after), index)
      if ((sides & 1) !== 0 && isKnownBefore) this.#addRun(tripleHash(ids[place - 2]!, before, id), index)
      if ((sides & 2) !== 0 && isKnownBehind) this.#addRun(tripleHash(id, after, ids[place + 2]!), index)
    }
  }

  #addRun(hash: number, owner: number): void {
    this.#owners[this.#runCount] = owner
    this.#runs[this.#runCount++] = hash
  }

  #readTriples({ counts }: Line): void {
    this.triples.fill(0, 0, this.#fitting.count)
    counts.readAll(this.#runs, this.#runCount)
    for (let index = 0; index < this.#runCount; index++) {
      const owner = this.#owners[index]!
      this.triples[owner] = Math.max(this.triples[owner]!, countOfSteps(this.#runs[index]!))
    }
  }

  /** Words of two characters, those that no run of three knows with a neighbour; they are looked up together as well. */
  #readWords({ ids, model }: Line): void {
    const { joins } = model
    this.#common.fill(0, 0, this.#fitting.count)
    this.#runCount = 0
    let index = 0
    for (let number = 0; number < this.placeCount; number++) {
      const before = ids[this.places[number]! - 1]!
      const after = ids[this.places[number]! + 1]!
      for (; index < this.ends[number]!; index++) {
        if (this.triples[index]! > 0) continue
        const id = meantId(this.entries[index]!)
        if (mayKnowPair(joins, before, id)) this.#addRun(pairHash(before, id), index)
        if (mayKnowPair(joins, id, after)) this.#addRun(pairHash(id, after), index)
      }
    }
    readWordSteps(model.words, this.#runs, this.#runCount)
    for (let at = 0; at < this.#runCount; at++) {
      if (frequencyOfSteps(this.#runs[at]!) > plausibleWord) this.#common[this.#owners[at]!] = 1
    }
  }
}
