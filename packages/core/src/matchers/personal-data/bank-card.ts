import { passesLuhn } from '../../privacy/check-characters.ts'
import type { DigitWindow } from '../../privacy/digit-runs.ts'
import { judgeIdentityNumber } from '../../privacy/identity-number.ts'
import { maskBankCard } from '../../privacy/masking.ts'
import { standsAlone } from './boundary.ts'
import type { Detector, Page, Sighting } from './page.ts'

/** An issuer's first digits and the lengths of its cards. */
export interface CardPrefix {
  readonly prefix: string
  readonly lengths: readonly number[]
  /** Only Chinese cards begin like this: no context is needed. */
  readonly domestic: boolean
}

const SPACED = /^(?:4,)+[1-4]$|^6,(?:13|10)$/

/** Bank card numbers: Luhn and an issuer's prefix, or Luhn and a word for a card before them. */
export function bankCardDetector(prefixes: readonly CardPrefix[]): Detector {
  const issuerOf = (digits: string): CardPrefix | undefined =>
    prefixes.find(({ prefix, lengths }) => digits.startsWith(prefix) && lengths.includes(digits.length))
  return (page) => {
    const sightings: Sighting[] = []
    let done = 0
    for (const window of page.windows) {
      if (window.start < done || !isCardNumber(window, page.ascii)) continue
      const severity = severityOf(window, issuerOf(window.digits), page)
      if (severity === undefined) continue
      const masked = maskBankCard(window.digits)
      const { start, end } = window
      sightings.push({ data: 'bank-card', span: { start, end }, masked, right: [masked], severity })
      done = end
    }
    return sightings
  }
}

function isCardNumber({ digits, start, end, gap, shape, alone }: DigitWindow, ascii: string): boolean {
  if (digits.length < 15 || digits.length > 19 || /^(\d)\1+$/.test(digits)) return false
  if (gap === 'blank' || gap === 'hyphen') {
    if (!alone || !SPACED.test(shape())) return false
  }
  return standsAlone(ascii, start, end) && passesLuhn(digits)
}

function severityOf(window: DigitWindow, issuer: CardPrefix | undefined, page: Page): 'error' | 'warning' | undefined {
  if (judgeIdentityNumber(window.digits, page.whole) === 'ok' && window.digits.length === 18) return undefined
  const { label, named, roster } = page.surroundings(window)
  const person = named || roster === 'people'
  if (label === 'card') return 'error'
  if (label === 'account') return person || issuer?.domestic ? 'error' : undefined
  if (label !== undefined && label !== 'owner' && label !== 'office' && label !== 'mobile') return undefined
  if (!issuer?.domestic) return undefined
  return person ? 'error' : 'warning'
}
