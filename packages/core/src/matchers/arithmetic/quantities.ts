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
const unitsByFirst = new Map<string, string[]>()
for (const unit of UNITS.split('|')) {
  const known = unitsByFirst.get(unit.charAt(0))
  if (known === undefined) unitsByFirst.set(unit.charAt(0), [unit])
  else known.push(unit)
}

/**
 * The counts and amounts that a text holds, in order; years, ordinals and percentages are none. Of fewer digits than
 * `least` (before a point, commas apart) they may be left out.
 */
export function quantitiesIn(text: string, least = 1): Quantity[] {
  const quantities: Quantity[] = []
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue
    const end = digitsEnd(text, at)
    const quantity = end - at >= least || isComma(text, end) ? quantityAt(text, at) : undefined
    if (quantity !== undefined) quantities.push(quantity)
    at = quantity === undefined ? end - 1 : quantity.end - 1
  }
  return quantities
}

/** The quantity whose number begins where a digit stands and none before it; undefined where none begins. */
export function quantityAt(text: string, start: number): Quantity | undefined {
  const before = text.charAt(start - 1)
  if (before === '.' || before === '〔' || before === '第') return undefined
  const whole = wholeEnd(text, start)
  const number = fractionEnd(text, whole)
  const from = isBlank(text.charCodeAt(number)) ? number + 1 : number
  const scaled = text[from] === '万' || text[from] === '亿' ? from + 1 : from
  const unit = unitAt(text, scaled)
  if (unit === undefined) return undefined
  const end = scaled + unit.length
  return {
    value: Number(text.slice(start, number).replace(/[,，]/g, '')),
    decimals: Math.max(0, number - whole - 1),
    unit: text.slice(from, end),
    start,
    end,
  }
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
  if (text[whole] !== '.' || !isDigit(text.charCodeAt(whole + 1))) return whole
  return digitsEnd(text, whole + 1)
}

function unitAt(text: string, at: number): string | undefined {
  return unitsByFirst.get(text.charAt(at))?.find((unit) => text.startsWith(unit, at) && text[at + unit.length] !== '分')
}

function threeDigitsAt(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2))
}

function digitsEnd(text: string, start: number): number {
  let end = start
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isComma(text: string, at: number): boolean {
  return text[at] === ',' || text[at] === '，'
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
