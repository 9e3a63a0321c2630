/**
 * From two numbers of 16 bits to a list of others, in plain arrays that a snapshot can keep: an open hash table whose
 * slots hold the two numbers and where their list lies.
 */
export interface PairTable {
  /** The two numbers of a slot; 0 when it is empty. */
  readonly keys: Uint32Array
  readonly from: Uint32Array
  readonly length: Uint16Array
  readonly lists: Uint16Array
}

/** Builds the table of lists by pair; no pair twice, and none of two zeros. */
export function buildPairTable(entries: ReadonlyMap<number, readonly number[]>): PairTable {
  let size = 1024
  while (size < 2 * entries.size) size *= 2
  const lists = Uint16Array.from([...entries.values()].flat())
  const table = { keys: new Uint32Array(size), from: new Uint32Array(size), length: new Uint16Array(size), lists }
  let start = 0
  for (const [key, list] of entries) {
    let slot = slotOf(key, size - 1)
    while (table.keys[slot] !== 0) slot = (slot + 1) & (size - 1)
    table.keys[slot] = key
    table.from[slot] = start
    table.length[slot] = list.length
    start += list.length
  }
  return table
}

/** The list of a pair; undefined when it has none. */
export function listOf(table: PairTable, key: number): Uint16Array | undefined {
  const slot = findPair(table, key)
  if (slot < 0) return undefined
  const start = table.from[slot]!
  return table.lists.subarray(start, start + table.length[slot]!)
}

/** The slot of a pair, −1 when it has none; for who asks often, since making a list of its own takes long. */
export function findPair({ keys }: PairTable, key: number): number {
  const mask = keys.length - 1
  let slot = slotOf(key, mask)
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
  return keys[slot] === 0 ? -1 : slot
}

/** Two numbers of 16 bits as one. */
export function pairKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0
}

function slotOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 12) & mask
}
