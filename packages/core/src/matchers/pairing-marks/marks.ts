/** What a pair of marks is for; the rules report each family apart. */
export type MarkFamily = 'bracket' | 'title' | 'quote'

/** One mark of a pair. */
export interface Mark {
  /** The pair it belongs to; half-width and full-width brackets of one shape are one pair. */
  readonly pair: string
  readonly family: MarkFamily
  readonly side: 'open' | 'close'
  readonly partner: string
}

const PAIRS: readonly (readonly [pair: string, family: MarkFamily, open: string, close: string])[] = [
  ['round', 'bracket', '（', '）'],
  ['round', 'bracket', '(', ')'],
  ['square', 'bracket', '［', '］'],
  ['square', 'bracket', '[', ']'],
  ['tortoise', 'bracket', '〔', '〕'],
  ['lenticular', 'bracket', '【', '】'],
  ['title', 'title', '《', '》'],
  ['inner-title', 'title', '〈', '〉'],
  ['double', 'quote', '“', '”'],
  ['single', 'quote', '‘', '’'],
  ['corner', 'quote', '「', '」'],
  ['white-corner', 'quote', '『', '』'],
]

/** Every mark that needs a partner. */
const MARKS: ReadonlyMap<string, Mark> = new Map(
  PAIRS.flatMap(([pair, family, open, close]): [string, Mark][] => [
    [open, { pair, family, side: 'open', partner: close }],
    [close, { pair, family, side: 'close', partner: open }],
  ]),
)

const isMark = new Uint8Array(65_536)
for (const mark of MARKS.keys()) isMark[mark.charCodeAt(0)] = 1

/** Each pair's name, its opening and its closing mark; of pairs of one name either may close the other's. */
export const markPairs: readonly (readonly [pair: string, open: string, close: string])[] = PAIRS.map(
  ([pair, , open, close]) => [pair, open, close],
)

/** The mark at an offset of a text, if one stands there. */
export function markAt(text: string, at: number): Mark | undefined {
  return isMark[text.charCodeAt(at)] === 1 ? MARKS.get(text.charAt(at)) : undefined
}
