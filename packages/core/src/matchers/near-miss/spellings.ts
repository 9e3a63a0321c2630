import { packed, traitsOf } from './families.ts'
import { budgetOf, type Form, isCrowded, pieceStarts } from './form.ts'
import { stringOf } from './skeleton.ts'

/**
 * What is looked for: each form, then spellings of forms that are wrong as they stand. Before the characters of each
 * stand two numbers of 16 bits: the form that is meant.
 */
export interface Spellings {
  readonly codes: Uint16Array
  /** By form: where its characters begin, and their count. */
  readonly starts: Int32Array
  readonly lengths: Uint8Array
  /** By form: 1 when it has fixed words that vouch for it. */
  readonly vouched: Uint8Array
  /** Whether so many short forms are guarded that nearness to one of them says little. */
  readonly crowded: boolean
}

/** The form that is meant by the spelling whose characters begin at `at`. */
export function formAt(codes: Uint16Array, at: number): number {
  return codes[at - 2]! | (codes[at - 1]! << 16)
}

/** A form's skeleton, without looking the form up. */
export function skeletonOfForm({ codes, starts, lengths }: Spellings, form: number): string {
  const start = starts[form]!
  return stringOf(codes, start, start + lengths[form]!)
}

/** The spellings while the tables are built; of each where its characters begin, its traits, its first and last characters. */
export interface Spelled {
  readonly list: readonly Spelling[]
  readonly starts: Int32Array
  readonly traits: Int32Array
  readonly ends: Int32Array
}

/** A spelling while the tables are built: its characters, `anyCharacter` among them, and the pieces it is found by. */
export interface Spelling {
  readonly form: number
  readonly skeleton: string
  /** How many changes it may have; none for a wrong one. */
  readonly budget: number
  /** Whether the form has fixed words that vouch for it. */
  readonly vouched: boolean
  /** Whether it lacks a character of so short a form that something must vouch for it. */
  readonly lacking: boolean
  /** Stretches of which one is left whole by every break that is looked for. */
  readonly pieces: readonly { readonly start: number; readonly end: number }[]
}

/** Stands in a wrong spelling where any character may stand. Never a kept character. */
export const anyCharacter = '\uffff'

/** Forms below this length, in a crowd, are looked for by their wrong spellings: two characters would be too common a seed. */
const shortLength = 6

/** Two changes of a shorter form are two characters left out: any others are too many (`isOutOfReach`). */
const fewestForTwoChanges = 8

/** Lists the spellings of forms, the forms' own first. */
export function spell(forms: readonly Form[]): { spellings: Spellings; spelled: Spelled } {
  const crowded = isCrowded(forms)
  const own: Spelling[] = []
  const wrong: Spelling[] = []
  forms.forEach(({ skeleton, before, after }, form) => {
    const vouched = before.length + after.length > 0
    const spellOne = crowded && skeleton.length < shortLength ? spellShort : spellInPieces
    const { budget, pieces, broken } = spellOne(skeleton, budgetOf(skeleton.length, crowded))
    own.push({ form, skeleton, budget, vouched, lacking: false, pieces })
    for (const spelling of broken) {
      const lacking = !vouched && mustBeVouched(spelling, skeleton, crowded)
      wrong.push({ form, skeleton: spelling, budget: 0, vouched: false, lacking, pieces: [piece(0, spelling.length)] })
    }
  })
  const list = [...own, ...wrong]
  const { codes, starts } = lettersOf(list)
  return {
    spellings: {
      codes,
      starts: starts.slice(0, own.length),
      lengths: Uint8Array.from(own, ({ skeleton }) => skeleton.length),
      vouched: Uint8Array.from(own, ({ vouched }) => Number(vouched)),
      crowded,
    },
    spelled: { list, starts, ...marksOf(list) },
  }
}

/** How a form is looked for: itself with so many changes, by its pieces; and what is looked for as it stands. */
interface Ways {
  readonly budget: number
  readonly pieces: Spelling['pieces']
  readonly broken: readonly string[]
}

function spellShort(skeleton: string, budget: number): Ways {
  const { length } = skeleton
  return { budget, pieces: [piece(0, length - 1), piece(1, length)], broken: breaksOf(skeleton) }
}

/** Two changes of a form too short to bear any two are two characters left out: few enough to be listed, while pieces of two characters stand everywhere. */
function spellInPieces(skeleton: string, most: number): Ways {
  const { length } = skeleton
  const listsDrops = most === 2 && length < fewestForTwoChanges
  const budget = listsDrops ? 1 : most
  const starts = pieceStarts(length, budget)
  const pieces = starts.slice(1).map((end, i) => piece(starts[i]!, end))
  const inBoth = budget === 1 ? [swapped(skeleton, starts[1]!)] : []
  return { budget, pieces, broken: listsDrops ? [...inBoth, ...withoutTwo(skeleton)] : inBoth }
}

/** Whether a wrong spelling counts only where something vouches for it: it lacks an end, or one of few characters in a crowd. */
function mustBeVouched(broken: string, skeleton: string, crowded: boolean): boolean {
  if (broken.length >= skeleton.length) return false
  if (crowded && skeleton.length < shortLength) return true
  return broken.charAt(0) !== skeleton.charAt(0) || broken.at(-1) !== skeleton.at(-1)
}

function marksOf(list: readonly Spelling[]): { traits: Int32Array; ends: Int32Array } {
  const traits = new Int32Array(list.length)
  const ends = new Int32Array(list.length)
  list.forEach(({ skeleton, budget, vouched, lacking }, number) => {
    const { length } = skeleton
    traits[number] = traitsOf({ length, budget, vouched, lacking })
    ends[number] = packed(skeleton.charCodeAt(0), skeleton.charCodeAt(length - 1))
  })
  return { traits, ends }
}

function lettersOf(list: readonly Spelling[]): { codes: Uint16Array; starts: Int32Array } {
  const starts = new Int32Array(list.length)
  let length = 0
  list.forEach(({ skeleton }, spelling) => {
    starts[spelling] = length + 2
    length += 2 + skeleton.length
  })
  const codes = new Uint16Array(length)
  list.forEach(({ form, skeleton }, spelling) => {
    const start = starts[spelling]!
    codes[start - 2] = form & 0xffff
    codes[start - 1] = form >>> 16
    for (let i = 0; i < skeleton.length; i++) codes[start + i] = skeleton.charCodeAt(i)
  })
  return { codes, starts }
}

function piece(start: number, end: number): Spelling['pieces'][number] {
  return { start, end }
}

/** With an inner character left out, doubled, swapped with the next or replaced. */
function breaksOf(skeleton: string): string[] {
  const broken = new Set<string>()
  for (let i = 1; i + 1 < skeleton.length; i++) {
    const [before, after] = [skeleton.slice(0, i), skeleton.slice(i + 1)]
    broken.add(before + after)
    broken.add(before + skeleton[i] + skeleton[i] + after)
    broken.add(before + anyCharacter + after)
    if (i + 2 < skeleton.length) broken.add(swapped(skeleton, i + 1))
  }
  return [...broken]
}

/** Without two characters, but not without the first and the last. */
function withoutTwo(skeleton: string): string[] {
  const left = new Set<string>()
  for (let i = 0; i < skeleton.length; i++) {
    for (let j = i + 1; j < skeleton.length; j++) {
      if (i === 0 && j === skeleton.length - 1) continue
      left.add(skeleton.slice(0, i) + skeleton.slice(i + 1, j) + skeleton.slice(j + 1))
    }
  }
  return [...left]
}

/** In a form of two pieces a swap where they meet breaks both: 四意|个识 for 四个|意识. */
function swapped(skeleton: string, middle: number): string {
  return skeleton.slice(0, middle - 1) + skeleton[middle] + skeleton[middle - 1] + skeleton.slice(middle + 1)
}
