import { tableSize } from './automaton.ts'
import {
  bitWord,
  type Continuations,
  edgeCode,
  edgeRow,
  edgeSlot,
  markEdge,
  entryRow,
  nodeRow,
  packed,
  stop,
  turn,
} from './continuations.ts'
import type { SeedEntry } from './seeds.ts'
import type { Spelling } from './spellings.ts'

/** Up to so many spellings are verified one by one; more that share a seed are told apart by what stands around it. */
const bucketSize = 6

/** Groups the spellings that share a seed by what stands around it; the groups' root nodes are in the order of `groups`. */
export function buildContinuations(
  spellings: readonly Spelling[],
  groups: Iterable<readonly SeedEntry[]>,
): { roots: readonly number[]; tree: Continuations } {
  const builder = new TreeBuilder(spellings)
  const roots = Array.from(groups, (entries) => builder.add(entries))
  return { roots, tree: builder.finish() }
}

/** An entry of a seed that many share. */
interface Branch extends SeedEntry {
  /** What follows the seed, `turn`, what precedes it backwards, `stop`. */
  readonly path: string
  /** The nodes on the path, from the root on. */
  readonly nodes: number[]
}

function branchOf(entry: SeedEntry, { skeleton }: Spelling): Branch {
  const back = [...skeleton.slice(0, entry.start)].reverse().join('')
  const path = `${skeleton.slice(entry.end)}${String.fromCharCode(turn)}${back}${String.fromCharCode(stop)}`
  return { ...entry, path, nodes: [] }
}

class TreeBuilder {
  readonly #spellings: readonly Spelling[]
  readonly #nodes: number[] = []
  readonly #entries: number[] = []
  readonly #edges = new Map<number, Set<number>>()

  constructor(spellings: readonly Spelling[]) {
    this.#spellings = spellings
  }

  add(entries: readonly SeedEntry[]): number {
    if (entries.length <= bucketSize) return this.#bucket(entries)
    const branches = entries.map((entry) => branchOf(entry, this.#spellings[entry.spelling]!))
    const root = this.#grow(branches, 0)
    for (const branch of branches) this.#link(branch)
    return root
  }

  finish(): Continuations {
    const nodes = Int32Array.from(this.#nodes)
    const edges = new Int32Array(edgeRow.size * tableSize(this.#edges.size)).fill(-1)
    const edgeBits = new Int32Array(tableSize(this.#edges.size) / 4)
    const targets: number[] = []
    for (const [key, found] of this.#edges) {
      const node = Math.floor(key / codeSpace)
      const code = key % codeSpace
      markEdge(edgeBits, node, code)
      nodes[bitWord(node, code)]! |= 1 << (code & 31)
      edges.set([node, code, targets.length, found.size], edgeSlot(edges, node, code))
      for (const target of found) targets.push(target)
    }
    return { nodes, edges, edgeBits, targets: Int32Array.from(targets), entries: Int32Array.from(this.#entries) }
  }

  #bucket(entries: readonly SeedEntry[]): number {
    const node = this.#node(entries, entries.length)
    for (const { spelling, start, end } of entries) {
      const { skeleton, budget } = this.#spellings[spelling]!
      const at = (place: number) => skeleton.charCodeAt(place) || 0
      const [after, before] = [packed(at(end), at(end + 1)), packed(at(start - 1), at(start - 2))]
      this.#entries.push(spelling, packed(start, end), after, before, packed(at(end + 2), at(start - 3)))
      this.#entries.push(packed(skeleton.length, budget))
    }
    return node
  }

  #node(entries: readonly SeedEntry[], count: number): number {
    const changes = entries.reduce((most, { spelling }) => Math.max(most, this.#spellings[spelling]!.budget), 0)
    this.#nodes.push(this.#entries.length / entryRow.size, count, changes, 0, 0, 0, 0, 0)
    return this.#nodes.length / nodeRow.size - 1
  }

  #grow(branches: readonly Branch[], depth: number): number {
    const ended = branches.every(({ path }) => path.length <= depth)
    const isBucket = branches.length <= bucketSize || ended
    const node = isBucket ? this.#bucket(branches) : this.#node(branches, 0)
    for (const branch of branches) branch.nodes.push(node)
    if (isBucket) return node
    const children = new Map<number, Branch[]>()
    for (const branch of branches) {
      const code = branch.path.charCodeAt(depth)
      const known = children.get(code)
      if (known === undefined) children.set(code, [branch])
      else known.push(branch)
    }
    for (const below of children.values()) this.#grow(below, depth + 1)
    return node
  }

  /** From each inner node on an entry's way: to its child, grandchild and great-grandchild, or the bucket before. */
  #link({ nodes, path }: Branch): void {
    const last = nodes.length - 1
    for (let depth = 0; depth < last; depth++) {
      for (let ahead = 0; ahead < 3 && depth + ahead < path.length; ahead++) {
        const key = nodes[depth]! * codeSpace + edgeCode(path.charCodeAt(depth + ahead), ahead)
        const target = nodes[Math.min(last, depth + ahead + 1)]!
        const known = this.#edges.get(key)
        if (known === undefined) this.#edges.set(key, new Set([target]))
        else known.add(target)
      }
    }
  }
}

const codeSpace = 3 * 65_536
