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
 * reading the numbers, and most texts hold short ones only. No number goes on behind words, so that what has room for
 * one has no Chinese character in so many units: one in `least` units is looked at, and what is beside it only where it
 * is none.
 */
export function hasLongNumber(text: string, least: number): boolean {
  let from = 0
  for (let at = least - 1; at < text.length; at += least) {
    if (isHan(text.charCodeAt(at))) continue
    let start = at
    while (start > from && !isHan(text.charCodeAt(start - 1))) start--
    let end = at + 1
    while (end < text.length && !isHan(text.charCodeAt(end))) end++
    if (end - start >= least && holdsNumber(text, { start, end }, least)) return true
    from = end
    at = end
  }
  return false
}

/** Whether so many stand near each other in `[start, end)`, where no Chinese characters are. */
function holdsNumber(text: string, { start, end }: { start: number; end: number }, least: number): boolean {
  let count = 0
  let last = start - APART - 1
  for (let at = start; at < end; at++) {
    if (counted[text.charCodeAt(at)] === 0) continue
    count = at - last > APART ? 1 : count + 1
    if (count >= least) return true
    last = at
  }
  return false
}

function isHan(unit: number): boolean {
  return unit >= FIRST_HAN && unit <= LAST_HAN
}
