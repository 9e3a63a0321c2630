/**
 * Which inner character a word of four lacks, by the three others: an open hash table of four bytes a slot, 19 bits of
 * the three characters' hash and 13 bits of the fourth's number. Each word stands in it twice, without its second
 * character and without its third. Three others are taken for a word's about once in half a million times.
 */
export interface GapTable {
  readonly slots: Uint32Array
}

/** Three characters of a word of four, in order, and which inner one is not there: its second or its third. */
export interface GappedWord {
  readonly first: number
  readonly second: number
  readonly third: number
  readonly lacks: 2 | 3
}

/** The numbers of the characters that fill the gap, in no order. */
export function fillingsOf({ slots }: GapTable, word: GappedWord): readonly number[] {
  if (slots.length === 0) return []
  const hash = hashOf(word)
  let found = none
  const last = slots.length - 1
  for (let at = placeOf(hash, last); slots[at] !== 0; at = (at + 1) & last) {
    if (slots[at]! >>> 13 === hash >>> 13) found = [...found, slots[at]! & 0x1fff]
  }
  return found
}

/** An empty table with room for `words` words: a power of two of slots, of which a third at least stay empty. */
export function createGapTable(words: number): GapTable {
  return { slots: new Uint32Array(words === 0 ? 0 : 2 ** Math.ceil(Math.log2(3 * words))) }
}

/** Puts a word of four, given by its characters' numbers. */
export function putGaps(table: GapTable, [first, second, third, fourth]: Uint16Array): void {
  put(table, hashOf({ first: first!, second: third!, third: fourth!, lacks: 2 }), second!)
  put(table, hashOf({ first: first!, second: second!, third: fourth!, lacks: 3 }), third!)
}

const none: readonly number[] = []

function put({ slots }: GapTable, hash: number, id: number): void {
  const last = slots.length - 1
  let at = placeOf(hash, last)
  while (slots[at] !== 0) at = (at + 1) & last
  slots[at] = ((hash >>> 13) << 13) | id
}

function hashOf({ first, second, third, lacks }: GappedWord): number {
  let hash = Math.imul(first ^ (lacks << 13), 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ third, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** Takes the bits that the tag leaves out into account. */
function placeOf(hash: number, last: number): number {
  return (hash ^ (hash >>> 15)) & last
}
