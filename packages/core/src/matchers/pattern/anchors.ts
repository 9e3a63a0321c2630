import { PairBits } from '../pair-bits.ts'

/** An anchor, by its number, and where it begins. */
export interface AnchorPlace {
  readonly anchor: number
  readonly start: number
}

/** The places of all anchors in a text, in reading order; undefined where there is none. */
export type AnchorScan = (text: string) => readonly AnchorPlace[] | undefined

/** What may begin with a character. */
const NOTHING = 0
const LONGER = 1
const SINGLE = 2

/**
 * Finds anchors by their first character, then by their first two: for a few hundred short literals this is faster to
 * build than an automaton and as fast to run. Anchors: distinct; of equal single characters the first is told.
 */
export function anchorScan(anchors: readonly string[]): AnchorScan {
  const firsts = new Uint8Array(65_536)
  const singles = new Map<number, number>()
  const pairs = new PairBits()
  const byPair = new Map<number, number[]>()
  for (const [number, anchor] of anchors.entries()) {
    const first = anchor.charCodeAt(0)
    firsts[first]! |= anchor.length === 1 ? SINGLE : LONGER
    const pair = pairAt(anchor, 0)
    if (anchor.length > 1) pairs.add(first, anchor.charCodeAt(1))
    const known = byPair.get(pair)
    if (anchor.length === 1) singles.set(first, singles.get(first) ?? number)
    else if (known === undefined) byPair.set(pair, [number])
    else known.push(number)
  }
  return (text) => {
    let places: AnchorPlace[] | undefined
    for (let at = 0; at < text.length; at++) {
      const kinds = firsts[text.charCodeAt(at)]!
      if (kinds === NOTHING) continue
      const longer = (kinds & LONGER) !== 0 && pairs.has(text, at) ? byPair.get(pairAt(text, at)) : undefined
      const single = (kinds & SINGLE) === 0 ? undefined : singles.get(text.charCodeAt(at))
      if (longer === undefined && single === undefined) continue
      places ??= []
      if (single !== undefined) places.push({ anchor: single, start: at })
      for (const anchor of longer ?? []) if (text.startsWith(anchors[anchor]!, at)) places.push({ anchor, start: at })
    }
    return places
  }
}

/** Two units as one number; 0 stands for what lies behind the end. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | (at + 1 < text.length ? text.charCodeAt(at + 1) : 0)
}
