import { alike } from '../../language/similarity.ts'
import { isParticle } from './alignment.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { type Continuations, edgeCode, edgeOf, edgeRow, nodeRow, type Step, stop, turn } from './continuations.ts'
import type { Skeleton } from './skeleton.ts'
import { Verification } from './verification.ts'

/** More ways on than this from one node are followed only where sound or shape speaks for them: so a common seed stays cheap. */
const mostTargets = 24

/** Changes that are followed through a trie; further ones are left to the verification in its buckets. */
const mostChanges = 3

/** Read beyond the text's ends; no form has it. */
const outside = 0

/**
 * How a walk goes on, as one number, so that none is allocated: 1 when it reads forwards, 2 when the path has turned,
 * and 4 for each change.
 */
type State = number

const forwards = 1
const turned = 2
const oneChange = 4

/** Looks around the seeds of one text for spellings that may stand there, and has them verified. */
export class Walk {
  readonly verification: Verification
  /** How many steps were taken: for tests, which hold the cost to counts and not to a clock. */
  visits = 0
  readonly #tree: Continuations
  readonly #codes: Uint16Array
  #start = 0
  #end = 0

  constructor(index: CatalogIndex, skeleton: Skeleton) {
    this.verification = new Verification(index, skeleton)
    this.#tree = index.tree
    this.#codes = skeleton.codes
  }

  /** Looks around the seed that stands at `[start, end)`; `root` is its first step. */
  around(root: Step, start: number, end: number): void {
    this.#start = start
    this.#end = end
    this.verification.begin(start, end)
    const backwards = root < 0 && this.#tree.nodes[~root * nodeRow.size + nodeRow.backwards] === 1
    if (backwards) this.#visit(root, start - 1, 0)
    else this.#visit(root, end, forwards)
  }

  #visit(step: Step, at: number, state: State): void {
    this.visits++
    if (step > 0) this.verification.verify(step)
    else this.#look(~step, at, state)
  }

  /** Looks on from a node: at what should come next, and at what may have come of it. */
  #look(node: number, at: number, state: State): void {
    const way = state & forwards ? 1 : -1
    const code = this.#code(at)
    const same = edgeOf(this.#tree, node, code)
    if (same >= 0) this.#follow(same, at + way, state)
    this.#followEnd(edgeOf(this.#tree, node, endOf(state)), state)
    if (isParticle(code) && !isParticle(this.#code(at - way))) this.#look(node, at + way, state)
    const used = state >> 2
    if (used < this.#changesBelow(node) && used < mostChanges) this.#change(node, at, state)
  }

  /** The ways on that cost a change: each drops, replaces, swaps or adds, then matches again. */
  #change(node: number, at: number, state: State): void {
    const way = state & forwards ? 1 : -1
    const used = state >> 2
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
    this.#followEnd(edgeOf(this.#tree, node, edgeCode(endOf(state), 1)), changed)
    if (after !== outside && used === 0 && !isParticle(code)) {
      this.#look(node, at + way, mostChanges * oneChange + (state & (forwards | turned)))
    }
    const most = this.#changesBelow(node)
    if (used + 2 > most || used + 2 > mostChanges) return
    const leapt = edgeOf(this.#tree, node, edgeCode(code, 2))
    if (leapt >= 0) this.#follow(leapt, at + way, changed + oneChange)
  }

  /** Turns to the seed's other side when the path's first part is read; when both are, only a bucket is left. */
  #followEnd(row: number, state: State): void {
    if (row < 0) return
    if (state & turned) this.#follow(row, -1, state)
    else this.#follow(row, state & forwards ? this.#start - 1 : this.#end, (state ^ forwards) | turned)
  }

  #changesBelow(node: number): number {
    return this.#tree.nodes[node * nodeRow.size + nodeRow.changes]!
  }

  #code(at: number): number {
    return at >= 0 && at < this.#codes.length ? this.#codes[at]! : outside
  }

  #follow(row: number, at: number, state: State): void {
    const { edges, targets } = this.#tree
    const count = edges[row + edgeRow.count]!
    const first = edges[row + edgeRow.first]!
    if (count > mostTargets) return
    if (count === 0) this.#visit(first, at, state)
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
}

/** What ends the part of the path that is being read. */
function endOf(state: State): number {
  return state & turned ? stop : turn
}
