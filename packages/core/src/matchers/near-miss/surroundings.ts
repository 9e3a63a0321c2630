import { freeParticles } from './alignment.ts'
import { anyCharacter } from './spellings.ts'

/** So many characters of a text are looked at on either side of a seed. */
export const width = 8

/**
 * What stands beside a seed, without order: a bit of 32 for each character, by its last five. What a spelling has there
 * and the text has not costs a change each, so a few operations rule out most of what shares no more than its seed.
 *
 *     text        全 国 人 民 | 代 表 | 会 议 的 时 间      seed 代表
 *     spelling    省 市 人 民 | 代 表 | 大 会              lacks 省 市 大: three changes at the least
 */
export interface Surroundings {
  /** Bits of the characters before the seed, and of those after it. */
  readonly before: number
  readonly after: number
  /** Whether that is all that the spelling has there. */
  readonly isAll: boolean
}

/** What a spelling with so many changes must have beside the characters `[start, end)`: as much as the text's width holds for sure. */
export function wantedBeside(
  { skeleton, budget }: { readonly skeleton: string; readonly budget: number },
  { start, end }: { readonly start: number; readonly end: number },
): Surroundings {
  const reach = budget === 0 ? width : width - budget - freeParticles
  return {
    before: bitsOf(skeleton, Math.max(0, start - reach), start),
    after: bitsOf(skeleton, end, Math.min(skeleton.length, end + reach)),
    isAll: start <= reach && skeleton.length - end <= reach,
  }
}

function bitsOf(characters: string, from: number, to: number): number {
  let bits = 0
  for (let i = from; i < to; i++) {
    const code = characters.charCodeAt(i)
    if (code !== anyCode) bits |= 1 << code
  }
  return bits
}

const anyCode = anyCharacter.charCodeAt(0)

/** The bits of the eight characters of a text from `from` on. Of the distance a shift takes the last five bits. */
export function bitsFrom(codes: Uint16Array, from: number): number {
  return (
    (1 << codes[from]!) |
    (1 << codes[from + 1]!) |
    (1 << codes[from + 2]!) |
    (1 << codes[from + 3]!) |
    (1 << codes[from + 4]!) |
    (1 << codes[from + 5]!) |
    (1 << codes[from + 6]!) |
    (1 << codes[from + 7]!)
  )
}

/** The bits of the eight characters of a text before `end`. */
export function bitsBefore(codes: Uint16Array, end: number): number {
  return bitsFrom(codes, end - width)
}

/** How many bits two numbers have together. */
export function countBits(first: number, second: number): number {
  const pairs = first - ((first >>> 1) & 0x5555_5555)
  const others = second - ((second >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  const sum = fours + (others & 0x3333_3333) + ((others >>> 2) & 0x3333_3333)
  return Math.imul((sum & 0x0f0f_0f0f) + ((sum >>> 4) & 0x0f0f_0f0f), 0x0101_0101) >>> 24
}
