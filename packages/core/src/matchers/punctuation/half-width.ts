import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import { characterBefore, characterFrom, isChineseSegment, isDigit, isHan } from './characters.ts'
import type { Fault } from './fault.ts'
import { BODY_SCOPES } from './scopes.ts'

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }

/** The traits of which a segment with such a mark has one. */
export const HALF_WIDTH: number = trait.point | trait.halfBracket | trait.straightQuote

/** Half-width points and brackets, and straight quotes, where the neighbours on either side are Chinese. */
export function halfWidthFaults({ segments }: Document): Fault[] {
  return segments
    .filter((segment) => BODY_SCOPES.has(segment.scope) && hasAny(segment, HALF_WIDTH) && isChineseSegment(segment))
    .flatMap(faultsIn)
}

function faultsIn(segment: Segment): Fault[] {
  const { text } = segment
  const faults: Fault[] = []
  let masked: ((at: number) => boolean) | undefined
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= 0x40 || !MARKS.includes(text[at]!) || isInNumber(text, at)) continue
    masked ??= addresses(text)
    if (masked(at)) continue
    const character = text[at]!
    const full = FULL_WIDTH[character]
    if (full !== undefined && betweenChinese(text, at)) faults.push(markFault(segment, at, full))
    if (character === '.' && endsSentence(text, at)) faults.push(faultAt(segment, 'half-width-stop', at, ['。']))
  }
  if (!hasAny(segment, trait.halfBracket | trait.straightQuote)) return faults
  return [...faults, ...bracketFaults(segment), ...quoteFaults(segment)]
}

const MARKS = ',;:!?.'

/** 3.5, 12:30, 1,000 */
function isInNumber(text: string, at: number): boolean {
  return isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))
}

/** A blank behind a half-width mark goes with it: the full-width one brings its own. */
function markFault(segment: Segment, at: number, full: string): Fault {
  const { text } = segment
  const isSpaced = text.charAt(at + 1) === ' ' && (isHan(text.charAt(at + 2)) || OPENING.has(text.charAt(at + 2)))
  return { fault: 'half-width-mark', segment, span: { start: at, end: at + (isSpaced ? 2 : 1) }, right: [full] }
}

function faultAt(segment: Segment, fault: string, at: number, right: readonly string[]): Fault {
  return { fault, segment, span: { start: at, end: at + 1 }, right }
}

/** A mark with Chinese on either side belongs to the Chinese sentence; 12:30 and 1,000 do not. */
function betweenChinese(text: string, at: number): boolean {
  const before = characterBefore(text, at)
  const after = characterFrom(text, at + 1)
  if (isDigit(before) && isDigit(after)) return false
  // Yahoo!网站, and the eyes of :)
  if ('!?'.includes(text.charAt(at)) && !isHan(before) && !CLOSING.has(before)) return false
  if (text.startsWith(':)', at) || text.startsWith(':-', at)) return false
  return isHan(before) || CLOSING.has(before) || isHan(after) || OPENING.has(after)
}

const CLOSING = new Set('”’）》〉】〕')
const OPENING = new Set('“‘（《〈【〔')

/** A low dot after Chinese that nothing but Chinese or the end follows; 一. at the start is a number. */
function endsSentence(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  if (!isHan(before) && !CLOSING.has(before)) return isPercent(before) && isHan(text.charAt(at + 1))
  if (text.charAt(at + 1) === '.' || (at < 8 && /^\s*[（(]?[一二三四五六七八九十]{1,3}$/.test(text.slice(0, at))))
    return false
  const after = characterFrom(text, at + 1)
  return after === '' || isHan(after) || OPENING.has(after)
}

function isPercent(character: string): boolean {
  return character === '%' || character === '％'
}

/** Says whether an offset lies in a web or mail address, whose marks are its own. */
function addresses(text: string): (at: number) => boolean {
  if (!text.includes('://') && !text.includes('www.') && !text.includes('@')) return () => false
  const inside = new Uint8Array(text.length)
  for (const { index, 0: address } of text.matchAll(
    /(?:[a-z]{2,8}:\/\/|www\.)[!-~]{1,400}|[\w.-]{1,60}@[\w.-]{1,80}/gi,
  )) {
    inside.fill(1, index, index + address.replace(/[,;:!?.)]{1,4}$/, '').length)
  }
  return (at) => inside[at] === 1
}

/** Half-width round brackets around Chinese. */
function bracketFaults(segment: Segment): Fault[] {
  const { text } = segment
  if (!text.includes('(')) return []
  const open: { readonly at: number; readonly han: number }[] = []
  const faults: Fault[] = []
  let han = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isHan(character)) han++
    else if (character === '(') open.push({ at, han })
    const partner = character === ')' ? open.pop() : undefined
    if (partner === undefined || partner.han === han) continue
    faults.push(faultAt(segment, 'half-width-bracket', partner.at, ['（']))
    faults.push(faultAt(segment, 'half-width-bracket', at, ['）']))
  }
  return faults
}

/** Straight double quotes around Chinese, taken two by two; an odd one is left to pairing-marks. */
function quoteFaults(segment: Segment): Fault[] {
  const places = [...segment.text.matchAll(/"/g)].map(({ index }) => index)
  if (places.length % 2 === 1) return []
  return places.flatMap((start, index) => {
    const end = places[index + 1]
    if (index % 2 === 1 || end === undefined || !holdsHan(segment.text.slice(start, end))) return []
    return [faultAt(segment, 'straight-quote', start, ['“']), faultAt(segment, 'straight-quote', end, ['”'])]
  })
}

function holdsHan(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text)
}
