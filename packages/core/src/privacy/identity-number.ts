import type { IsoDate } from '../types.ts'
import { asciiForm } from './ascii.ts'
import { identityCheckCharacter } from './check-characters.ts'
import type { DivisionCodes } from './divisions.ts'

/** What an identity number is judged against. */
export interface IdentityFacts {
  readonly divisions: DivisionCodes
  /** Nobody is born after this day. */
  readonly today: IsoDate
}

/**
 * `format`: not 18 (or, old form, 15) digits. `area`: no such division ever. `date`: no such day.
 * `future`: not born yet. `check`: wrong check character.
 */
export type IdentityVerdict = 'ok' | 'format' | 'area' | 'date' | 'future' | 'check'

/** Whose number it is, told from its first digits. */
export type IdentityDocument = '居民身份证' | '港澳台居民居住证' | '外国人永久居留身份证'

const EARLIEST_BIRTH = '1850-01-01'
const RESIDENCE_PERMITS = ['810000', '820000', '830000']

/**
 * Judges a number of GB 11643-1999 (18 digits, or the 15 digits used before 1999), a residence permit of
 * Hong Kong, Macao and Taiwan residents (81, 82, 83) or a foreigner's permanent residence card of 2023 (9…).
 */
export function judgeIdentityNumber(text: string, facts: IdentityFacts): IdentityVerdict {
  const number = asciiForm(text).toUpperCase()
  if (/^\d{15}$/.test(number)) return judgeOldNumber(number, facts)
  if (!/^\d{17}[\dX]$/.test(number)) return 'format'
  if (!isKnownArea(number, facts.divisions)) return 'area'
  const born = isoDay(number.slice(6, 14))
  if (born === undefined || born < EARLIEST_BIRTH) return 'date'
  if (born > facts.today) return 'future'
  return identityCheckCharacter(number) === number[17] ? 'ok' : 'check'
}

/** The document that issues such a number; the number itself is not judged. */
export function identityDocumentOf(text: string): IdentityDocument {
  const number = asciiForm(text)
  if (number.startsWith('9')) return '外国人永久居留身份证'
  return RESIDENCE_PERMITS.includes(number.slice(0, 6)) ? '港澳台居民居住证' : '居民身份证'
}

function judgeOldNumber(number: string, facts: IdentityFacts): IdentityVerdict {
  if (!facts.divisions.has(number.slice(0, 6))) return 'area'
  return isoDay(`19${number.slice(6, 12)}`) === undefined ? 'date' : 'ok'
}

/** 9 + two digits of the province + three of the nationality; else six digits of a division. */
function isKnownArea(number: string, divisions: DivisionCodes): boolean {
  const code = number.slice(0, 6)
  if (RESIDENCE_PERMITS.includes(code)) return true
  if (number.startsWith('9')) return divisions.has(`${number.slice(1, 3)}0000`) && number.slice(3, 6) !== '000'
  return divisions.has(code)
}

/** `YYYYMMDD` as a day of the calendar, or nothing where there is no such day. */
function isoDay(digits: string): IsoDate | undefined {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  if (month < 1 || month > 12 || day < 1) return undefined
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  if (day > lengths[month - 1]!) return undefined
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}
