import { hint } from '../../text/hints.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'
import { periodBehind } from './periods.ts'
import { digitsEnd, isDigit, type Quantity, quantityAt, unitNumber } from './quantities.ts'

/** From here on figures are long enough to be mistyped and told apart; round ones are alike by nature. */
const SMALLEST = 100
const LEAST_DIGITS = 3

/** A figure that a text gives for a time and beside a noun. */
export interface Claim {
  readonly value: number
  readonly start: number
  readonly end: number
  /** Time, noun and unit as one number: equal for claims of one thing, different for others. */
  readonly key: number
}

/** The claims of a segment, in order: one for the noun before a figure, one for the noun behind; undefined for none. */
export function claimsIn(segment: Segment): readonly Claim[] | undefined {
  if (!hasHint(segment, hint.period) || !hasAny(segment, trait.digit)) return undefined
  const { text } = segment
  let claims: Claim[] | undefined
  let sentence = 0
  let period = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isDigit(unit)) {
      const end = digitsEnd(text, at)
      const quantity = period === 0 || !isLong(text, at, end) ? undefined : quantityAt(text, at)
      if (quantity !== undefined && quantity.value >= SMALLEST && quantity.value % 100 !== 0) {
        claims ??= []
        addClaims(claims, text, { quantity, period, sentence })
      }
      at = (quantity?.end ?? end) - 1
    } else if (unit === STOP || unit === SEMICOLON) {
      sentence = at + 1
      period = 0
    } else period = periodBehind(text, at) ?? period
  }
  return claims
}

const STOP = '。'.charCodeAt(0)
const SEMICOLON = '；'.charCodeAt(0)

/** Whether a run of digits may be the beginning of a figure that is long enough. */
function isLong(text: string, start: number, end: number): boolean {
  const behind = text[end]
  return end - start >= LEAST_DIGITS || behind === ',' || behind === '，'
}

interface Said {
  readonly quantity: Quantity
  readonly period: number
  /** Where its sentence begins, or the part of it behind a semicolon. */
  readonly sentence: number
}

function addClaims(claims: Claim[], text: string, { quantity, period, sentence }: Said): void {
  const { value, start, end, unit } = quantity
  const time = period * UNITS + unitNumber(unit)
  const before = nounBefore(text, Math.max(sentence, start - 3), start)
  if (before !== undefined) claims.push({ value, start, end, key: time * NOUNS + before })
  const behind = nounBehind(text, end)
  if (behind !== undefined) claims.push({ value, start, end, key: time * NOUNS + behind })
}

/** More than there are units, and nouns: the numbers of the three stay apart in a key of 49 bits. */
const UNITS = 512
const HAN = 0x5200
const NOUNS = HAN * HAN

/** 来信, 来信共: two characters right before a figure, one of some verbs between. */
function nounBefore(text: string, from: number, start: number): number | undefined {
  const isLed = start - from === 3 && '共达为约'.includes(text[start - 1]!)
  const led = isLed ? nounAt(text, start - 3) : undefined
  return led ?? (start - from >= 2 ? nounAt(text, start - 2) : undefined)
}

/** 来信, 的来信: two characters right behind a figure. */
function nounBehind(text: string, end: number): number | undefined {
  return (text[end] === '的' ? nounAt(text, end + 1) : undefined) ?? nounAt(text, end)
}

/** The number of the two characters that begin there; undefined unless both are Han. */
function nounAt(text: string, at: number): number | undefined {
  const first = text.charCodeAt(at) - FIRST_HAN
  const second = text.charCodeAt(at + 1) - FIRST_HAN
  return first >= 0 && first < HAN && second >= 0 && second < HAN ? first * HAN + second : undefined
}

const FIRST_HAN = 0x4e00
