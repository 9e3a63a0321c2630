const STARS = '*＊﹡∗✱✲⁎•●'

/** 1 for a digit or a star. */
const counted = new Uint8Array(65_536)
counted.fill(1, 0x30, 0x3a)
counted.fill(1, 0xff10, 0xff1a)
for (const star of STARS) counted[star.charCodeAt(0)] = 1

const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff

/** The farthest that a number's digits stand apart: three blanks or hyphens between them. */
const APART = 4

/**
 * Whether so many digits or stars stand near each other, as in a number that is written in groups. Quicker than
 * reading the numbers, and most texts hold short ones only.
 */
export function hasLongNumber(text: string, least: number): boolean {
  let count = 0
  let last = -APART - 1
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= FIRST_HAN && unit <= LAST_HAN) {
      // No number goes on behind words.
      count = 0
      continue
    }
    if (counted[unit] === 0) continue
    count = at - last > APART ? 1 : count + 1
    if (count >= least) return true
    last = at
  }
  return false
}
