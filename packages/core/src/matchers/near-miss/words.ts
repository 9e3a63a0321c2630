import type { Segmenter } from '../../types.ts'

/** Words of one character that stand alone in good text; any other single character is a sign of something broken. */
const singles = new Set('的地得之和与及或在是为对把被将向从以到要不有无了着过也又都更最很再等各')

/** Whether a character stands alone in good text: as such a word, or as no Chinese character. */
export function mayBeAlone(char: string): boolean {
  return singles.has(char) || !/\p{Script=Han}/u.test(char)
}

/**
 * The words of a window of a text, of which only those are cut that are asked for, where the segmenter can. Offsets of
 * the text; outside the window there are no words.
 */
export class Words {
  readonly #text: string
  readonly #window: string
  readonly #from: number
  readonly #segmenter: Segmenter
  #edges: ReadonlySet<number> | undefined

  constructor(text: string, { start, end }: { start: number; end: number }, segmenter: Segmenter) {
    this.#text = text
    this.#from = Math.max(0, start)
    this.#window = text.slice(this.#from, end)
    this.#segmenter = segmenter
  }

  /** Whether a word begins before an offset and ends behind it. */
  reachOver(offset: number): boolean {
    const at = offset - this.#from
    if (at <= 0 || at >= this.#window.length) return false
    const [isInWord] = this.#segmenter.areInWords?.(this.#window, [at]) ?? [!this.#cutEdges().has(at)]
    return isInWord === true
  }

  /** Whether the character at an offset is a word by itself that good text does not have. */
  haveAlone(offset: number): boolean {
    const isOutside = offset < this.#from || offset >= this.#from + this.#window.length
    if (isOutside || mayBeAlone(this.#text.charAt(offset))) return false
    return !this.reachOver(offset) && !this.reachOver(offset + 1)
  }

  /** Where words end. */
  #cutEdges(): ReadonlySet<number> {
    if (this.#edges !== undefined) return this.#edges
    const edges = new Set<number>()
    let at = 0
    for (const { length } of this.#segmenter.cut(this.#window)) {
      at += length
      edges.add(at)
    }
    this.#edges = edges
    return edges
  }
}
