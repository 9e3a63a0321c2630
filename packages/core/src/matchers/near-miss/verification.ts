import { Reaches, readRun } from './alignment.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { Closeness, otherChange } from './closeness.ts'
import { mayBeVouched } from './context.ts'
import { type Continuations, countOf, entryRow, firstOf, high, low, type Step } from './continuations.ts'
import { isOutOfReach, needsVouching } from './evidence.ts'
import type { Candidate } from './search.ts'
import type { Skeleton } from './skeleton.ts'

/** Filled by one verification after the other. */
const heads: Reaches = new Reaches()
const tails: Reaches = new Reaches()

/** Reads the spellings of buckets at the seeds of one text and gathers what nearly is a form. */
export class Verification {
  /** How many spellings were looked at, and how many of them read: for tests. */
  readonly work: { verified: number; read: number } = { verified: 0, read: 0 }
  readonly #index: CatalogIndex
  readonly #skeleton: Skeleton
  readonly #codes: Uint16Array
  readonly #entries: Int32Array
  readonly #found = new Map<number, Candidate>()
  readonly #marks: Marks
  readonly #after: Closeness
  readonly #before: Closeness
  #start = 0
  #end = 0

  constructor(index: CatalogIndex, skeleton: Skeleton) {
    this.#index = index
    this.#skeleton = skeleton
    this.#codes = skeleton.codes
    this.#entries = index.tree.entries
    this.#marks = marksOf(index.tree)
    this.#after = new Closeness(skeleton.codes, 1)
    this.#before = new Closeness(skeleton.codes, -1)
  }

  get candidates(): readonly Candidate[] {
    return [...this.#found.values()]
  }

  /** The seed at `[start, end)` is meant until the next is begun. */
  begin(start: number, end: number): void {
    this.#start = start
    this.#end = end
    this.#marks.next()
  }

  /** Verifies the spellings of a bucket of the seed. */
  verify(bucket: Step): void {
    const first = firstOf(bucket)
    const last = (first + countOf(bucket)) * entryRow.size
    for (let row = first * entryRow.size; row < last; row += entryRow.size) {
      const bounds = this.#entries[row + entryRow.bounds]!
      const budget = high(bounds)
      if (this.#fewestChanges(row, otherChange(low(bounds), budget)) > budget) continue
      if (!this.#marks.isNew(row / entryRow.size)) continue
      if (budget === 0) this.#compare(row)
      else this.#read(row, budget)
    }
  }

  #fewestChanges(row: number, other: 1 | 2): number {
    const entries = this.#entries
    const third = entries[row + entryRow.third]!
    this.#after.other = other
    this.#before.other = other
    return (
      this.#after.least(entries[row + entryRow.after]!, low(third), this.#end) +
      this.#before.least(entries[row + entryRow.before]!, high(third), this.#start - 1)
    )
  }

  /** A wrong spelling stands as it is or not at all. */
  #compare(row: number): void {
    const { starts, codes, forms } = this.#index.spellings
    const spelling = this.#entries[row]!
    const first = starts[spelling]!
    const length = starts[spelling + 1]! - first
    const start = this.#start - low(this.#entries[row + entryRow.seed]!)
    const end = start + length
    if (start < 0 || end > this.#codes.length) return
    for (let i = 0; i < length; i++) {
      const isSeed = start + i >= this.#start && start + i < this.#end
      if (!isSeed && codes[first + i] !== this.#codes[start + i]) return
    }
    this.#keep({ form: forms[spelling]!, start, end, cost: 1, headWhole: true, tailWhole: true })
  }

  #read(row: number, budget: number): void {
    this.work.verified++
    const { starts, codes } = this.#index.spellings
    const form = this.#entries[row]!
    const seed = this.#entries[row + entryRow.seed]!
    const tail = { codes, start: starts[form]! + high(seed), end: starts[form + 1]! }
    const head = { codes, start: starts[form]!, end: starts[form]! + low(seed) }
    if (!this.#after.allows(tail, this.#end, budget) || !this.#before.allows(head, this.#start - 1, budget)) return
    const rest = budget - this.#after.fewest(tail, this.#end, budget)
    if (!this.#before.allows(head, this.#start - 1, rest)) return
    this.work.read++
    readRun(tail, this.#codes, { at: this.#end, way: 1, budget }, tails)
    if (tails.count === 0) return
    const left = budget - tails.least
    readRun(head, this.#codes, { at: this.#start - 1, way: -1, budget: left }, heads)
    for (let i = 0; i < heads.count; i++) this.#combine(form, i, budget)
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
    const { spellings } = this.#index
    if (needsVouching(candidate, spellings) && !mayBeVouched(candidate, spellings, this.#skeleton)) return
    const key = (form * 0x1000000 + start) * 0x80 + (end - start)
    const known = this.#found.get(key)
    if (known !== undefined && known.cost <= cost) return
    if (!isOutOfReach(candidate, spellings, this.#codes)) this.#found.set(key, candidate)
  }
}

/** Which entries the walk around one seed has met: many ways lead to one bucket. */
class Marks {
  readonly #met: Int32Array
  #turn = 0

  constructor(entries: number) {
    this.#met = new Int32Array(entries)
  }

  next(): void {
    if (this.#turn === 0x7fffffff) this.#met.fill(0)
    this.#turn = this.#turn === 0x7fffffff ? 1 : this.#turn + 1
  }

  isNew(entry: number): boolean {
    if (this.#met[entry] === this.#turn) return false
    this.#met[entry] = this.#turn
    return true
  }
}

/** One set of marks an index: made anew for each paragraph it would cost more than the search. */
const marks = new WeakMap<Continuations, Marks>()

function marksOf(tree: Continuations): Marks {
  const known = marks.get(tree) ?? new Marks(tree.entries.length / entryRow.size)
  marks.set(tree, known)
  return known
}
