import type { HeadFilter } from '../automaton/head-filter.ts'

/**
 * One filter that grants what any of several grants. Sets are addressed by the highest bits of a hash, so a place of a
 * small set is a run of places of a large one.
 */
export function jointFilter(filters: readonly HeadFilter[]): HeadFilter {
  return {
    pairs: jointSet(filters.map(({ pairs }) => pairs)),
    triples: jointSet(filters.map(({ triples }) => triples)),
  }
}

function jointSet(sets: readonly Int32Array[]): Int32Array {
  const joint = new Int32Array(Math.max(1, ...sets.map(({ length }) => length)))
  for (const set of sets) addAll(joint, set)
  return joint
}

function addAll(joint: Int32Array, set: Int32Array): void {
  const run = joint.length / set.length
  for (let word = 0; word < set.length; word++) {
    const bits = set[word]!
    for (let bit = 0; bits >>> bit !== 0 && bit < 32; bit++) {
      if (((bits >>> bit) & 1) === 1) fill(joint, (word * 32 + bit) * run, run)
    }
  }
}

/** Sets `run` bits from `place` on; runs are powers of two at multiples of themselves. */
function fill(joint: Int32Array, place: number, run: number): void {
  if (run >= 32) {
    joint.fill(-1, place >>> 5, (place + run) >>> 5)
    return
  }
  for (let at = place; at < place + run; at++) joint[at >>> 5]! |= 1 << at
}
