import { alike } from '../../language/similarity.ts'
import { isParticle, Reaches, readRun } from './alignment.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { Closeness, otherChange } from './closeness.ts'
import { type Continuations, edgeCode, edgeOf, edgeRow, entryRow, high, low, nodeRow, stop, turn } from './continuations.ts'
import { mayBeVouched } from './context.ts'
import { isOutOfReach, needsVouching } from './evidence.ts'
import type { Candidate } from './search.ts'
import type { Skeleton } from './skeleton.ts'

/** More ways on than this from one node are followed only where sound or shape speaks for them: so a common seed stays cheap. */
const mostTargets = 24

/** Changes that are followed through a trie; further ones are left to the verification in its buckets. */
const mostChanges = 3

/** Read beyond the text's ends; no form has it. */
const outside = 0

/** A walk's direction, 1 forwards and 0 backwards, and how many changes it has used, in one number: none is allocated. */
type State = number

const forwards = 1
const backwards = 0
const oneChange = 2

/** Looks around the seeds of one text and gathers what nearly is a form. */
export class Walk {
  /** What was looked at: for tests, which hold the cost to counts and not to a clock. */
  readonly work: { visits: number; verified: number; read: number } = { visits: 0, verified: 0, read: 0 }
  readonly #index: CatalogIndex
  readonly #tree: Continuations
  readonly #codes: Uint16Array
  readonly #skeleton: Skeleton
  readonly #found = new Map<number, Candidate>()
  readonly #marks: Marks
  readonly #after: Closeness
  readonly #before: Closeness
  readonly #heads = new Reaches()
  readonly #tails = new Reaches()
  #start = 0
  #end = 0

  constructor(index: CatalogIndex, skeleton: Skeleton) {
    const { codes } = skeleton
    this.#index = index
    this.#tree = index.tree
    this.#codes = codes
    this.#skeleton = skeleton
    this.#marks = marksOf(index.tree)
    this.#after = new Closeness(codes, 1)
    this.#before = new Closeness(codes, -1)
  }

  get candidates(): readonly Candidate[] {
    return [...this.#found.values()]
  }

  /** Verifies the spellings below the root node of the seed that stands at `[start, end)`. */
  around(root: number, start: number, end: number): void {
    this.#start = start
    this.#end = end
    this.#marks.next()
    this.#visit(root, end, forwards)
  }

  #visit(node: number, at: number, state: State): void {
    this.work.visits++
    const { nodes } = this.#tree
    const row = node * nodeRow.size
    const count = nodes[row + nodeRow.count]!
    if (count > 0) {
      this.#verifyBucket(nodes[row]!, count)
      return
    }
    const way = state & forwards ? 1 : -1
    const code = this.#code(at)
    const same = edgeOf(this.#tree, node, code)
    if (same >= 0) this.#follow(same, at + way, state)
    const ending = edgeOf(this.#tree, node, way === 1 ? turn : stop)
    if (ending >= 0) this.#follow(ending, this.#ended(way), state & ~forwards)
    if (isParticle(code) && !isParticle(this.#code(at - way))) this.#visit(node, at + way, state)
    const used = state >> 1
    if (used < nodes[row + nodeRow.changes]! && used < mostChanges) this.#change(node, at, state)
  }

  /** The ways on that cost a change: each drops, replaces, swaps or adds, then matches again. */
  #change(node: number, at: number, state: State): void {
    const way = state & forwards ? 1 : -1
    const used = state >> 1
    const code = this.#code(at)
    const changed = state + oneChange
    const skipped = edgeOf(this.#tree, node, edgeCode(code, 1))
    if (skipped >= 0) {
      this.#follow(skipped, at + way, changed)
      this.#follow(skipped, at + 2 * way, changed)
    }
    const after = this.#code(at + way)
    const replaced = edgeOf(this.#tree, node, edgeCode(after, 1))
    if (replaced >= 0) this.#followReplaced(node, { row: replaced, at, state: changed })
    const ending = edgeOf(this.#tree, node, edgeCode(way === 1 ? turn : stop, 1))
    if (ending >= 0) this.#follow(ending, this.#ended(way), changed & ~forwards)
    if (after !== outside && used === 0 && !isParticle(code)) {
      this.#visit(node, at + way, mostChanges * oneChange + (state & forwards))
    }
    const most = this.#tree.nodes[node * nodeRow.size + nodeRow.changes]!
    if (used + 2 > most || used + 2 > mostChanges) return
    const leapt = edgeOf(this.#tree, node, edgeCode(code, 2))
    if (leapt >= 0) this.#follow(leapt, at + way, changed + oneChange)
  }

  /** Where to read once the path's part in direction `way` is read: what precedes the seed, or nothing. */
  #ended(way: 1 | -1): number {
    return way === 1 ? this.#start - 1 : -1
  }

  #code(at: number): number {
    return at >= 0 && at < this.#codes.length ? this.#codes[at]! : outside
  }

  #follow(row: number, at: number, state: State): void {
    const { edges, targets } = this.#tree
    const count = edges[row + edgeRow.count]!
    if (count > mostTargets) return
    const first = edges[row + edgeRow.first]!
    for (let i = first; i < first + count; i++) this.#visit(targets[i]!, at, state)
  }

  /** A replaced character at `at`; where too many could have stood there, only those that sound or look like it. */
  #followReplaced(node: number, { row, at, state }: { row: number; at: number; state: State }): void {
    const way = state & forwards ? 1 : -1
    if (this.#tree.edges[row + edgeRow.count]! <= mostTargets) {
      this.#follow(row, at + 2 * way, state)
      return
    }
    for (const other of alike(String.fromCharCode(this.#code(at)))) {
      const child = edgeOf(this.#tree, node, edgeCode(other.charCodeAt(0), 0))
      if (child >= 0) this.#follow(child, at + way, state)
    }
  }

  #verifyBucket(bucket: number, count: number): void {
    const { entries } = this.#tree
    const last = (bucket + count) * entryRow.size
    for (let row = bucket * entryRow.size; row < last; row += entryRow.size) {
      const bounds = entries[row + entryRow.bounds]!
      const budget = high(bounds)
      if (this.#fewestChanges(row, otherChange(low(bounds), budget)) > budget) continue
      if (!this.#marks.isNew(row / entryRow.size)) continue
      if (budget === 0) this.#compare(row)
      else this.#verify(row, budget)
    }
  }

  #fewestChanges(row: number, other: 1 | 2): number {
    const { entries } = this.#tree
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
    const spelling = this.#tree.entries[row]!
    const first = starts[spelling]!
    const length = starts[spelling + 1]! - first
    const start = this.#start - low(this.#tree.entries[row + entryRow.seed]!)
    const end = start + length
    if (start < 0 || end > this.#codes.length) return
    for (let i = 0; i < length; i++) {
      const isSeed = start + i >= this.#start && start + i < this.#end
      if (!isSeed && codes[first + i] !== this.#codes[start + i]) return
    }
    this.#keep({ form: forms[spelling]!, start, end, cost: 1, headWhole: true, tailWhole: true })
  }

  #verify(row: number, budget: number): void {
    this.work.verified++
    const { entries } = this.#tree
    const { starts, codes } = this.#index.spellings
    const spelling = entries[row]!
    const seed = entries[row + entryRow.seed]!
    const start = starts[spelling]!
    const tail = { codes, start: start + high(seed), end: starts[spelling + 1]! }
    const head = { codes, start, end: start + low(seed) }
    const rest = budget - this.#after.fewest(tail, this.#end, budget)
    if (rest < 0 || this.#before.fewest(head, this.#start - 1, rest) > rest) return
    this.work.read++
    readRun(tail, this.#codes, { at: this.#end, way: 1, budget }, this.#tails)
    if (this.#tails.count === 0) return
    const left = budget - this.#tails.least
    readRun(head, this.#codes, { at: this.#start - 1, way: -1, budget: left }, this.#heads)
    for (let i = 0; i < this.#heads.count; i++) this.#combine(spelling, i, budget)
  }

  /** Keeps what one way to read the head and every way to read the tail make together. */
  #combine(spelling: number, head: number, budget: number): void {
    const [heads, tails] = [this.#heads, this.#tails]
    for (let i = 0; i < tails.count; i++) {
      const changes = heads.cost[head]! + tails.cost[i]!
      const headWhole = heads.whole[head] === 1
      const tailWhole = tails.whole[i] === 1
      if (changes > budget || (changes > 0 && !headWhole && !tailWhole)) continue
      const [start, end] = [this.#start - heads.taken[head]!, this.#end + tails.taken[i]!]
      this.#keep({ form: spelling, start, end, cost: changes, headWhole, tailWhole })
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
