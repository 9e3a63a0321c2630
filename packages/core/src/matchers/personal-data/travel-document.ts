import { maskTravelDocument } from '../../privacy/masking.ts'
import type { Page, Sighting } from './page.ts'

const NUMBER = /(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}\d{7,10}|\d{8,10})(?![A-Za-z0-9])/g
/** Ordinary, diplomatic, service and public affairs passports of China; other countries' only behind a label. */
const CHINESE_PASSPORT = /^(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7}|[DSP]E?\d{7,8})$/i

/** 港澳居民来往内地通行证, and 往来港澳、台湾通行证. */
const PERMIT = /^[HMCWL]\d{8,10}$/i

/** Passports and travel permits (港澳台); both need a label, for their forms are too common. */
export function findTravelDocuments(page: Page): Sighting[] {
  const sightings: Sighting[] = []
  for (const found of page.ascii.matchAll(NUMBER)) {
    const span = { start: found.index, end: found.index + found[0].length }
    const data = documentOf(found[0], span, page)
    if (data === undefined) continue
    const masked = maskTravelDocument(found[0])
    sightings.push({ data, span, masked, right: [masked] })
  }
  return sightings
}

function documentOf(number: string, span: { start: number; end: number }, page: Page): string | undefined {
  const { label, document, roster, named } = page.surroundings(span)
  if (label === 'passport') return 'passport'
  if (label === 'permit') return 'travel-permit'
  if (label === 'identity' && document === 'permit' && PERMIT.test(number)) return 'travel-permit'
  if (label === 'identity' && document === 'passport' && CHINESE_PASSPORT.test(number)) return 'passport'
  if (label !== 'identity' || !CHINESE_PASSPORT.test(number)) return undefined
  return named || roster === 'people' ? 'passport' : undefined
}
