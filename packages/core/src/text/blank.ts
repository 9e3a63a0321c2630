import { BLANKS } from './hints.ts'

/** Whether a UTF-16 unit is white space, as \s is. */
export function isBlank(unit: number): boolean {
  if (unit > 0x20)
    return unit >= 0xa0 && (unit <= 0x3000 || unit === 0xfeff) && BLANKS.includes(String.fromCharCode(unit))
  return unit === 0x20 || (unit >= 9 && unit <= 13)
}

/** The last UTF-16 unit of a text that is no white space; NaN where there is none. */
export function closingUnit(text: string): number {
  let at = text.length - 1
  while (isBlank(text.charCodeAt(at))) at--
  return text.charCodeAt(at)
}

/** The first UTF-16 unit of a text that is no white space; NaN where there is none. */
export function leadingUnit(text: string): number {
  let at = 0
  while (isBlank(text.charCodeAt(at))) at++
  return text.charCodeAt(at)
}
