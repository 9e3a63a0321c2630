import type { DigitWindow } from '../../privacy/digit-runs.ts'
import { maskMobileNumber } from '../../privacy/masking.ts'
import { standsAlone } from './boundary.ts'
import type { Detector, Page, Sighting } from './page.ts'
import type { Surroundings } from './surroundings.ts'

/** What follows an amount, a quantity or a decimal fraction. */
const UNIT =
  /^ ?(?:元|万|亿|千|百|吨|人|户|%|公里|平方|亩|㎡|个|件|次|条|台|套|辆|株|头|只|度|美元|立方|公斤|千瓦|kwh|kw|kg|m)/i
const SIGN = /(?:[¥￥$#＃№=]|第|第 |NO\.?) ?$/i
const SHAPES = new Set(['3,4,4', '3,8', '7,4', '3,3,5', '4,3,4', '1,1,1,1,1,1,1,1,1,1,1'])

/** Mobile numbers of the prefixes given (three digits each), +86 or not; landlines never. */
export function mobileNumberDetector(prefixes: readonly string[]): Detector {
  const known = new Set(prefixes)
  return (page) =>
    page.windows.flatMap((window) => {
      const digits = subscriberOf(window, page.ascii)
      if (digits === undefined || !known.has(digits.slice(0, 3))) return []
      return sightingOf(window, digits, page) ?? []
    })
}

/** The eleven digits, with 86 taken off where a sign stands before it. */
function subscriberOf({ digits, start, end, gap, shape, alone }: DigitWindow, ascii: string): string | undefined {
  if (!standsAlone(ascii, start, end)) return undefined
  if (digits.length === 13 && digits.startsWith('86') && ascii[start - 1] === '+') {
    return gap === 'none' ? digits.slice(2) : undefined
  }
  if (digits.length !== 11) return undefined
  if (gap === 'none' || gap === 'invisible') return digits
  const country = /\+?86[ -]?$/.test(ascii.slice(Math.max(0, start - 4), start))
  return SHAPES.has(shape()) && (alone || country) ? digits : undefined
}

function sightingOf(window: DigitWindow, digits: string, page: Page): Sighting | undefined {
  const { start, end, gap } = window
  if (UNIT.test(page.ascii.slice(end, end + 4)) || SIGN.test(page.ascii.slice(Math.max(0, start - 4), start)))
    return undefined
  const around = page.surroundings(window)
  if (around.label !== undefined && NOT_PHONES.has(around.label)) return undefined
  const spaced = gap === 'blank' || gap === 'hyphen'
  if (spaced && !isExpected(around)) return undefined
  const masked = maskMobileNumber(digits)
  return { data: 'mobile-number', span: { start, end }, masked, right: [masked], ...judge(around) }
}

const NOT_PHONES = new Set(['credit', 'code', 'card', 'account', 'passport', 'permit', 'plate'])

function isExpected({ label, named, roster }: Surroundings): boolean {
  return label === 'mobile' || label === 'office' || named || roster !== undefined
}

/** Beside a person an error, on an office's contact line legitimate, elsewhere a person must look. */
function judge(around: Surroundings): Pick<Sighting, 'severity' | 'exempt'> {
  if (around.identity) return { severity: 'error' }
  if (around.office) return { exempt: 'allowed' }
  if (around.roster === 'names') return { severity: around.label === 'office' ? 'warning' : 'error' }
  return { severity: around.named ? 'error' : 'warning' }
}
