import type { Segment } from '../types.ts'
import { hint } from './hints.ts'
import { classes, hintsOfPair, pairs, traitsOfClass } from './sign-tables.ts'
import { trait } from './trait.ts'

export { trait } from './trait.ts'

/**
 * What stands in a segment, read once for all matchers: one pass over its units answers what would otherwise be a
 * search for each matcher. Most segments have most signs not at all.
 */
export function traitsOf(segment: Readable): number {
  return segment.traits ?? read(segment)
}

/** Whether the segment has something of any of the traits, given as the sum of their bits. */
export function hasAny(segment: Readable, traits: number): boolean {
  return (traitsOf(segment) & traits) !== 0
}

/** Whether `normalise` writes a UTF-16 unit otherwise. */
export function isVariant(unit: number): boolean {
  return (traitsOfClass[classes[unit]!]! & trait.variant) !== 0
}

/** Whether the segment has the hint of that number in hints.ts. */
export function hasHint(segment: Readable, number: number): boolean {
  if (segment.hints === undefined) read(segment)
  // Of the number the shift takes what is over 32.
  return (((number < 32 ? segment.hints! : segment.moreHints!) >>> number) & 1) !== 0
}

/** Some hints, a bit each, to be asked for together. */
export interface HintSet {
  readonly lower: number
  readonly upper: number
}

/** The set of hints of some numbers in hints.ts. */
export function hintSet(numbers: readonly number[]): HintSet {
  return { lower: bitsOf(numbers.filter((one) => one < 32)), upper: bitsOf(numbers.filter((one) => one >= 32)) }
}

/** Whether the segment has any of the hints. */
export function hasAnyHint(segment: Readable, { lower, upper }: HintSet): boolean {
  if (segment.hints === undefined) read(segment)
  return ((segment.hints! & lower) | (segment.moreHints! & upper)) !== 0
}

/** Of a number the shift takes what is over 32. */
function bitsOf(numbers: readonly number[]): number {
  return numbers.reduce((bits, number) => bits | (1 << number), 0)
}

/** A segment, as far as it is read here. */
export type Readable = Pick<Segment, 'text' | 'traits' | 'hints' | 'moreHints'>

/** What stands in any of some segments: `hasAny` and `hasHint` answer for all of them. */
export function signsOf(segments: readonly Readable[]): Readable {
  let traits = 0
  let hints = 0
  let moreHints = 0
  for (const segment of segments) {
    traits |= traitsOf(segment)
    hints |= segment.hints!
    moreHints |= segment.moreHints!
  }
  return { text: '', traits, hints, moreHints }
}

/** What a segment is given by `read`; written once, for a map from segments costs as much as reading them. */
type Readings = { -readonly [name in 'traits' | 'hints' | 'moreHints']?: number }

function read(segment: Readable): number {
  const { text } = segment
  const { lower, upper } = hintsOfPair
  const width = traitsOfClass.length
  let all = 0
  let hints = 0
  let moreHints = 0
  let row = 0
  for (let at = 0; at < text.length; at++) {
    const own = classes[text.charCodeAt(at)]!
    all |= traitsOfClass[own]!
    const pair = pairs[row + own]!
    if (pair !== 0) {
      hints |= lower[pair]!
      moreHints |= upper[pair]!
    }
    row = own * width
  }
  if (((hint.adjacentMarks < 32 ? hints : moreHints) >>> hint.adjacentMarks) & 1) all |= trait.adjacentMarks
  const readings = segment as Readings
  readings.traits = all
  readings.hints = hints
  readings.moreHints = moreHints
  return all
}
