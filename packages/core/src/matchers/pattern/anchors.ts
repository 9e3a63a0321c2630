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
 * Finds anchors by their first two characters, single ones by their only one: two small sets of bits are asked at each
 * place, and hardly ever more. For a few hundred short literals this is faster to build than an automaton and as fast to
 * run. Anchors: distinct; of equal single characters the first is told.
 */
export function anchorScan(anchors: readonly string[]): AnchorScan {
  const singles = new Map<number, number>()
  const byPair = new Map<number, number[]>()
  const bits = new Int32Array(SINGLES + PAIRS)
  for (let number = 0; number < anchors.length; number++) {
    const anchor = anchors[number]!
    const first = anchor.charCodeAt(0)
    if (anchor.length === 1) {
      singles.set(first, singles.get(first) ?? number)
      mark(bits, singleSlot(first))
      continue
    }
    const pair = (first << 16) | anchor.charCodeAt(1)
    const known = byPair.get(pair)
    if (known === undefined) byPair.set(pair, [number])
    else known.push(number)
    mark(bits, pairSlot(pair))
  }
  const found: number[] = []
  const starts: number[] = []
  const read = (text: string): number => {
    let count = 0
    let first = text.charCodeAt(0)
    for (let at = 0; at < text.length; at++) {
      const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
      const pair = (first << 16) | second
      const alone = singleSlot(first)
      const slot = pairSlot(pair)
      const isNone = (((bits[alone >>> 5]! >>> alone) | (bits[slot >>> 5]! >>> slot)) & 1) === 0
      const single = isNone ? undefined : singles.get(first)
      first = second
      if (isNone) continue
      if (single !== undefined) {
        found[count] = single
        starts[count++] = at
      }
      for (const anchor of byPair.get(pair) ?? NONE) {
        if (!text.startsWith(anchors[anchor]!, at)) continue
        found[count] = anchor
        starts[count++] = at
      }
    }
    return count
  }
  return { read, anchors: found, starts }
}

/** Words of bits for single characters, and behind them for pairs. */
const SINGLES = 1 << 6
const PAIRS = 1 << 11

function singleSlot(unit: number): number {
  return Math.imul(unit, 0x9e37_79b1) >>> 21
}

function pairSlot(pair: number): number {
  return (Math.imul(pair, 0x9e37_79b1) >>> 16) + SINGLES * 32
}

function mark(bits: Int32Array, slot: number): void {
  bits[slot >>> 5]! |= 1 << slot
}

const NONE: readonly number[] = []
