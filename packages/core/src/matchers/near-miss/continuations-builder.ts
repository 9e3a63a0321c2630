import {
  type Continuations,
  edgeCode,
  edgeRow,
  edgeSalt,
  entryRow,
  fullBucket,
  nodeRow,
  packed,
  type Step,
  stepToBucket,
  stop,
  turn,
} from './continuations.ts'
import { mix } from './hashing.ts'
import type { SeedEntry } from './seeds.ts'
import type { Spelling } from './spellings.ts'

/** Up to so many spellings are verified one by one; more that share a seed are told apart by what stands around it. */
const bucketSize = 6

/** Groups the spellings that share a seed by what stands around it; `roots` are the first steps in the order of `groups`. */
export function buildContinuations(
  spellings: readonly Spelling[],
  groups: Iterable<readonly SeedEntry[]>,
): { roots: readonly Step[]; tree: Continuations } {
  const builder = new TreeBuilder(spellings)
  const roots = Array.from(groups, (entries) => builder.add(entries))
  return { roots, tree: builder.finish() }
}

/** An entry of a seed that many share. */
interface Branch extends SeedEntry {
  /** What is on one side of the seed, `turn`, what is on the other, `stop`; what precedes it is read backwards. */
  readonly path: string
  /** The steps on the path, from the root's on. */
  readonly steps: Step[]
}

/** What stands after and, read backwards, before an entry's seed. */
interface Sides {
  readonly after: string
  readonly before: string
}

function sidesOf({ start, end }: SeedEntry, { skeleton }: Spelling): Sides {
  return { after: skeleton.slice(end), before: [...skeleton.slice(0, start)].reverse().join('') }
}

function variety(sides: readonly Sides[], side: keyof Sides): number {
  return new Set(sides.map((one) => one[side])).size
}

function pathOf(first: string, second: string): string {
  return `${first}${String.fromCharCode(turn)}${second}${String.fromCharCode(stop)}`
}

class TreeBuilder {
  readonly #spellings: readonly Spelling[]
  readonly #nodes: number[] = []
  readonly #entries: number[] = []
  /** By node and code: the steps. */
  readonly #edges: Map<number, Set<Step>>[] = []

  constructor(spellings: readonly Spelling[]) {
    this.#spellings = spellings
  }

  add(entries: readonly SeedEntry[]): Step {
    if (entries.length <= bucketSize) return this.#bucket(entries)
    const sides = entries.map((entry) => sidesOf(entry, this.#spellings[entry.spelling]!))
    const backwards = variety(sides, 'before') > variety(sides, 'after')
    const branches = entries.map((entry, i): Branch => {
      const { before, after } = sides[i]!
      return { ...entry, path: backwards ? pathOf(before, after) : pathOf(after, before), steps: [] }
    })
    const root = this.#grow(branches, 0)
    if (backwards) this.#nodes[~root * nodeRow.size + nodeRow.backwards] = 1
    for (const branch of branches) this.#link(branch)
    return root
  }

  finish(): Continuations {
    const nodes = Int32Array.from(this.#nodes)
    const edges: number[] = []
    const edgeBits: number[] = []
    const targets: number[] = []
    this.#edges.forEach((own, node) => {
      const slots = powerAbove((4 * own.size) / 3)
      const bits = Math.max(32, powerAbove(8 * own.size))
      const rows = edges.length / edgeRow.size
      nodes.set([rows, slots - 1, edgeBits.length, bits - 1], node * nodeRow.size + nodeRow.edges)
      const table = new Int32Array(slots * edgeRow.size).fill(-1)
      const words = new Int32Array(bits / 32)
      for (const [code, steps] of own) {
        const mixed = mix(code, edgeSalt)
        words[(mixed & (bits - 1)) >>> 5]! |= 1 << (mixed & 31)
        let slot = (mixed >>> 16) & (slots - 1)
        while (table[slot * edgeRow.size] !== -1) slot = (slot + 1) & (slots - 1)
        const [only] = steps
        table.set(steps.size === 1 ? [code, only!, 0] : [code, targets.length, steps.size], slot * edgeRow.size)
        if (steps.size > 1) targets.push(...steps)
      }
      for (const cell of table) edges.push(cell)
      for (const word of words) edgeBits.push(word)
    })
    return {
      nodes,
      edges: Int32Array.from(edges),
      edgeBits: Int32Array.from(edgeBits),
      targets: Int32Array.from(targets),
      entries: Int32Array.from(this.#entries),
    }
  }

  #bucket(entries: readonly SeedEntry[]): Step {
    const first = this.#entries.length / entryRow.size
    const kept = entries.slice(0, fullBucket)
    for (const { spelling, start, end } of kept) {
      const { skeleton, budget } = this.#spellings[spelling]!
      const at = (place: number) => skeleton.charCodeAt(place) || 0
      const [after, before] = [packed(at(end), at(end + 1)), packed(at(start - 1), at(start - 2))]
      this.#entries.push(spelling, packed(start, end), after, before, packed(at(end + 2), at(start - 3)))
      this.#entries.push(packed(skeleton.length, budget))
    }
    return stepToBucket(first, kept.length)
  }

  #node(entries: readonly SeedEntry[]): Step {
    const changes = entries.reduce((most, { spelling }) => Math.max(most, this.#spellings[spelling]!.budget), 0)
    this.#nodes.push(changes, 0, 0, 0, 0, 0, 0, 0)
    this.#edges.push(new Map())
    return -this.#nodes.length / nodeRow.size
  }

  #grow(branches: readonly Branch[], depth: number): Step {
    const ended = branches.every(({ path }) => path.length <= depth)
    const isBucket = branches.length <= bucketSize || ended
    const step = isBucket ? this.#bucket(branches) : this.#node(branches)
    for (const branch of branches) branch.steps.push(step)
    if (isBucket) return step
    const children = new Map<number, Branch[]>()
    for (const branch of branches) {
      const code = branch.path.charCodeAt(depth)
      const known = children.get(code)
      if (known === undefined) children.set(code, [branch])
      else known.push(branch)
    }
    for (const below of children.values()) this.#grow(below, depth + 1)
    return step
  }

  /** From each inner node on an entry's way: to its child, grandchild and great-grandchild, or the bucket before. */
  #link({ steps, path }: Branch): void {
    const last = steps.length - 1
    for (let depth = 0; depth < last; depth++) {
      for (let ahead = 0; ahead < 3 && depth + ahead < path.length; ahead++) {
        const own = this.#edges[~steps[depth]!]!
        const code = edgeCode(path.charCodeAt(depth + ahead), ahead)
        const target = steps[Math.min(last, depth + ahead + 1)]!
        const known = own.get(code)
        if (known === undefined) own.set(code, new Set([target]))
        else known.add(target)
      }
    }
  }
}

/** The least power of two above a number: one slot at least stays free. */
function powerAbove(number: number): number {
  let power = 2
  while (power <= number) power *= 2
  return power
}
