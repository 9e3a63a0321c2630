import { asciiForm } from '../../privacy/ascii.ts'
import { passesLuhn } from '../../privacy/check-characters.ts'
import { judgeIdentityNumber } from '../../privacy/identity-number.ts'
import { maskBankCard, maskIdentityNumber, maskMobileNumber } from '../../privacy/masking.ts'
import type { Segment } from '../../types.ts'
import { type LabelKind, labelsIn } from './labels.ts'
import type { Sighting, Whole } from './page.ts'

interface Part {
  readonly segment: Segment
  readonly text: string
}

/** A sighting, and the cell it stands in. */
interface CellSighting {
  readonly segment: Segment
  readonly sighting: Sighting
}

/** A kind of number that forms give a row of boxes for. */
interface BoxedNumber {
  readonly data: string
  readonly lengths: readonly number[]
  /** The label that must stand left of the boxes; none where the number proves itself. */
  readonly label?: LabelKind
  readonly document: string
  isValid(number: string, whole: Whole): boolean
  mask(number: string): string
}

const KINDS: readonly BoxedNumber[] = [
  {
    data: 'identity-number',
    lengths: [18],
    document: '身份证件',
    isValid: (number, whole) => judgeIdentityNumber(number, whole) === 'ok',
    mask: maskIdentityNumber,
  },
  {
    data: 'mobile-number',
    lengths: [11],
    label: 'mobile',
    document: '手机',
    isValid: (number) => /^1[3-9]\d{9}$/.test(number),
    mask: maskMobileNumber,
  },
  {
    data: 'bank-card',
    lengths: [19, 18, 17, 16],
    label: 'card',
    document: '银行卡',
    isValid: (number) => /^\d+$/.test(number) && passesLuhn(number),
    mask: maskBankCard,
  },
]

/** Numbers written over adjacent cells of a row: a sighting at each cell that holds a part. */
export function findSplitNumbers(row: readonly Segment[], whole: Whole): CellSighting[] {
  const parts = row.map((segment) => ({ segment, text: asciiForm(segment.text).replace(/[\s\u200b]/g, '') }))
  const sightings: CellSighting[] = []
  for (let first = 0; first < parts.length; first++) {
    const found = boxedAt(parts, first, whole)
    if (found === undefined) continue
    sightings.push(...found.sightings)
    first += found.sightings.length - 1
  }
  return sightings
}

function boxedAt(parts: readonly Part[], first: number, whole: Whole): { sightings: CellSighting[] } | undefined {
  if (!/^\d/.test(parts[first]?.text ?? '')) return undefined
  const left = labelsIn(parts[first - 1]?.segment.text ?? '').at(-1)?.kind
  for (const kind of KINDS) {
    if (kind.label !== undefined && kind.label !== left) continue
    for (const length of kind.lengths) {
      const number = numberFrom(parts, first, length)
      if (number === undefined || !kind.isValid(number.digits, whole)) continue
      return { sightings: number.parts.map((part) => sightingAt(part, number, kind)) }
    }
  }
  return undefined
}

interface JoinedNumber {
  readonly digits: string
  readonly parts: readonly Part[]
}

/** The parts from `first` on that make `length` characters together, each of them digits (the last may end in X). */
function numberFrom(parts: readonly Part[], first: number, length: number): JoinedNumber | undefined {
  let digits = ''
  const taken: Part[] = []
  for (let i = first; i < parts.length && digits.length < length; i++) {
    const part = parts[i]!
    if (!/^\d{1,17}[xX]?$|^[xX]$/.test(part.text) || /[xX]/.test(digits) || !isNext(taken.at(-1), part))
      return undefined
    digits += part.text
    taken.push(part)
  }
  return digits.length === length && taken.length > 1 ? { digits, parts: taken } : undefined
}

function isNext(before: Part | undefined, part: Part): boolean {
  if (before === undefined) return true
  return (before.segment.cell?.column ?? 0) + 1 === part.segment.cell?.column
}

function sightingAt(part: Part, { digits, parts }: JoinedNumber, { data, document, mask }: BoxedNumber): CellSighting {
  const { segment } = part
  const related = parts
    .filter((other) => other !== part)
    .map((other) => ({
      segment: other.segment,
      span: { start: 0, end: other.segment.text.length },
      message: '同一号码',
    }))
  const masked = '*'.repeat(part.text.length)
  const span = { start: 0, end: segment.text.length }
  const facts = { document: `分列几格的${document}（${mask(digits)}）` }
  return { segment, sighting: { data, span, masked, right: [masked], facts, related } }
}
