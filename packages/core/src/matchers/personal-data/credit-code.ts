import { judgeCreditCode, mendedCreditCode } from '../../privacy/credit-code.ts'
import { judgeIdentityNumber } from '../../privacy/identity-number.ts'
import type { Page, Sighting } from './page.ts'

const CODE = /(?<![A-Za-z0-9*])[0-9A-Za-z]{18}(?![A-Za-z0-9*])/g

/** A body that shows where the figures go: 12345678, 00000000. */
const PLACEHOLDER = /^(?:12345678|01234567|(\d)\1{7})/

/** Unified social credit codes with a wrong check character; the codes themselves are public. */
export function findCreditCodes(page: Page): Sighting[] {
  const sightings: Sighting[] = []
  for (const found of page.ascii.matchAll(CODE)) {
    const code = found[0]
    if (judgeCreditCode(code, page.whole.divisions) !== 'check') continue
    if (PLACEHOLDER.test(code.slice(8)) || judgeIdentityNumber(code, page.whole) === 'ok') continue
    const span = { start: found.index, end: found.index + code.length }
    const mended = mendedCreditCode(code)
    if (page.surroundings(span).label !== 'credit' && !isUnmistakable(code, mended)) continue
    sightings.push({ data: 'credit-code', span, right: mended === undefined ? [] : [mended] })
  }
  return sightings
}

/** No label: the organisation code inside is sound, so only the last character is wrong. */
function isUnmistakable(code: string, mended: string | undefined): boolean {
  return mended !== undefined && /^(?:1[123]|5[123]|9[123])/.test(code)
}
