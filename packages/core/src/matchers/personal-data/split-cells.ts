import { asciiForm } from '../../privacy/ascii.ts'
import { judgeIdentityNumber } from '../../privacy/identity-number.ts'
import { maskIdentityNumber } from '../../privacy/masking.ts'
import type { Segment } from '../../types.ts'
import type { Sighting, Whole } from './page.ts'

interface Part {
  readonly segment: Segment
  readonly text: string
}

const LENGTH = 18

/** A sighting, and the cell it stands in. */
interface CellSighting {
  readonly segment: Segment
  readonly sighting: Sighting
}

/** Identity numbers written over adjacent cells of a row: a sighting at each cell that holds a part. */
export function findSplitNumbers(row: readonly Segment[], whole: Whole): CellSighting[] {
  const parts = row.map((segment) => ({ segment, text: asciiForm(segment.text).replace(/[\s\u200b]/g, '') }))
  const sightings: CellSighting[] = []
  for (let first = 0; first < parts.length; first++) {
    const number = numberFrom(parts, first)
    if (number === undefined || judgeIdentityNumber(number.digits, whole) !== 'ok') continue
    sightings.push(...number.parts.map((part) => sightingAt(part, number.digits, number.parts)))
    first += number.parts.length - 1
  }
  return sightings
}

/** The parts from `first` on that make eighteen characters together, each of them digits (the last may end in X). */
function numberFrom(parts: readonly Part[], first: number): { digits: string; parts: Part[] } | undefined {
  let digits = ''
  const taken: Part[] = []
  for (let i = first; i < parts.length && digits.length < LENGTH; i++) {
    const part = parts[i]!
    if (!/^\d{1,17}[xX]?$|^[xX]$/.test(part.text) || /[xX]/.test(digits) || !isNext(taken.at(-1), part))
      return undefined
    digits += part.text
    taken.push(part)
  }
  return digits.length === LENGTH && taken.length > 1 ? { digits, parts: taken } : undefined
}

function isNext(before: Part | undefined, part: Part): boolean {
  if (before === undefined) return true
  return (before.segment.cell?.column ?? 0) + 1 === part.segment.cell?.column
}

function sightingAt(part: Part, digits: string, parts: readonly Part[]): CellSighting {
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
  const facts = { document: `分列几格的身份证件（${maskIdentityNumber(digits)}）` }
  return { segment, sighting: { data: 'identity-number', span, masked, right: [masked], facts, related } }
}
