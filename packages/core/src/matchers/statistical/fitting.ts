import { kind, margin } from '../../model/character-table.ts'
import { isLikelierAlone, listEnd, listStart, meantId } from '../../model/confusions.ts'
import { firstFactor, mayKnowPair } from '../../model/pair-filter.ts'
import type { Line } from './line.ts'

/** No place has more entries. */
export const mostEntries = 256

/** Entries of the table of confusions that may stand in places of a text. */
export interface Fitting {
  count: number
  readonly entries: Uint16Array
  /** On which sides of each the filters know the pair that it makes: 1 before it, 2 behind it. */
  readonly sides: Uint8Array
}

/** Room for so many entries. */
export function fittingOf(room: number): Fitting {
  return { count: 0, entries: new Uint16Array(room), sides: new Uint8Array(room) }
}

/**
 * Adds what a place's character may have been written for: characters that the neighbours may know and that may make
 * the cut into words better, in a word with a neighbour or as the likelier word by itself. Of both filters the first
 * bits are read here, without calls: this runs cold, over thousands of characters, and they say no of most.
 */
export function addFitting(fitting: Fitting, line: Line, place: number): void {
  const { entries, sides } = fitting
  const { confusions, pairs, joins } = line.model
  const listed = confusions.entries
  const known = pairs.bits
  const joined = joins.bits
  const before = line.ids[place - 1]! << 13
  const after = line.ids[place + 1]!
  const unit = line.text.charCodeAt(place - margin)
  const end = listEnd(confusions, unit)
  let { count } = fitting
  for (let at = listStart(confusions, unit); at < end; at++) {
    const entry = listed[at]!
    const id = entry & 0x1fff
    const left = Math.imul(before ^ id, firstFactor) >>> 11
    const right = Math.imul((id << 13) ^ after, firstFactor) >>> 11
    const leftBit = 1 << (left & 15)
    const rightBit = 1 << (right & 15)
    if (((known[left >>> 4]! & leftBit) | (known[right >>> 4]! & rightBit)) === 0) continue
    if (entry < 0x8000 && ((joined[left >>> 4]! & leftBit) | (joined[right >>> 4]! & rightBit)) === 0) continue
    const onSides = sidesOf(line, place, entry)
    if (onSides === 0) continue
    sides[count] = onSides
    entries[count++] = entry
  }
  fitting.count = count
}

/** On which sides of an entry both filters' bits know the pair; 0 when it does not fit. */
function sidesOf({ ids, model }: Line, place: number, entry: number): number {
  const { pairs, joins } = model
  const id = meantId(entry)
  const before = ids[place - 1]!
  const after = ids[place + 1]!
  if (!isLikelierAlone(entry) && !mayKnowPair(joins, before, id) && !mayKnowPair(joins, id, after)) return 0
  const left = before !== kind.boundary && mayKnowPair(pairs, before, id) ? 1 : 0
  return after !== kind.boundary && mayKnowPair(pairs, id, after) ? left | 2 : left
}
