import { maskBankCard, maskIdentityNumber, maskMobileNumber } from '../../privacy/masking.ts'
import type { Page, Sighting } from './page.ts'
import type { Surroundings } from './surroundings.ts'

const TOKEN = /(?<![A-Za-z0-9*])[\d*]{8,19}[Xx]?(?![A-Za-z0-9*])/g
const MOST_STARS = 3
/** The check digit tells which of ten thousand cards are real: four stars are too few. */
const MOST_CARD_STARS = 4
const CARD = /^[1-9]\d*\*{1,4}\d*$/
const PHONE = /^1[3-9]\d*\*{1,3}\d*$/
const PHONE_ENDS = /^1[3-9]\d\*{2,3}\d{4}$/
const IDENTITY = /^[1-9]\d*\*{1,3}\d*[\dX]?$/i

/** Numbers masked with three stars or fewer: trying the rest takes minutes. */
export function findWeakMasking(page: Page): Sighting[] {
  if (!page.ascii.includes('*')) return []
  const sightings: Sighting[] = []
  for (const found of page.ascii.matchAll(TOKEN)) {
    const token = found[0]
    const stars = token.split('*').length - 1
    if (stars === 0 || stars > MOST_CARD_STARS) continue
    const span = { start: found.index, end: found.index + token.length }
    const around = page.surroundings(span)
    const masked = isCard(token, around)
      ? maskBankCard(token)
      : stars <= MOST_STARS
        ? maskedAnew(token, around)
        : undefined
    if (masked !== undefined) sightings.push({ data: 'weak-masking', span, masked, right: [masked] })
  }
  return sightings
}

function isCard(token: string, { label, named, roster }: Surroundings): boolean {
  if (token.length < 15 || !CARD.test(token)) return false
  return label === 'card' || (label === 'account' && (named || roster === 'people'))
}

function maskedAnew(token: string, around: Surroundings): string | undefined {
  const isPersonal = around.named || around.identity || around.roster === 'names'
  if (token.length >= 15 && IDENTITY.test(token)) {
    return around.label === 'identity' || isPersonal ? maskIdentityNumber(token) : undefined
  }
  if (token.length > 11 || !PHONE.test(token)) return undefined
  const expected = isPersonal || around.label === 'mobile' || around.label === 'office'
  if (!expected && !PHONE_ENDS.test(token)) return undefined
  return maskMobileNumber(token.slice(0, 3) + '*'.repeat(Math.max(4, token.length - 7)) + token.slice(-4))
}
