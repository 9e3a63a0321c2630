import { hint } from '../../text/hints.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'
import { periodBehind } from './periods.ts'
import { digitsEnd, isComma, isDigit, type Quantity, quantityAt, unitNumber } from './quantities.ts'

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
  let period = NO_PERIOD
  let behind = 0
  for (let at = nextLong(text, 0); at >= 0; ) {
    const end = digitsEnd(text, at)
    const quantity = isLong(text, at, end) ? quantityAt(text, at) : undefined
    if (quantity !== undefined && quantity.value >= SMALLEST && quantity.value % 100 !== 0) {
      period = periodBefore(text, { from: behind, to: at }, period)
      behind = at
      claims ??= []
      if (period !== NO_PERIOD) addClaims(claims, text, { quantity, period })
    }
    at = nextLong(text, quantity?.end ?? end)
  }
  return claims
}

/** Where the next run of figures and commas begins in which at least three figures stand side by side; -1 for none. */
function nextLong(text: string, from: number): number {
  LONG.lastIndex = from
  if (!LONG.test(text)) return -1
  let start = LONG.lastIndex - LEAST_DIGITS
  while (start > from && goesOnBefore(text, start)) start--
  return isDigit(text.charCodeAt(start)) ? start : start + 1
}

const LONG = /\d{3}/g

/** Whether a figure stands before an offset, at once or behind a comma. */
function goesOnBefore(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) || (isComma(text, at - 1) && isDigit(text.charCodeAt(at - 2)))
}

const NO_PERIOD = 0

/** The last time told before `to` in its sentence, or the part of it behind a semicolon; `known` is that before `from`. */
function periodBefore(text: string, { from, to }: { from: number; to: number }, known: number): number {
  for (let at = to - 1; at >= from; at--) {
    if (endsSentence(text.charCodeAt(at))) return NO_PERIOD
    const period = periodBehind(text, at)
    if (period !== undefined) return period
  }
  return known
}

function endsSentence(unit: number): boolean {
  return unit === STOP || unit === SEMICOLON
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
}

function addClaims(claims: Claim[], text: string, { quantity, period }: Said): void {
  const { value, start, end, unit } = quantity
  const time = period * UNITS + unitNumber(unit)
  const before = nounBefore(text, start)
  if (before !== undefined) claims.push({ value, start, end, key: time * NOUNS + before })
  const behind = nounBehind(text, end)
  if (behind !== undefined) claims.push({ value, start, end, key: time * NOUNS + behind })
}

/** More than there are units, and nouns: the numbers of the three stay apart in a key of 49 bits. */
const UNITS = 512
const HAN = 0x5200
const NOUNS = HAN * HAN

/** 来信, 来信共: two characters right before a figure, one of some verbs between. */
function nounBefore(text: string, start: number): number | undefined {
  const led = '共达为约'.includes(text.charAt(start - 1)) ? nounAt(text, start - 3) : undefined
  return led ?? nounAt(text, start - 2)
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
