import { pairDoubts } from './places.ts'

/**
 * Where a tag stands in a table, or would stand: in the slot that its hash names or in the one beside it, which lies in
 * the same line of the cache. When both are taken it takes the place of one of them. The low four bits of a slot belong
 * to no tag.
 */
export function slotFor(table: Int32Array, hashed: number, tag: number): number {
  const kept = table[hashed]!
  if (((kept ^ tag) & ~pairDoubts) === 0 || kept === 0) return hashed
  const beside = table[hashed ^ 1]!
  if (((beside ^ tag) & ~pairDoubts) === 0 || beside === 0) return hashed ^ 1
  return hashed ^ ((tag >>> 9) & 1)
}
