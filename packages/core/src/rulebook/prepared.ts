import { fingerprint } from '../report/fingerprint.ts'
import type { Rule, Rulebook } from '../types.ts'

/** Tables made beforehand: hosts keep them in the rulebook's snapshot, for building them takes longer than checking a page. */
export interface PreparedStore {
  /** What was kept under the key. A property is read only when it is asked for. */
  get<Tables extends object>(key: string): Tables | undefined
  /** Keeps plain data: objects, lists, strings, numbers, and typed arrays at any depth. */
  put(key: string, tables: object): void
  /** The one key `<kind> …`, when the rules are the very ones that the store was made for. */
  keyOf?(kind: string, rules: readonly Rule[]): string | undefined
}

/**
 * A key that names by a fingerprint what a kind's tables are made from. Working that out takes longer than many matchers
 * take for a page; of the store's own rules the key is known.
 */
export function fingerprintKey(kind: string, { rules, prepared }: Rulebook, parts: () => readonly string[]): string {
  return prepared?.keyOf?.(kind, rules) ?? `${kind} ${fingerprint(parts())}`
}

/**
 * The tables that the store has under the key, else what `build` makes. With a store they are built at once, so that it
 * can keep them; without one at the first call of the result. The key must name everything that they are made from.
 */
export function prepare<Tables extends object>(
  store: PreparedStore | undefined,
  key: string,
  build: () => Tables,
): () => Tables {
  const kept = store?.get<Tables>(key)
  if (kept !== undefined) return () => kept
  let built: Tables | undefined
  const once = (): Tables => {
    built ??= build()
    return built
  }
  store?.put(key, once())
  return once
}
