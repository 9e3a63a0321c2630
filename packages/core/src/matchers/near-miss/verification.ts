import { Reaches, readRun } from './alignment.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { Closeness } from './closeness.ts'
import { type Ends, stands } from './ends.ts'
import { isOutOfReach, mayBeEdgeSlip, needsVouching } from './evidence.ts'
import { changesOf, entryRow, isOpening, lengthOf, seedEnd, seedStart } from './families.ts'
import type { Page } from './page.ts'
import type { Candidate } from './search.ts'
import { anyCharacter, formAt } from './spellings.ts'
import { Triples } from './triples.ts'

/** A bit where an end may be broken, above those of an entry's measures that are still needed. */
const mayBreak = 1 << 24

const anyCode = anyCharacter.charCodeAt(0)

/** Filled by one verification after the other. */
const heads: Reaches = new Reaches()
const tails: Reaches = new Reaches()

/** Entries that may stand: their characters' place; their measures, with `mayBreak` for the traces; where the seed begins. */
const standing: Triples = new Triples()

/** Reads the spellings of buckets at the seeds of one text and gathers what nearly is a form. */
export class Verification {
  /** How many spellings were looked at, and how many of them read: for tests. */
  readonly work: { verified: number; read: number } = { verified: 0, read: 0 }
  readonly #index: CatalogIndex
  readonly #page: Page
  readonly #codes: Uint16Array
  readonly #entries: Int32Array
  readonly #found = new Map<number, Candidate>()
  readonly #after: Closeness
  readonly #before: Closeness
  #start = 0
  #end = 0

  constructor(index: CatalogIndex, page: Page) {
    this.#index = index
    this.#page = page
    this.#codes = page.codes
    this.#entries = index.seeded.entries
    this.#after = new Closeness(page.codes, 1)
    this.#before = new Closeness(page.codes, -1)
  }

  get candidates(): readonly Candidate[] {
    return [...this.#found.values()]
  }

  /**
   * Verifies the entries of a list: each a row, and the characters `[start, end)` that its seed stands at. First all are
   * asked for their ends, so that few are read.
   */
  verify(asked: Triples, ends: Ends): void {
    asked.readAhead(this.#entries)
    standing.clear()
    for (let i = 0; i < 3 * asked.count; i += 3) {
      const [row, start, end] = [asked.values[i]!, asked.values[i + 1]!, asked.values[i + 2]!]
      const how = ends.ask(row, start, end)
      if (how === stands.not) continue
      const measures = this.#entries[row + entryRow.measures]! & (mayBreak - 1)
      standing.push(this.#entries[row]!, how === stands.whole ? measures : measures | mayBreak, start)
    }
    standing.readAhead(this.#index.spellings.codes)
    for (let i = 0; i < 3 * standing.count; i += 3) {
      const [first, measures, start] = [standing.values[i]!, standing.values[i + 1]!, standing.values[i + 2]!]
      this.#start = start
      this.#end = start + seedEnd(measures) - seedStart(measures)
      if (changesOf(measures) === 0) this.#compare(first, measures)
      else this.#read(first, measures)
    }
  }

  /** A wrong spelling stands as it is or not at all. */
  #compare(first: number, measures: number): void {
    const start = this.#start - seedStart(measures)
    const end = start + lengthOf(measures)
    if (start < 0 || end > this.#codes.length) return
    const { codes } = this.#index.spellings
    for (let at = start; at < end; at++) {
      const code = codes[first + at - start]!
      if (code !== this.#codes[at] && code !== anyCode) return
    }
    this.#keep({ form: formAt(codes, first), start, end, cost: 1, headWhole: true, tailWhole: true })
  }

  #read(first: number, measures: number): void {
    this.work.verified++
    const { codes } = this.#index.spellings
    const bearing = { length: lengthOf(measures), budget: changesOf(measures), whole: measures < mayBreak }
    const { budget } = bearing
    const last = first + bearing.length
    if (this.#standsWhole(first, last, this.#start - seedStart(measures))) {
      if (isOpening(measures)) this.#keepWhole(first, last, this.#start - seedStart(measures))
      return
    }
    const form = formAt(codes, first)
    const tail = { codes, start: first + seedEnd(measures), end: last }
    const head = { codes, start: first, end: first + seedStart(measures) }
    this.#after.of(bearing)
    this.#before.of(bearing)
    const least = this.#after.fewest(tail, this.#end, budget)
    if (least > budget || !this.#before.allows(head, this.#start - 1, budget - least)) return
    this.work.read++
    readRun(tail, this.#codes, { at: this.#end, way: 1, budget }, tails)
    if (tails.count === 0) return
    const left = budget - tails.least
    readRun(head, this.#codes, { at: this.#start - 1, way: -1, budget: left }, heads)
    for (let i = 0; i < heads.count; i++) this.#combine(form, i, budget)
  }

  #standsWhole(first: number, last: number, start: number): boolean {
    const { codes } = this.#index.spellings
    if (start < 0 || start + last - first > this.#codes.length) return false
    for (let i = 0; i < last - first; i++) if (codes[first + i] !== this.#codes[start + i]) return false
    return true
  }

  /** A form that stands as it is: its first piece's seed finds it, the others need not. */
  #keepWhole(first: number, last: number, start: number): void {
    const form = formAt(this.#index.spellings.codes, first)
    this.#keep({ form, start, end: start + last - first, cost: 0, headWhole: true, tailWhole: true })
  }

  /** Keeps what one way to read the head and every way to read the tail make together. */
  #combine(form: number, head: number, budget: number): void {
    for (let i = 0; i < tails.count; i++) {
      const cost = heads.cost[head]! + tails.cost[i]!
      const headWhole = heads.whole[head] === 1
      const tailWhole = tails.whole[i] === 1
      if (cost > budget || (cost > 0 && !headWhole && !tailWhole)) continue
      const [start, end] = [this.#start - heads.taken[head]!, this.#end + tails.taken[i]!]
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
