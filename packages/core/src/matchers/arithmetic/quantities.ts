/** A number with its unit, as a text gives it. Offsets are in the text. */
export interface Quantity {
  readonly value: number
  /** Figures after the decimal point. */
  readonly decimals: number
  readonly unit: string
  readonly start: number
  readonly end: number
}

const UNITS =
  '人次|批次|家次|件次|台次|辆次|车次|班次|户次|艘次|架次|场次|公里|平方米|平方公里|个百分点|元|件|条|家|个|人|次|户|篇|份|项|处|起|宗|例|名|所|座|台|辆|亩|吨|部|期|场|批|张|封|本|卷|册|支|艘|头|只|把|块|根|株|棵|间|栋|幢|盏|枚|款'
const QUANTITY = new RegExp(`(\\d{1,3}(?:[,，]\\d{3})+|\\d+)(\\.\\d+)?\\s?([万亿]?(?:${UNITS}))(?![分])`, 'y')
/** What stands before a number that counts nothing, or before a part of one. */
const NO_BEGINNING = /[\d.〔第]/

/** The counts and amounts that a text holds, in order; years, ordinals and percentages are none. */
export function quantitiesIn(text: string): Quantity[] {
  const quantities: Quantity[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x30 || code > 0x39) continue
    const quantity = at > 0 && NO_BEGINNING.test(text[at - 1]!) ? undefined : quantityAt(text, at)
    if (quantity === undefined) continue
    quantities.push(quantity)
    at = quantity.end - 1
  }
  return quantities
}

function quantityAt(text: string, start: number): Quantity | undefined {
  QUANTITY.lastIndex = start
  const match = QUANTITY.exec(text)
  if (match === null) return undefined
  const [whole, figures = '', fraction = '', unit = ''] = match
  return {
    value: Number(figures.replace(/[,，]/g, '') + fraction),
    decimals: Math.max(0, fraction.length - 1),
    unit,
    start,
    end: start + whole.length,
  }
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
