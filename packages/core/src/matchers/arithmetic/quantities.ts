import { isBlank } from '../../text/blank.ts'

/** A number with its unit, as a text gives it. Offsets are in the text. */
export interface Quantity {
  readonly value: number
  /** Figures after the decimal point. */
  readonly decimals: number
  readonly unit: string
  readonly start: number
  readonly end: number
}

/** Of units that begin alike the longer one stands first. */
const UNITS =
  '人次|批次|家次|件次|台次|辆次|车次|班次|户次|艘次|架次|场次|公里|平方米|平方公里|个百分点|元|件|条|家|个|人|次|户|篇|份|项|处|起|宗|例|名|所|座|台|辆|亩|吨|部|期|场|批|张|封|本|卷|册|支|艘|头|只|把|块|根|株|棵|间|栋|幢|盏|枚|款'
/** By their first UTF-16 unit. */
const unitsByFirst = new Map<number, string[]>()
for (const unit of UNITS.split('|')) {
  const known = unitsByFirst.get(unit.charCodeAt(0))
  if (known === undefined) unitsByFirst.set(unit.charCodeAt(0), [unit])
  else known.push(unit)
}
/** Of each unit, alone, in 万 and in 亿, a number from 1 on. */
const numbers = new Map(
  UNITS.split('|')
    .flatMap((unit) => [unit, `万${unit}`, `亿${unit}`])
    .map((unit, at) => [unit, at + 1]),
)
/** What stands before a number that counts nothing: 3.5 from 5 on, 〔2024〕, 第3. */
const NO_COUNT_BEHIND: ReadonlySet<number> = new Set(Array.from('.〔第', (mark) => mark.charCodeAt(0)))
const TEN_THOUSAND = '万'.charCodeAt(0)
const HUNDRED_MILLION = '亿'.charCodeAt(0)
/** 10元5分, 5分: a unit of which this is the beginning is another one. */
const PART = '分'.charCodeAt(0)

/** The counts and amounts that a text holds, in order; years, ordinals and percentages are none. */
export function quantitiesIn(text: string): Quantity[] {
  return quantitiesBetween(text, 0, text.length)
}

/** Those whose numbers begin from one offset on and before another, at neither of which a number goes on. */
export function quantitiesBetween(text: string, from: number, to: number): Quantity[] {
  const quantities: Quantity[] = []
  for (let at = from; at < to; at++) {
    if (!isDigit(text.charCodeAt(at))) continue
    const quantity = quantityAt(text, at)
    if (quantity !== undefined) quantities.push(quantity)
    at = (quantity?.end ?? digitsEnd(text, at)) - 1
  }
  return quantities
}

/** The quantity whose number begins where a digit stands and none before it; undefined where none begins. */
export function quantityAt(text: string, start: number): Quantity | undefined {
  if (NO_COUNT_BEHIND.has(text.charCodeAt(start - 1))) return undefined
  const whole = wholeEnd(text, start)
  const number = fractionEnd(text, whole)
  const from = isBlank(text.charCodeAt(number)) ? number + 1 : number
  const scale = text.charCodeAt(from)
  const scaled = scale === TEN_THOUSAND || scale === HUNDRED_MILLION ? from + 1 : from
  const unit = unitAt(text, scaled)
  if (unit === undefined) return undefined
  const end = scaled + unit.length
  const decimals = Math.max(0, number - whole - 1)
  return {
    value: figureIn(text, start, number),
    decimals,
    unit: scaled === from ? unit : text.slice(from, end),
    start,
    end,
  }
}

/** The number of a quantity's unit: equal for equal ones, below 512. */
export function unitNumber(unit: string): number {
  return numbers.get(unit) ?? 0
}

/** Where a run of digits ends. */
export function digitsEnd(text: string, start: number): number {
  let end = start
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

/** Whether a UTF-16 unit is an ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Where the figures before a point end: a run of digits, or 1,234,567. */
function wholeEnd(text: string, start: number): number {
  const run = digitsEnd(text, start)
  if (run - start > 3) return run
  let end = run
  while (isComma(text, end) && threeDigitsAt(text, end + 1)) end += 4
  return end
}

function fractionEnd(text: string, whole: number): number {
  if (text.charCodeAt(whole) !== 0x2e || !isDigit(text.charCodeAt(whole + 1))) return whole
  return digitsEnd(text, whole + 1)
}

function unitAt(text: string, at: number): string | undefined {
  const units = unitsByFirst.get(text.charCodeAt(at))
  if (units === undefined) return undefined
  for (const unit of units) {
    if (text.startsWith(unit, at) && text.charCodeAt(at + unit.length) !== PART) return unit
  }
  return undefined
}

function figureIn(text: string, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9 || at - start >= EXACT) return Number(text.slice(start, end).replace(/[,，]/g, ''))
    value = value * 10 + digit
  }
  return value
}

/** So many digits are added up without loss. */
const EXACT = 15

function threeDigitsAt(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2))
}

/** Whether a comma of either width stands at an offset. */
export function isComma(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x2c || unit === 0xff0c
}

/** Adds without the dust that binary fractions leave. */
export function sumOf(values: readonly number[], decimals: number): number {
  return round(
    values.reduce((sum, value) => sum + value, 0),
    decimals,
  )
}

/** Rounded to so many figures after the decimal point. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round((value + Number.EPSILON * Math.sign(value)) * scale) / scale
}
