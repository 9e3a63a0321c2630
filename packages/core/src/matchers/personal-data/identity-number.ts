import { INVISIBLE_MARK } from '../../privacy/ascii.ts'
import { judgeCreditCode } from '../../privacy/credit-code.ts'
import type { DigitWindow } from '../../privacy/digit-runs.ts'
import { type IdentityVerdict, identityDocumentOf, judgeIdentityNumber } from '../../privacy/identity-number.ts'
import { maskIdentityNumber } from '../../privacy/masking.ts'
import type { SegmentSpan } from '../../types.ts'
import { standsAlone } from './boundary.ts'
import type { Page, Sighting } from './page.ts'

interface Candidate extends SegmentSpan {
  readonly number: string
  readonly window: DigitWindow
}

const LAST_X = new RegExp(`^[ ${INVISIBLE_MARK}-]?[xX×](?![A-Za-z0-9])`)
const OLD_PERMANENT_RESIDENCE = /(?<![A-Za-z0-9])[A-Z]{3}\d{12}(?!\d)/g

/** Identity numbers of 18 and 15 digits, residence permits, and what a spreadsheet or a slip made of them. */
export function findIdentityNumbers(page: Page): Sighting[] {
  const sightings: Sighting[] = []
  let done = 0
  for (const candidate of candidatesOn(page)) {
    if (candidate.start < done) continue
    const sighting = judge(candidate, page)
    if (sighting === undefined) continue
    sightings.push(sighting)
    done = candidate.end
  }
  return [...sightings, ...findOldPermits(page)]
}

function candidatesOn({ ascii, windows }: Page): Candidate[] {
  const candidates: Candidate[] = []
  for (const window of windows) {
    const { start, end, digits } = window
    const x = digits.length === 17 ? LAST_X.exec(ascii.slice(end, end + 3))?.[0].length : undefined
    if (x === undefined && digits.length !== 18 && digits.length !== 15) continue
    const number = x === undefined ? digits : `${digits}X`
    if (!standsAlone(ascii, start, end + (x ?? 0))) continue
    candidates.push({ start, end: end + (x ?? 0), number, window })
  }
  return candidates
}

function judge(candidate: Candidate, page: Page): Sighting | undefined {
  const verdict = judgeIdentityNumber(candidate.number, page.whole)
  if (candidate.number.length === 15) return verdict === 'ok' ? oldNumber(candidate, page) : undefined
  if (verdict === 'ok') return fullNumber(candidate, page)
  if (verdict === 'check' && candidate.number.endsWith('000') && candidate.window.gap === 'none') {
    return sightingOf('identity-number-rounded', candidate)
  }
  return doubtfulNumber(candidate, verdict, page)
}

function fullNumber(candidate: Candidate, page: Page): Sighting | undefined {
  if (judgeCreditCode(candidate.number, page.whole.divisions) === 'ok') return undefined
  return sightingOf('identity-number', candidate)
}

/** Fifteen digits have no check character: one number in four thousand fits by chance, so a label or a name must help. */
function oldNumber(candidate: Candidate, page: Page): Sighting | undefined {
  const { label, named, roster } = page.surroundings(candidate)
  if (label === 'identity') return sightingOf('identity-number-old', candidate)
  if (candidate.window.gap !== 'none' || label !== undefined) return undefined
  if (!named && roster !== 'people') return undefined
  return { ...sightingOf('identity-number-old', candidate), severity: 'warning' }
}

/** Not valid as it stands, yet it stands where an identity number is expected, or only its county is unknown. */
function doubtfulNumber(candidate: Candidate, verdict: IdentityVerdict, page: Page): Sighting | undefined {
  if (candidate.window.gap !== 'none' && !candidate.window.alone) return undefined
  const { divisions } = page.whole
  if (verdict === 'area' && divisions.hasPrefecture(candidate.number)) {
    const elsewhere = { ...page.whole, divisions: { ...divisions, has: () => true } }
    if (judgeIdentityNumber(candidate.number, elsewhere) === 'ok') {
      return { ...sightingOf('identity-number', candidate), severity: 'warning' }
    }
  }
  if (page.surroundings(candidate).label !== 'identity') return undefined
  return { ...sightingOf('identity-number-doubtful', candidate), facts: { fault: FAULTS[verdict] } }
}

const FAULTS: Readonly<Record<IdentityVerdict, string>> = {
  ok: '',
  format: '位数不对',
  area: '没有这样的行政区划代码',
  date: '没有这样的出生日期',
  future: '出生日期晚于成文日期',
  check: '校验码不符',
}

/** Three letters and twelve digits: permanent residence cards issued before December 2023. */
function findOldPermits(page: Page): Sighting[] {
  return [...page.ascii.matchAll(OLD_PERMANENT_RESIDENCE)].flatMap((found) => {
    const span = { start: found.index, end: found.index + found[0].length }
    if (page.surroundings(span).label !== 'identity') return []
    return [sightingOf('identity-number', { ...span, number: found[0] })]
  })
}

function sightingOf(data: string, at: SegmentSpan & { readonly number: string }): Sighting {
  const masked = maskIdentityNumber(at.number)
  return {
    data,
    span: { start: at.start, end: at.end },
    masked,
    right: [masked],
    facts: { document: at.number.length === 18 ? identityDocumentOf(at.number) : '身份证件' },
  }
}
