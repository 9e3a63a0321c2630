import { alike } from '../../language/similarity.ts'
import { isParticle, type Reach, reaches } from './alignment.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { type Continuations, edgeCode, edgeSlot, mayHaveEdge, stop, turn } from './continuations.ts'
import { budgetOf } from './form.ts'
import type { Candidate } from './search.ts'

/** More ways on than this from one node are followed only where sound or shape speaks for them: so a common piece stays cheap. */
const mostTargets = 24

/** Changes that are followed through a trie; further ones are left to the verification in its buckets. */
const mostChanges = 3

/** Read beyond the text's ends; no form has it. */
const outside = 0

interface Position {
  /** The next text character to read; outside the text at its ends. */
  readonly at: number
  readonly way: 1 | -1
  readonly used: number
}

/** Looks around the pieces of one text and gathers what nearly is a form. */
export class Walk {
  readonly #index: CatalogIndex
  readonly #tree: Continuations
  readonly #codes: Uint16Array
  readonly #found = new Map<number, Candidate>()
  readonly #marks: Marks
  #pieceStart = 0
  #pieceEnd = 0

  constructor(index: CatalogIndex, codes: Uint16Array) {
    this.#index = index
    this.#tree = index.tree
    this.#codes = codes
    this.#marks = marksOf(index.tree)
  }

  get candidates(): readonly Candidate[] {
    return [...this.#found.values()]
  }

  /** Verifies the forms that have the piece whose occurrence ends before `end`. */
  around(piece: number, end: number): void {
    this.#pieceEnd = end
    this.#pieceStart = end - this.#tree.lengths[piece]!
    this.#marks.next()
    this.#visit(this.#tree.roots[piece]!, { at: end, way: 1, used: 0 })
  }

  /** Keeps the form whose two middle characters stand swapped before `end`. */
  swapped(form: number, end: number): void {
    this.#pieceStart = end - this.#index.forms[form]!.skeleton.length
    this.#pieceEnd = end
    this.#keep(form, { taken: 0, cost: 1, whole: true }, { taken: 0, cost: 0, whole: true })
  }

  #visit(node: number, { at, way, used }: Position): void {
    const count = this.#tree.bucketCount[node]!
    if (count > 0) {
      this.#verifyBucket(node, count)
      return
    }
    const code = this.#codes[at] ?? outside
    const same = this.#edge(node, edgeCode(code, 0))
    if (same >= 0) this.#follow(same, { at: at + way, way, used })
    const ending = this.#edge(node, edgeCode(way === 1 ? turn : stop, 0))
    if (ending >= 0) this.#follow(ending, this.#ended(way, used))
    if (isParticle(code) && !isParticle(this.#codes[at - way] ?? outside))
      this.#visit(node, { at: at + way, way, used })
    if (used < this.#tree.budgets[node]! && used < mostChanges) this.#change(node, { at, way, used }, code)
  }

  /** The ways on that cost a change: each drops, replaces, swaps or adds, then matches again. */
  #change(node: number, { at, way, used }: Position, code: number): void {
    const skipped = this.#edge(node, edgeCode(code, 1))
    if (skipped >= 0) {
      this.#follow(skipped, { at: at + way, way, used: used + 1 })
      this.#follow(skipped, { at: at + 2 * way, way, used: used + 1 })
    }
    const after = this.#codes[at + way] ?? outside
    const replaced = this.#edge(node, edgeCode(after, 1))
    if (replaced >= 0) this.#followReplaced(node, replaced, { at: at + way, way, used: used + 1 })
    const ending = this.#edge(node, edgeCode(way === 1 ? turn : stop, 1))
    if (ending >= 0) this.#follow(ending, this.#ended(way, used + 1))
    if (after !== outside && used === 0 && !isParticle(code))
      this.#visit(node, { at: at + way, way, used: mostChanges })
    if (used + 2 > this.#tree.budgets[node]! || used + 2 > mostChanges) return
    const leapt = this.#edge(node, edgeCode(code, 2))
    if (leapt >= 0) this.#follow(leapt, { at: at + way, way, used: used + 2 })
  }

  /** What is left to read once the path's part in direction `way` is read: what precedes the piece, or nothing. */
  #ended(way: 1 | -1, used: number): Position {
    return { at: way === 1 ? this.#pieceStart - 1 : -1, way: -1, used }
  }

  /** The slot of an edge, or -1. */
  #edge(node: number, edge: number): number {
    if (!mayHaveEdge(this.#tree, node, edge)) return -1
    const slot = edgeSlot(this.#tree, node, edge)
    return this.#tree.edgeNode[slot] === node ? slot : -1
  }

  #follow(slot: number, position: Position): void {
    const count = this.#tree.edgeCount[slot]!
    if (count > mostTargets) return
    const start = this.#tree.edgeStart[slot]!
    for (let i = start; i < start + count; i++) this.#visit(this.#tree.targets[i]!, position)
  }

  /** A replaced character at `at`; where too many could have stood there, only those that sound or look like it. */
  #followReplaced(node: number, slot: number, { at, way, used }: Position): void {
    const next = { at: at + way, way, used }
    if (this.#tree.edgeCount[slot]! <= mostTargets) {
      this.#follow(slot, next)
      return
    }
    for (const other of alike(String.fromCharCode(this.#codes[at - way]!))) {
      const child = this.#edge(node, edgeCode(other.charCodeAt(0), 0))
      if (child >= 0) this.#follow(child, { at, way, used })
    }
  }

  #verifyBucket(node: number, count: number): void {
    const first = this.#tree.bucketStart[node]!
    for (let entry = first; entry < first + count; entry++) {
      if (this.#marks.isNew(entry)) this.#verify(entry)
    }
  }

  #verify(entry: number): void {
    const form = this.#tree.entries[entry * 3]!
    const { skeleton } = this.#index.forms[form]!
    const budget = budgetOf(skeleton.length)
    const tail = skeleton.slice(this.#tree.entries[entry * 3 + 2]!)
    const tails = reaches(tail, this.#codes, { at: this.#pieceEnd, way: 1, budget })
    if (tails.length === 0) return
    const head = skeleton.slice(0, this.#tree.entries[entry * 3 + 1]!)
    const left = budget - Math.min(...tails.map(({ cost }) => cost))
    const heads = reaches(head, this.#codes, { at: this.#pieceStart - 1, way: -1, budget: left })
    for (const one of heads)
      for (const other of tails) if (one.cost + other.cost <= budget) this.#keep(form, one, other)
  }

  #keep(form: number, head: Reach, tail: Reach): void {
    const start = this.#pieceStart - head.taken
    const end = this.#pieceEnd + tail.taken
    const key = (form * 0x1000000 + start) * 0x80 + (end - start)
    const cost = head.cost + tail.cost
    const known = this.#found.get(key)
    if (known !== undefined && known.cost <= cost) return
    this.#found.set(key, { form, start, end, cost, headWhole: head.whole, tailWhole: tail.whole })
  }
}

/** Which entries the walk around one piece has met: many ways lead to one bucket. */
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
  const known = marks.get(tree) ?? new Marks(tree.entries.length / 3)
  marks.set(tree, known)
  return known
}
