import type { HeadFilter } from '../automaton/head-filter.ts'

/**
 * One filter that grants what any of several grants, and says which of them may. Sets are addressed by the highest bits
 * of a hash, so a place of a small set is a run of places of a large one.
 */
export interface JointFilter extends HeadFilter {
  /** By the highest 16 bits of a hash: the filters that may grant it, a bit each. */
  readonly pairOwners: Uint16Array
  readonly tripleOwners: Uint16Array
}

/** So many filters make a joint one at most. */
export const MOST_FILTERS = 16

/** How far a hash is moved to be looked up among the owners. */
export const OWNER_SHIFT = 16

/** The joint filter of MOST_FILTERS filters at most. */
export function jointFilter(filters: readonly HeadFilter[]): JointFilter {
  const pairs = filters.map((filter) => filter.pairs)
  const triples = filters.map((filter) => filter.triples)
  return {
    pairs: jointSet(pairs),
    triples: jointSet(triples),
    pairOwners: ownersIn(pairs),
    tripleOwners: ownersIn(triples),
  }
}

function jointSet(sets: readonly Int32Array[]): Int32Array {
  const joint = new Int32Array(Math.max(1, ...sets.map(({ length }) => length)))
  for (const set of sets) {
    const run = joint.length / set.length
    eachPlace(set, (place) => addRun(joint, place * run, run))
  }
  return joint
}

/** Adds `run` bits from `place` on; runs are powers of two at multiples of themselves. */
function addRun(joint: Int32Array, place: number, run: number): void {
  if (run >= 32) {
    joint.fill(-1, place >>> 5, (place + run) >>> 5)
    return
  }
  for (let at = place; at < place + run; at++) joint[at >>> 5]! |= 1 << at
}

function ownersIn(sets: readonly Int32Array[]): Uint16Array {
  const owners = new Uint16Array(1 << (32 - OWNER_SHIFT))
  for (const [owner, set] of sets.entries()) {
    const run = owners.length / (set.length * 32)
    eachPlace(set, (place) => {
      const first = Math.floor(place * run)
      for (let at = first; at < first + Math.max(1, run); at++) owners[at]! |= 1 << owner
    })
  }
  return owners
}

function eachPlace(set: Int32Array, visit: (place: number) => void): void {
  for (let word = 0; word < set.length; word++) {
    for (let rest = set[word]!; rest !== 0; rest &= rest - 1) visit(word * 32 + 31 - Math.clz32(rest & -rest))
  }
}
