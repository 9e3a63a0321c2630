import { kind } from '../../model/character-table.ts'
import { costAlone, mostCohesion } from '../../model/cohesion.ts'
import { meantId } from '../../model/confusions.ts'
import { countOfSteps } from '../../model/gram-table.ts'
import { longestGram, rarityScale } from '../../model/language-model.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { type Candidates, isInCommonWord } from './candidates.ts'
import { ceilingOf, meantCeiling, mostLater, readScore, runsCeiling, wordsNeeded, writtenCeiling } from './ceiling.ts'
import { pairCount } from './familiar.ts'
import { bestRun, type Line } from './line.ts'
import type { Shortlist } from './shortlist.ts'

/** What a candidate must gain in words at least. */
export const leastWordGain = -0.5

/** Sums of the same numbers in another order differ in their last digits. */
const slack = 1e-9

/**
 * Whether any candidate of a place can score as much as `least`. Asks of each what costs little first; only where one
 * remains are all of them weighed against each other.
 */
export function hasProspect(
  line: Line,
  candidates: Candidates,
  { shortlist, from, to, least }: ProspectSettings,
): boolean {
  if (least === Number.NEGATIVE_INFINITY) return true
  const { entries, sides, triples } = shortlist
  const prospect = new Prospect(line, candidates, least)
  for (let index = from; index < to; index++) {
    if (prospect.isGood(entries[index]!, sides[index]!, triples[index]!)) return true
  }
  return false
}

/** The candidates of the place, from one number of the list to before another, and the score asked for. */
interface ProspectSettings {
  readonly shortlist: Shortlist
  readonly from: number
  readonly to: number
  readonly least: number
}

/** One candidate of a place after the other. */
class Prospect {
  readonly #line: Line
  readonly #candidates: Candidates
  readonly #place: number
  readonly #least: number
  /** What the place itself says, counted from the least score asked for; NaN as long as no candidate is left. */
  #written = Number.NaN
  #writtenAlone = Number.NaN
  #id = 0
  /** The steps of the counts of the pairs that it makes with its neighbours; 0 beside a boundary. */
  #left = 0
  #right = 0
  /** What is known of its score. */
  #sum = 0
  /** How much likelier than single characters a word that holds it is; NaN as long as nobody has asked. */
  #cohesion = Number.NaN

  constructor(line: Line, candidates: Candidates, least: number) {
    const { place } = candidates
    this.#line = line
    this.#candidates = candidates
    this.#place = place
    this.#least = least
  }

  /** Whether a candidate may come up to the score; asked for more and more, as long as it may. */
  isGood(entry: number, sides: number, bestTriple: number): boolean {
    const id = meantId(entry)
    this.#id = id
    this.#cohesion = Number.NaN
    let triple = bestTriple
    const known = this.#read(id, sides)
    if (known !== sides && triple > 0) {
      triple = this.#bestTriple(known)
      if (triple === 0 && !isInCommonWord(this.#line, this.#place, id)) return false
    }
    if (Number.isNaN(this.#written)) this.#readWritten()
    this.#sum = this.#written + meantCeiling(commonness(this.#line, id), this.#betterSteps())
    const needed = Math.max(wordsNeeded(this.#sum + mostLater.pairs), leastWordGain) - slack
    // Where no neighbour may stand in a word with it, the candidate gains by itself or not at all.
    if (needed > 15 || (needed > this.#alone() && !this.#mayJoin())) return false
    if (!this.#isKnownInRuns(triple) || !this.#mayReach(mostLater.pairs)) return false
    const ahead = this.#candidates.gainAhead(id)
    if (ahead === undefined || !this.#mayReach(readScore({ forward: ahead, backward: 40 }) + mostLater.read))
      return false
    const behind = this.#candidates.gainBehind(id)
    if (behind === undefined) return false
    const gain = { forward: ahead, backward: behind }
    if (!this.#mayReach(readScore(gain) + mostLater.read)) return false
    const chosen = this.#candidates.choose(entry, gain)
    if (chosen === undefined || chosen.gain.words < leastWordGain) return false
    return this.#sum + ceilingOf(chosen) >= -slack
  }

  /** Whether runs of three and four that hold the candidate, or else a common word, speak for it; adds what they say. */
  #isKnownInRuns(triple: number): boolean {
    if (triple === 0 && !this.#mayReach(mostLater.noTriple)) return false
    const { counts } = this.#line
    counts.replace(this.#place, this.#id)
    const four = triple > 0 ? bestRun(this.#line, this.#place, longestGram) : 0
    counts.restore()
    this.#sum += runsCeiling(triple, four)
    return triple === 0 || this.#mayReach(mostLater.runs)
  }

  /** Reads the counts of a character's pairs on the sides where the filter knows them; returns those where they are known. */
  #read(id: number, sides: number): number {
    const { ids, counts } = this.#line
    this.#left = (sides & 1) === 0 ? 0 : counts.stepsOfPair(ids[this.#place - 1]!, id)
    this.#right = (sides & 2) === 0 ? 0 : counts.stepsOfPair(id, ids[this.#place + 1]!)
    return (this.#left > 0 ? 1 : 0) | (this.#right > 0 ? 2 : 0)
  }

  /** Reads what is written, while a candidate waits. */
  #readWritten(): void {
    const [left, right] = [this.#left, this.#right]
    const { ids } = this.#line
    const written = ids[this.#place]!
    const sides = (ids[this.#place - 1] === kind.boundary ? 0 : 1) | (ids[this.#place + 1] === kind.boundary ? 0 : 2)
    this.#read(written, sides)
    this.#written = writtenCeiling(commonness(this.#line, written), this.#betterSteps()) - this.#least
    this.#writtenAlone = costAlone(this.#line, written)
    this.#left = left
    this.#right = right
  }

  /** The steps of the count of the better-known pair. */
  #betterSteps(): number {
    return countOfSteps(this.#left) > countOfSteps(this.#right) ? this.#left : this.#right
  }

  /** The count of the best-known run of three that holds the candidate; none is known whose pairs are not. */
  #bestTriple(sides: number): number {
    const { counts } = this.#line
    const place = this.#place
    counts.replace(place, this.#id)
    const around = sides === 3 ? counts.count(place - 1, 3) : 0
    const behind = (sides & 1) !== 0 && this.#isKnown(place - 2) ? counts.count(place - 2, 3) : 0
    const ahead = (sides & 2) !== 0 && this.#isKnown(place + 1) ? counts.count(place, 3) : 0
    counts.restore()
    return Math.max(around, behind, ahead)
  }

  /** Whether the pair that begins at `at` is known, whatever stands in the place. */
  #isKnown(at: number): boolean {
    return pairCount(this.#line, at) > 0
  }

  /**
   * Whether the score can be reached when evidence that is not yet known adds so much: the cut into words must gain the
   * rest, by the character itself or by a word that holds it.
   */
  #mayReach(later: number): boolean {
    const needed = wordsNeeded(this.#sum + later)
    if (needed === Number.POSITIVE_INFINITY) return false
    const alone = this.#alone()
    const least = Math.max(needed, leastWordGain) - slack
    if (alone >= least) return true
    if (Number.isNaN(this.#cohesion)) this.#cohesion = this.#mostCohesion()
    return alone + this.#cohesion >= least
  }

  /** How much likelier the candidate is than what is written, each as a word by itself. */
  #alone(): number {
    return costAlone(this.#line, this.#id) - this.#writtenAlone
  }

  /** Whether a neighbour may stand with the candidate in a word. */
  #mayJoin(): boolean {
    const { ids, model } = this.#line
    const { joins } = model
    return mayKnowPair(joins, ids[this.#place - 1]!, this.#id) || mayKnowPair(joins, this.#id, ids[this.#place + 1]!)
  }

  #mostCohesion(): number {
    const line = this.#line
    const place = this.#place
    const written = line.ids[place]!
    line.ids[place] = this.#id
    const most = mostCohesion(line, { first: place, last: place })
    line.ids[place] = written
    return most
  }
}

/** ln of the probability of a character. */
function commonness({ model }: Line, id: number): number {
  return -model.rarity[id]! / rarityScale
}
