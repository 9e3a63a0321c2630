import { freeParticles, isParticle, Reaches, readRun } from './alignment.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { Closeness } from './closeness.ts'
import { type Ends, stands } from './ends.ts'
import { isOutOfReach, isSlipOf, mayBeEdgeSlip, needsVouching } from './evidence.ts'
import { changesOf, entryRow, isOpening, lengthOf, seedEnd, seedStart } from './families.ts'
import type { Page } from './page.ts'
import { endOf, startOf } from './place.ts'
import type { Candidate } from './search.ts'
import { anyCharacter, formAt } from './spellings.ts'
import { Triples } from './triples.ts'

/** Bits above those of an entry's measures that are still needed: an end may be broken; only if it has slipped, else not or with both ends whole. */
const marks = { mayBreak: 1 << 24, ifSlipped: 1 << 25, elseWhole: 1 << 26 } as const

/** By how a spelling stands (`stands`). */
const marksOf: readonly number[] = [0, 0, marks.mayBreak, marks.ifSlipped, marks.ifSlipped | marks.elseWhole]

const anyCode = anyCharacter.charCodeAt(0)

/** Filled by one verification after the other. */
const heads: Reaches = new Reaches()
const tails: Reaches = new Reaches()

/** Entries that may stand: their number, then their characters' place; their measures, with `marks`; where the seed stands (`packedPlace`). */
const standing: Triples = new Triples()

/** Filled by one verification after the other. */
const wholes: Triples = new Triples()

/** Reads the spellings of buckets at the seeds of one text and gathers what nearly is a form. */
export class Verification {
  /** How many spellings were looked at, and how many of them read: for tests. */
  readonly work: { verified: number; read: number } = { verified: 0, read: 0 }
  readonly #index: CatalogIndex
  readonly #page: Page
  readonly #codes: Uint16Array
  readonly #entries: Int32Array
  readonly #places: Int32Array
  /** Forms that stand as they are: which, and the characters `[start, end)`. */
  readonly wholes: Triples = wholes.clear()
  readonly #found = new Map<number, Candidate>()
  readonly #after: Closeness
  readonly #before: Closeness
  #start = 0
  #end = 0
  /** The form that reaches farthest of those that stand as they are: what lies in it is none that is broken. */
  #wholeStart = 0
  #wholeEnd = 0

  constructor(index: CatalogIndex, page: Page) {
    this.#index = index
    this.#page = page
    this.#codes = page.codes
    this.#entries = index.seeded.entries
    this.#places = index.seeded.places
    this.#after = new Closeness(page.codes, 1)
    this.#before = new Closeness(page.codes, -1)
  }

  /** What nearly is a form. */
  get near(): Iterable<Candidate> {
    return this.#found.values()
  }

  /**
   * Verifies entries (`siftEntries`). First all are asked for their ends, so that few are read; and where those lie is
   * looked up before any is read, for what one waits for does not depend on another.
   */
  verify(entries: Triples, ends: Ends): void {
    this.#ask(entries, ends)
    standing.replaceFirst(this.#places)
    standing.readAhead(this.#index.spellings.codes, 1)
    for (let i = 0; i < 3 * standing.count; i += 3) {
      const [first, place] = [standing.values[i]!, standing.values[i + 2]!]
      this.#start = startOf(place)
      this.#end = endOf(place)
      const measures = this.#settled(first, standing.values[i + 1]!)
      if (measures === 0) continue
      if (changesOf(measures) === 0) this.#compare(first, measures)
      else this.#read(first, measures)
    }
  }

  /** Lists the entries whose ends may stand. */
  #ask({ values, count }: Triples, ends: Ends): void {
    standing.clear()
    for (let row = 0; row < 3 * count; row += 3) {
      const [entry, place] = [values[row]!, values[row + 1]!]
      const how = ends.ask(entry, place, values[row + 2]!)
      if (how === stands.not) continue
      const measures = this.#entries[entry * entryRow.size + entryRow.measures]! & (marks.mayBreak - 1)
      standing.push(entry, measures | marksOf[how]!, place)
    }
  }

  /** Its measures, with `mayBreak` where an end may be broken; 0 where that had to be a slip and is none. */
  #settled(first: number, marked: number): number {
    if ((marked & marks.ifSlipped) === 0) return marked
    const measures = marked & (marks.mayBreak - 1)
    if (this.#hasSlipped(first, measures)) return measures | marks.mayBreak
    return (marked & marks.elseWhole) === 0 ? 0 : measures
  }

  /** Whether a spelling of which one end stands does so but for a slip in the other. */
  #hasSlipped(first: number, measures: number): boolean {
    const { codes } = this.#index.spellings
    const start = this.#start - seedStart(measures)
    const length = lengthOf(measures)
    const slip = codes[first] === this.#codes[start] ? length - 1 : 0
    for (let i = 0; i < length; i++) if (i !== slip && codes[first + i] !== this.#codes[start + i]) return false
    return isParticle(this.#codes[start + slip]!) || isSlipOf(codes[first + slip]!, this.#codes, start + slip)
  }

  /** A wrong spelling stands as it is, but for particles put in, or not at all. */
  #compare(first: number, measures: number): void {
    const { codes, starts, lengths } = this.#index.spellings
    const last = first + lengthOf(measures)
    const start = this.#reach(first + seedStart(measures) - 1, first - 1, this.#start - 1) + 1
    if (start === 0) return
    const end = this.#reach(first + seedEnd(measures), last, this.#end)
    if (end < 0 || (start >= this.#wholeStart && end <= this.#wholeEnd)) return
    const form = formAt(codes, first)
    const own = starts[form]!
    this.#keep({
      form,
      start,
      end,
      cost: Math.max(1, lengths[form]! - lengthOf(measures)),
      headWhole: codes[first] === codes[own],
      tailWhole: codes[last - 1] === codes[own + lengths[form]! - 1],
    })
  }

  /** Where the characters of a wrong spelling from `from` on, up to `stop`, end that stand from `at` on; -1 where they do not. */
  #reach(from: number, stop: number, at: number): number {
    const { codes } = this.#index.spellings
    const way = stop < from ? -1 : 1
    let here = at
    let particles = 0
    for (let next = from; next !== stop; next += way, here += way) {
      while (codes[next] !== this.#codes[here] && codes[next] !== anyCode) {
        if (!isParticle(this.#codes[here]!) || ++particles > freeParticles) return -1
        here += way
      }
    }
    return here
  }

  #read(first: number, measures: number): void {
    this.work.verified++
    const budget = changesOf(measures)
    const head = this.#exactBefore(first, seedStart(measures))
    const after = lengthOf(measures) - seedEnd(measures)
    const tail = this.#exactAfter(first + seedEnd(measures), after)
    const headFits = head === seedStart(measures)
    const tailFits = tail === after
    if (headFits && tailFits) {
      if (isOpening(measures)) this.#keepWhole(first, measures)
      return
    }
    const least = Number(!headFits && !isParticle(this.#codes[this.#start - 1 - head]!))
    const leastAfter = Number(!tailFits && !isParticle(this.#codes[this.#end + tail]!))
    if (least + leastAfter > budget) return
    this.#readEnds(first, measures, { head, tail, leastAfter })
  }

  /** Reads a spelling of which so many characters before and after the seed are as they should be. */
  #readEnds(first: number, measures: number, exact: { head: number; tail: number; leastAfter: number }): void {
    const { codes } = this.#index.spellings
    const budget = changesOf(measures)
    const last = first + lengthOf(measures)
    const tail = { codes, start: first + seedEnd(measures), end: last }
    const head = { codes, start: first, end: first + seedStart(measures) }
    const bearing = { length: lengthOf(measures), budget, whole: measures < marks.mayBreak }
    this.#after.of(bearing)
    this.#before.of(bearing)
    let least = exact.leastAfter
    const restAfter = { codes, start: tail.start + exact.tail, end: last }
    while (!this.#after.allows(restAfter, this.#end + exact.tail, least)) if (++least > budget) return
    const restBefore = { codes, start: first, end: head.end - exact.head }
    if (!this.#before.allows(restBefore, this.#start - 1 - exact.head, budget - least)) return
    this.work.read++
    readRun(tail, this.#codes, { at: this.#end, way: 1, budget }, tails)
    if (tails.count === 0) return
    const left = budget - tails.least
    readRun(head, this.#codes, { at: this.#start - 1, way: -1, budget: left }, heads)
    const form = formAt(codes, first)
    for (let i = 0; i < heads.count; i++) this.#combine(form, i, budget)
  }

  /** How many of the `most` characters before the seed are as they should be, from the seed on. */
  #exactBefore(first: number, most: number): number {
    const { codes } = this.#index.spellings
    let exact = 0
    while (exact < most && codes[first + most - 1 - exact] === this.#codes[this.#start - 1 - exact]) exact++
    return exact
  }

  /** How many of the `most` characters from `first` on, which follow the seed, are as they should be. */
  #exactAfter(first: number, most: number): number {
    const { codes } = this.#index.spellings
    let exact = 0
    while (exact < most && codes[first + exact] === this.#codes[this.#end + exact]) exact++
    return exact
  }

  /** A form that stands as it is: its first piece's seed finds it, the others need not. */
  #keepWhole(first: number, measures: number): void {
    const start = this.#start - seedStart(measures)
    const end = this.#end + lengthOf(measures) - seedEnd(measures)
    this.wholes.push(formAt(this.#index.spellings.codes, first), start, end)
    if (end > this.#wholeEnd) [this.#wholeStart, this.#wholeEnd] = [start, end]
  }

  /** Keeps what one way to read the head and every way to read the tail make together. */
  #combine(form: number, head: number, budget: number): void {
    for (let i = 0; i < tails.count; i++) {
      const cost = heads.cost[head]! + tails.cost[i]!
      const headWhole = heads.whole[head] === 1
      const tailWhole = tails.whole[i] === 1
      if (cost > budget || (cost > 0 && !headWhole && !tailWhole)) continue
      const [start, end] = [this.#start - heads.taken[head]!, this.#end + tails.taken[i]!]
      if (start >= this.#wholeStart && end <= this.#wholeEnd) continue
      this.#keep({ form, start, end, cost, headWhole, tailWhole })
    }
  }

  #keep(candidate: Candidate): void {
    const { form, start, end, cost } = candidate
    const key = (form * 0x1000000 + start) * 0x80 + (end - start)
    const known = this.#found.get(key)
    if (known !== undefined && known.cost <= cost) return
    if (this.#needsVouching(candidate) && !this.#mayBeVouched(candidate)) return
    if (!isOutOfReach(candidate, this.#index.spellings, this.#codes)) this.#found.set(key, candidate)
  }

  #needsVouching(candidate: Candidate): boolean {
    const { spellings } = this.#index
    return needsVouching(candidate, spellings) || !mayBeEdgeSlip(candidate, spellings, this.#codes)
  }

  #mayBeVouched(candidate: Candidate): boolean {
    return this.#index.spellings.vouched[candidate.form] === 1 || this.#page.marksVouch(candidate)
  }
}
