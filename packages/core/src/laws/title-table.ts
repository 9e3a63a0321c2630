import { bodyOf, withoutTrialNote } from './title-key.ts'

/**
 * Which law a key names, without the keys: an open hash table whose slots hold the upper bits of a key's hash and, in
 * {@link entryBits}, twice the law's row in the catalog, one more where the key is a short form, plus one, so that only
 * empty slots are 0. A page cites a few of thousands of titles: reading them all takes longer than judging those.
 */
export interface TitleTable {
  readonly slots: Uint32Array
}

const entryBits = 20
const entryMask = 2 ** entryBits - 1

/** Every form of every key, by row; official titles win over other titles' short forms. */
export function buildTitleTable(keys: readonly string[]): TitleTable {
  const entries = entriesOf(keys)
  const last = 2 ** Math.ceil(Math.log2(2 * entries.size + 1)) - 1
  const slots = new Uint32Array(last + 1)
  for (const [key, entry] of entries) {
    const hash = hashOf(key)
    let at = hash & last
    while (slots[at] !== 0) at = (at + 1) & last
    slots[at] = (hash & ~entryMask) | (entry + 1)
  }
  return { slots }
}

/** Twice the row that a key names, and one more where it is a short form; `keyOf` tells the key of a row's title. */
export function entryOf({ slots }: TitleTable, key: string, keyOf: (row: number) => string): number | undefined {
  const hash = hashOf(key)
  const last = slots.length - 1
  for (let at = hash & last; slots[at] !== 0; at = (at + 1) & last) {
    const slot = slots[at]!
    if ((slot ^ hash) >>> entryBits !== 0) continue
    const entry = (slot & entryMask) - 1
    if (isForm(key, keyOf(entry >>> 1))) return entry
  }
  return undefined
}

function entriesOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const entries = new Map<string, number>()
  for (let row = 0; row < keys.length; row++) entries.set(keys[row]!, 2 * row)
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!
    const body = bodyOf(key)
    if (!entries.has(body)) entries.set(body, 2 * row + 1)
    const untried = withoutTrialNote(key)
    if (!entries.has(untried)) entries.set(untried, 2 * row)
  }
  return entries
}

/** Whether a key is one under which a law with this full key stands. */
function isForm(key: string, full: string): boolean {
  return key === full || key === bodyOf(full) || key === withoutTrialNote(full)
}

function hashOf(key: string): number {
  let hash = key.length
  for (let at = 0; at < key.length; at++) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  return hash ^ (hash >>> 16)
}
