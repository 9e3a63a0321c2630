const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The check character (`0`–`9`, `X`) of 17 digits, by ISO 7064 MOD 11-2 as in GB 11643-1999. */
export function identityCheckCharacter(digits: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * IDENTITY_WEIGHTS[i]!
  return '10X98765432'[sum % 11]!
}

/** The check character of a credit code's first 17 upper-case characters, by MOD 31 as in GB 32100-2015. */
export function creditCheckCharacter(body: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += CREDIT_ALPHABET.indexOf(body[i]!) * CREDIT_WEIGHTS[i]!
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31]!
}

/** The check character of the organisation code (8 upper-case characters) inside a credit code, as in GB 11714. */
export function organisationCheckCharacter(body: string): string {
  let sum = 0
  for (let i = 0; i < 8; i++) sum += Number.parseInt(body[i]!, 36) * ORGANISATION_WEIGHTS[i]!
  const check = 11 - (sum % 11)
  if (check === 11) return '0'
  return check === 10 ? 'X' : String(check)
}

/** Whether the last digit is the one that the others ask for, by the Luhn formula (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
