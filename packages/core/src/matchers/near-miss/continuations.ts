import { hash, tableSize } from './automaton.ts'
import { budgetOf, type Form, pieceStarts } from './form.ts'

/** Stands between what follows a piece and, read backwards, what precedes it. Never a kept character. */
export const turn = 0xffff

/** Stands after the whole path. */
export const stop = 0xfffe

/** Up to so many forms are verified one by one; more that share a piece are told apart by what stands around it. */
const bucketSize = 6

/** A piece of a form: the form's place and the piece's place in it. */
interface Entry {
  readonly form: number
  readonly start: number
  readonly end: number
}

/** An entry of a piece that many share. */
interface Branch extends Entry {
  /** What follows the piece, `turn`, what precedes it backwards, `stop`. */
  readonly path: string
  /** The nodes on the path, from the root on. */
  readonly nodes: number[]
}

/**
 * For each piece, the forms that have it: a bucket, or, where many share it, a trie of what stands around the piece.
 *
 *     piece 人民, form 全国人民代表大会        path  代表大会 ⏎ 国全 ⏹
 *
 * From a trie's node the next nodes are looked up by one code: `child` reads it as the next, `skip` as the one after
 * the next, `leap` as the third. So a change costs a look-up, however many children a node has.
 */
export interface Continuations {
  /** By piece: its root node. */
  readonly roots: Int32Array
  /** By piece: its length. */
  readonly lengths: Uint8Array
  /** By node: its bucket's range in `entries`, as start and count; a count of 0 marks an inner node. */
  readonly bucketStart: Int32Array
  readonly bucketCount: Int32Array
  /** Three columns an entry: form, piece start, piece end. */
  readonly entries: Int32Array
  /** The most changes any form below a node may have. */
  readonly budgets: Uint8Array
  /** By node: 128 bits that tell most codes without an edge apart before the table is asked. */
  readonly filters: Int32Array
  /** Edges as an open hash table: node, code and kind, and their range in `targets`. */
  readonly edgeNode: Int32Array
  readonly edgeCode: Int32Array
  readonly edgeStart: Int32Array
  readonly edgeCount: Int32Array
  readonly targets: Int32Array
}

/** Groups the forms by piece. `pieces` are the distinct pieces in the order of `roots`. */
export function buildContinuations(forms: readonly Form[]): { pieces: readonly string[]; tree: Continuations } {
  const groups = groupByPiece(forms)
  const builder = new TreeBuilder(forms)
  const roots = Int32Array.from(groups.values(), (entries) => builder.add(entries))
  const lengths = Uint8Array.from(groups.keys(), (piece) => piece.length)
  return { pieces: [...groups.keys()], tree: { roots, lengths, ...builder.finish() } }
}

function groupByPiece(forms: readonly Form[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  forms.forEach((form, number) => {
    const starts = pieceStarts(form.skeleton.length)
    for (let i = 0; i + 1 < starts.length; i++) {
      const start = starts[i]!
      const end = starts[i + 1]!
      const piece = form.skeleton.slice(start, end)
      const group = groups.get(piece)
      const entry = { form: number, start, end }
      if (group === undefined) groups.set(piece, [entry])
      else group.push(entry)
    }
  })
  return groups
}

function branchOf(entry: Entry, { skeleton }: Form): Branch {
  const back = [...skeleton.slice(0, entry.start)].reverse().join('')
  const path = `${skeleton.slice(entry.end)}${String.fromCharCode(turn)}${back}${String.fromCharCode(stop)}`
  return { ...entry, path, nodes: [] }
}

class TreeBuilder {
  readonly #forms: readonly Form[]
  readonly #bucketStart: number[] = []
  readonly #bucketCount: number[] = []
  readonly #budgets: number[] = []
  readonly #entries: number[] = []
  readonly #edges = new Map<number, Set<number>>()

  constructor(forms: readonly Form[]) {
    this.#forms = forms
  }

  add(entries: readonly Entry[]): number {
    if (entries.length <= bucketSize) return this.#bucket(entries)
    const branches = entries.map((entry) => branchOf(entry, this.#forms[entry.form]!))
    const root = this.#grow(branches, 0)
    for (const branch of branches) this.#link(branch)
    return root
  }

  finish(): Omit<Continuations, 'roots' | 'lengths'> {
    const size = tableSize(this.#edges.size)
    const edges = {
      edgeNode: new Int32Array(size).fill(-1),
      edgeCode: new Int32Array(size),
      edgeStart: new Int32Array(size),
      edgeCount: new Int32Array(size),
    }
    const targets: number[] = []
    const filters = new Int32Array(4 * this.#budgets.length)
    for (const [key, nodes] of this.#edges) {
      const node = Math.floor(key / codeSpace)
      const code = key % codeSpace
      const slot = edgeSlot(edges, node, code)
      filters[filterWord(node, code)]! |= 1 << (code & 31)
      edges.edgeNode[slot] = node
      edges.edgeCode[slot] = code
      edges.edgeStart[slot] = targets.length
      edges.edgeCount[slot] = nodes.size
      for (const node of nodes) targets.push(node)
    }
    return {
      ...edges,
      filters,
      targets: Int32Array.from(targets),
      bucketStart: Int32Array.from(this.#bucketStart),
      bucketCount: Int32Array.from(this.#bucketCount),
      entries: Int32Array.from(this.#entries),
      budgets: Uint8Array.from(this.#budgets),
    }
  }

  #bucket(entries: readonly Entry[]): number {
    const node = this.#node(entries, entries.length)
    for (const { form, start, end } of entries) this.#entries.push(form, start, end)
    return node
  }

  #node(entries: readonly Entry[], count: number): number {
    this.#bucketStart.push(this.#entries.length / 3)
    this.#bucketCount.push(count)
    const lengths = entries.map(({ form }) => this.#forms[form]!.skeleton.length)
    this.#budgets.push(lengths.reduce((most, length) => Math.max(most, budgetOf(length)), 0))
    return this.#budgets.length - 1
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

/** A code as an edge: `ahead` 0 is the next code of the path, 1 the one after it, 2 the third. */
export function edgeCode(code: number, ahead: number): number {
  return ahead * 65_536 + code
}

/** Whether a node can have an edge at all: a wrong yes is possible, a wrong no is not. */
export function mayHaveEdge({ filters }: Continuations, node: number, code: number): boolean {
  return (filters[filterWord(node, code)]! & (1 << (code & 31))) !== 0
}

function filterWord(node: number, code: number): number {
  return 4 * node + ((code >> 5) & 3)
}

/** Where an edge stands in the table; `edgeNode` there is -1 when there is none. */
export function edgeSlot(tree: Pick<Continuations, 'edgeNode' | 'edgeCode'>, node: number, code: number): number {
  const mask = tree.edgeNode.length - 1
  let slot = hash(node, code) & mask
  while (tree.edgeNode[slot] !== -1 && !(tree.edgeNode[slot] === node && tree.edgeCode[slot] === code)) {
    slot = (slot + 1) & mask
  }
  return slot
}
