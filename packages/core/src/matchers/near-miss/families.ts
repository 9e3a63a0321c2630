import { hasBit, mix } from './hashing.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * For each seed, the spellings that have it: a few in a bucket, or a family where many share the seed. What breaks a form
 * mostly leaves its first and last characters whole, so in a family each spelling is listed by the one that lies farther
 * from what they share, its far end; only the spellings whose far end stands near the seed in a text are asked.
 *
 *     seed 保障局     by its far end 安     安阳县人力资源和社会保障局, 安化县人力资源和社会保障局 …
 *
 * By its last piece's seed a spelling is listed by its second character too, should the slip be in the first; by its
 * first piece's, by its last character but one.
 */
export interface SeedGroups {
  /** Rows of `entryRow`. */
  readonly entries: Int32Array
  /** By entry: where its spelling's characters begin in `Spellings.codes`. */
  readonly places: Int32Array
  /** Rows of `familyRow`. */
  readonly families: Int32Array
  /** One bit a hash of a family's far end: mostly there is none, and the table need not be asked. */
  readonly endBits: Int32Array
  /** An open table of rows of `endRow`. */
  readonly ends: Int32Array
}

/** Columns of `entries`: its measures (`measuresOf`); its first and last characters (`packed`); what it has beside the seed (`Surroundings`). */
export const entryRow = { size: 4, measures: 0, ends: 1, before: 2, after: 3 } as const

/**
 * Columns of `families`: the first entry and their count, of which the first `open` have no far end to go by; the least
 * and the most characters before the seed, and after it (`packed`); of those listed by a first character, and by a last
 * one (0 where there are none); the most changes.
 */
export const familyRow = {
  size: 8,
  first: 0,
  count: 1,
  open: 2,
  before: 3,
  after: 4,
  byFirst: 5,
  byLast: 6,
  changes: 7,
} as const

/** Columns of `ends`: the family and side (`sideOf`); the character and the count of entries (`packed`), 0 where free; the first. */
export const endRow = { size: 3, side: 0, listed: 1, first: 2 } as const

/** Where a seed leads, never 0: a bucket's first entry and count of entries, or, negative, a family. */
export type Step = number

const bucketBits = 8

/** The step to a bucket of 1 to 255 entries. */
export function stepToBucket(first: number, count: number): Step {
  return (first << bucketBits) | count
}

/** A bucket's first entry. */
export function firstOf(step: Step): number {
  return step >> bucketBits
}

/** How many entries a bucket has. */
export function countOf(step: Step): number {
  return step & ((1 << bucketBits) - 1)
}

/** A family's list by first or by last characters: `way` is -1 or 1. */
export function sideOf(family: number, way: 1 | -1): number {
  return 2 * family + (way === 1 ? 1 : 0)
}

/** Whether a family may list entries by this far end: mostly it does not, and `endAt` need not be asked. */
export function mayBeListed({ endBits }: SeedGroups, side: number, code: number): boolean {
  return hasBit(endBits, mix(side, code))
}

/** Where the entries of a family with this far end are listed in `ends`, or -1. */
export function endAt({ ends }: SeedGroups, side: number, code: number): number {
  const mask = ends.length / endRow.size - 1
  for (let slot = mix(side, code) & mask; ; slot = (slot + 1) & mask) {
    const row = slot * endRow.size
    const listed = ends[row + endRow.listed]!
    if (listed === 0) return -1
    if (low(listed) === code && ends[row + endRow.side] === side) return row
  }
}

/** What is asked of an entry before its characters are, but for where its seed stands: a length to 63, a budget to 7. */
export interface Traits {
  readonly length: number
  readonly budget: number
  /** Whether the form has fixed words that vouch for it. */
  readonly vouched: boolean
  /** Whether the spelling lacks a character of so short a form that something must vouch for it. */
  readonly lacking: boolean
}

/** A spelling's traits as one number: what the measures of its entries have in common. */
export function traitsOf({ length, budget, vouched, lacking }: Traits): number {
  return (length << 12) | (budget << 18) | (Number(vouched) << 21) | (Number(lacking) << 22)
}

/**
 * An entry's measures: its spelling's traits, where its seed stands there, whether it is of the first piece, and whether
 * all of the spelling's characters are among those beside the seed.
 */
export function measuresOf(
  traits: number,
  { start, end, opens }: { start: number; end: number; opens: boolean },
  { isAll }: Surroundings,
): number {
  return traits | start | (end << 6) | (Number(opens) << 23) | (Number(isAll) << 24)
}

/** Where the seed begins in the spelling. */
export function seedStart(measures: number): number {
  return measures & 63
}

/** Where the seed ends in the spelling. */
export function seedEnd(measures: number): number {
  return (measures >>> 6) & 63
}

/** The spelling's characters. */
export function lengthOf(measures: number): number {
  return (measures >>> 12) & 63
}

/** How many changes the spelling may have. */
export function changesOf(measures: number): number {
  return (measures >>> 18) & 7
}

/** Whether the form has fixed words that vouch for it. */
export function hasFixedWords(measures: number): boolean {
  return (measures & (1 << 21)) !== 0
}

/** Whether it counts only where something vouches for it. */
export function isLacking(measures: number): boolean {
  return (measures & (1 << 22)) !== 0
}

/** Whether the seed is of the first piece. */
export function isOpening(measures: number): boolean {
  return (measures & (1 << 23)) !== 0
}

/** 1 where both ends of the spelling are among what it has beside the seed and no fixed words vouch for it, else 0. */
export function needsEnds(measures: number): number {
  return (measures >>> 24) & ~(measures >>> 21) & 1
}

/** Two numbers of 16 bits in one. */
export function packed(low: number, high: number): number {
  return low | (high << 16)
}

/** The lower of two packed numbers. */
export function low(both: number): number {
  return both & 0xffff
}

/** The higher of two packed numbers. */
export function high(both: number): number {
  return both >>> 16
}
