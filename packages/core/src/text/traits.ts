import type { Segment } from '../types.ts'

/** What a text has at least one of; the bits of {@link traitsOf}. */
export const trait = {
  /** A Han character, as `\u3400-\u9fff`. */
  han: 1,
  /** An ASCII digit. */
  digit: 2,
  /** A full-width digit. */
  wideDigit: 4,
  latin: 8,
  /** A half-width mark that ends or divides sentences. */
  point: 16,
  /** A half-width round bracket. */
  halfBracket: 32,
  straightQuote: 64,
  /** Any bracket, quotation mark or title mark of a pair, straight quotes apart. */
  paired: 128,
  /** A half-width or no-break blank. */
  blank: 256,
  /** A Chinese numeral up to ten. */
  numeral: 512,
  at: 1024,
  /** A dash, an ellipsis or a full-width point. */
  stroke: 2048,
  /** A circle or a letter that is written for 〇. */
  circle: 4096,
  /** A mark of those that are looked at when two stand together. */
  mark: 8192,
  /** Two of them side by side. */
  adjacentMarks: 16_384,
  /** What `normalise` writes otherwise. */
  variant: 32_768,
} as const

const MEMBERS: Readonly<Partial<Record<keyof typeof trait, string>>> = {
  digit: '0123456789',
  wideDigit: '０１２３４５６７８９',
  latin: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  point: ',;:!?.',
  halfBracket: '()',
  straightQuote: '"',
  paired: '（）()［］[]〔〕【】《》〈〉“”‘’「」『』',
  blank: ' \u00a0',
  numeral: '〇零○一二两三四五六七八九十',
  at: '@＠',
  stroke: '…．',
  circle: '○ＯO０0o',
  mark: '，。、；：！？…．.-－─–》”’',
}

/** First and last unit of each stretch whose units all have the trait `variant`; those of VARIANT in normalise.ts. */
const VARIANTS = [
  [0xad, 0xad],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const

const classes: Uint16Array = classTable()

/**
 * What stands in a segment, read once for all matchers: one pass over its units answers what would otherwise be a
 * search for each matcher. Most segments have most signs not at all.
 */
export function traitsOf(segment: Segment): number {
  if (segment.traits !== undefined) return segment.traits
  const traits = traitsIn(segment.text)
  // Written once, here: a map from segments to traits costs as much as reading them.
  ;(segment as { traits?: number }).traits = traits
  return traits
}

/** Whether the segment has something of any of the traits, given as the sum of their bits. */
export function hasAny(segment: Segment, traits: number): boolean {
  return (traitsOf(segment) & traits) !== 0
}

function traitsIn(text: string): number {
  let all = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const own = classes[text.charCodeAt(at)]!
    all |= own | ((own & before & trait.mark) << 1)
    before = own
  }
  return all
}

function classTable(): Uint16Array {
  const table = new Uint16Array(65_536).fill(trait.han, 0x3400, 0xa000)
  for (const [first, last] of VARIANTS) table.fill(trait.variant, first, last + 1)
  for (const [name, members] of Object.entries(MEMBERS)) {
    for (const member of members) {
      const unit = member.charCodeAt(0)
      table[unit] = table[unit]! | trait[name as keyof typeof trait]
    }
  }
  return table
}
