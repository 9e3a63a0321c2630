/** Longest stretch that is looked for twice in a row. */
export const longest = 12

/** By a hash of two neighbouring units: the last place where it was met, counted downwards over all texts. */
const met = new Int32Array(4096).fill(longest)
let lowest = 0

const [STOP, EXCLAMATION, QUESTION, SEMICOLON] = [0x3002, 0xff01, 0xff1f, 0xff1b]

/**
 * Where something in a text may come again behind itself. One pass tells it for characters, words and sentences, from the
 * end, so that one look tells of a pair whether it comes again. Hardly a branch depends on what stands there: more are
 * listed in vain, but what a processor cannot foresee costs more than the whole look. Filled by one text after the other.
 */
export class Repeats {
  /** The second ones of units that stand twice in a row, so many, from the last to the first. */
  readonly doubled: number[] = []
  doubledCount = 0
  /**
   * The places of units, so many, from the last to the first, that come again within {@link longest} together with the
   * one behind them: no other begins a word that is repeated.
   */
  readonly pairs: number[] = []
  pairCount = 0
  /** Whether two sentences side by side end alike. */
  hasLikeEnds = false
  /** The first mark at the end of the sentence that was met last, and that of the one behind it. */
  #end = 0
  #endBehind = 0

  /** Whether there is anything. */
  read(text: string): boolean {
    this.doubledCount = 0
    this.pairCount = 0
    this.hasLikeEnds = false
    this.#end = text.length
    this.#endBehind = text.length
    if (lowest < -0x3fffffff) {
      met.fill(longest)
      lowest = 0
    }
    lowest -= longest + text.length
    this.#scan(text, lowest)
    return this.hasLikeEnds || this.doubledCount > 0 || this.pairCount > 0
  }

  /** Places are counted from `base`. */
  #scan(text: string, base: number): void {
    let second = 0
    for (let at = text.length - 1; at >= 0; at--) {
      const first = text.charCodeAt(at)
      const slot = Math.imul((first << 16) | second, 0x9e3779b1) >>> 20
      const place = base + at
      if (met[slot]! - place <= longest) this.pairs[this.pairCount++] = at
      met[slot] = place
      if (first === second) this.doubled[this.doubledCount++] = at + 1
      if (first === STOP || first === SEMICOLON || first === EXCLAMATION || first === QUESTION) this.#endAt(text, at)
      second = first
    }
  }

  /** Of several marks in a row the first one ends the sentence. */
  #endAt(text: string, at: number): void {
    if (at + 1 < this.#end) this.#endBehind = this.#end
    this.#end = at
    if (this.#endBehind < text.length && endAlike(text, at, this.#endBehind)) this.hasLikeEnds = true
  }
}

/** Whether four units up to two places are the same. */
function endAlike(text: string, one: number, other: number): boolean {
  for (let back = 0; back < 4; back++) {
    if (text.charCodeAt(one - back) !== text.charCodeAt(other - back)) return false
  }
  return true
}
