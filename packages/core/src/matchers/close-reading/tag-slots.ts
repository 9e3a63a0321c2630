/**
 * Where a tag stands in a table, or would stand: in the slot that its hash names or in the one beside it, which lies in
 * the same line of the cache. When both are taken it takes the place of one of them. The low three bits of a slot belong
 * to no tag.
 */
export function slotFor(table: Int32Array, hashed: number, tag: number): number {
  const kept = table[hashed]!
  if (((kept ^ tag) & ~7) === 0 || kept === 0) return hashed
  const beside = table[hashed ^ 1]!
  if (((beside ^ tag) & ~7) === 0 || beside === 0) return hashed ^ 1
  return hashed ^ ((tag >>> 9) & 1)
}
