import { pairHash, tripleHash } from '../automaton/head-filter.ts'

/**
 * Finds anchors in texts, one text after the other. The places of the last text are told in `anchors` and `starts`, in
 * reading order, until the next one is read: nothing is made for a text without any.
 */
export interface AnchorScan {
  /** How many places the text has. */
  read(text: string): number
  /** Which anchor stands at each place, by its number. */
  readonly anchors: readonly number[]
  /** Where each place begins. */
  readonly starts: readonly number[]
}

/**
 * Finds anchors by their first characters, of longer ones three: small sets of bits are asked at each place, and hardly
 * ever more. For a few hundred short literals this is faster to build than an automaton and as fast to run. Anchors:
 * distinct; of equal single characters the first is told.
 */
export function anchorScan(anchors: readonly string[]): AnchorScan {
  const bits = new Int32Array(SINGLES + HEADS)
  const singles = new Map<number, number>()
  const byPair = new Map<number, number[]>()
  for (let number = 0; number < anchors.length; number++) {
    const anchor = anchors[number]!
    const first = anchor.charCodeAt(0)
    mark(bits, slotOf(anchor))
    if (anchor.length === 1) {
      if (!singles.has(first)) singles.set(first, number)
      continue
    }
    const pair = (first << 16) | anchor.charCodeAt(1)
    const known = byPair.get(pair)
    if (known === undefined) byPair.set(pair, [number])
    else known.push(number)
  }
  const found: number[] = []
  const starts: number[] = []
  const read = (text: string): number => {
    const candidates = listPlaces(bits, text)
    const list = places
    let count = 0
    for (let index = 0; index < candidates; index++) {
      const at = list[index]!
      const first = text.charCodeAt(at)
      const single = singles.get(first)
      if (single !== undefined) {
        found[count] = single
        starts[count++] = at
      }
      const longer = at + 1 < text.length ? byPair.get((first << 16) | text.charCodeAt(at + 1)) : undefined
      if (longer === undefined) continue
      for (let which = 0; which < longer.length; which++) {
        const anchor = longer[which]!
        if (!text.startsWith(anchors[anchor]!, at)) continue
        found[count] = anchor
        starts[count++] = at
      }
    }
    return count
  }
  return { read, anchors: found, starts }
}

/** Where anchors may begin; filled by one text after the other. */
let places: Int32Array = new Int32Array(0)

/** Lists where an anchor may begin by its first characters, and tells how many places. */
function listPlaces(bits: Int32Array, text: string): number {
  const { length } = text
  if (places.length < length) places = new Int32Array(2 * length)
  const list = places
  let count = 0
  let first = text.charCodeAt(0)
  let second = length > 1 ? text.charCodeAt(1) : 0
  for (let at = 0; at < length; at++) {
    const third = at + 2 < length ? text.charCodeAt(at + 2) : 0
    const pair = pairHash(first, second)
    const alone = singleSlot(first)
    const short = headSlot(pair)
    const long = headSlot(tripleHash(pair, third))
    first = second
    second = third
    // Written whether or not it counts: a jump that cannot be foreseen takes longer.
    list[count] = at
    count += ((bits[alone >>> 5]! >>> alone) | (bits[short >>> 5]! >>> short) | (bits[long >>> 5]! >>> long)) & 1
  }
  return count
}

/** Words of bits for single characters, and behind them for pairs and runs of three. */
const SINGLES = 1 << 7
const HEADS = 1 << 12

/** The bit of an anchor. */
function slotOf(anchor: string): number {
  const first = anchor.charCodeAt(0)
  if (anchor.length === 1) return singleSlot(first)
  const pair = pairHash(first, anchor.charCodeAt(1))
  return headSlot(anchor.length === 2 ? pair : tripleHash(pair, anchor.charCodeAt(2)))
}

function singleSlot(unit: number): number {
  return Math.imul(unit, 0x9e37_79b1) >>> 20
}

function headSlot(hash: number): number {
  return (hash >>> 15) + SINGLES * 32
}

function mark(bits: Int32Array, slot: number): void {
  bits[slot >>> 5]! |= 1 << slot
}
