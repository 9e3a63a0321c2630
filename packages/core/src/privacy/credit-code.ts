import { asciiForm } from './ascii.ts'
import { creditCheckCharacter, organisationCheckCharacter } from './check-characters.ts'
import type { DivisionCodes } from './divisions.ts'

/** `format`: not 18 characters of the code's alphabet. `area`: no such division ever. `check`: wrong last character. */
export type CreditCodeVerdict = 'ok' | 'format' | 'area' | 'check'

/** Registered by the State Administration itself, not by a division. */
const NATIONAL = '100000'

/** Judges a unified social credit code of GB 32100-2015; letters may be lower-case or full-width. */
export function judgeCreditCode(text: string, divisions: DivisionCodes): CreditCodeVerdict {
  const code = asciiForm(text).toUpperCase()
  if (!/^[0-9AGNY][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'format'
  const area = code.slice(2, 8)
  if (area !== NATIONAL && !divisions.has(area)) return 'area'
  return creditCheckCharacter(code) === code[17] ? 'ok' : 'check'
}

/**
 * The code with the check character that its body asks for; nothing when the organisation code inside has a wrong
 * check character too, for then the body itself is miswritten.
 */
export function mendedCreditCode(text: string): string | undefined {
  const code = asciiForm(text).toUpperCase()
  if (organisationCheckCharacter(code.slice(8, 16)) !== code[16]) return undefined
  return code.slice(0, 17) + creditCheckCharacter(code)
}
