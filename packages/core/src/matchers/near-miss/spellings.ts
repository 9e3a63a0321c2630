import { budgetOf, type Form, isCrowded, pieceStarts } from './form.ts'

/**
 * What is looked for: each form by its own number, then spellings of forms that are wrong as they stand. The characters
 * of spelling n are `codes[starts[n]..starts[n + 1])`.
 */
export interface Spellings {
  readonly codes: Uint16Array
  readonly starts: Int32Array
  /** How many changes it may have; none for a wrong one. */
  readonly budgets: Uint8Array
  /** The form that is meant. */
  readonly forms: Int32Array
  /** By form: 1 when it has fixed words that vouch for it. */
  readonly vouched: Uint8Array
  /** Whether so many short forms are guarded that nearness to one of them says little. */
  readonly crowded: boolean
}

/** A spelling while the tables are built: its characters, `anyCharacter` among them, and the pieces it is found by. */
export interface Spelling {
  readonly form: number
  readonly skeleton: string
  readonly budget: number
  /** Stretches of which one is left whole by every break that is looked for. */
  readonly pieces: readonly { readonly start: number; readonly end: number }[]
}

/** Stands in a wrong spelling where any character may stand. Never a kept character. */
export const anyCharacter = '\uffff'

/** Forms below this length, in a crowd, are looked for by their wrong spellings: two characters would be too common a seed. */
const shortLength = 6

/** Lists the spellings of forms, the forms' own first. */
export function spell(forms: readonly Form[]): { spellings: Spellings; list: readonly Spelling[] } {
  const crowded = isCrowded(forms)
  const own: Spelling[] = []
  const wrong: Spelling[] = []
  forms.forEach(({ skeleton }, form) => {
    const { length } = skeleton
    const budget = budgetOf(length, crowded)
    if (crowded && length < shortLength) {
      own.push({ form, skeleton, budget, pieces: [piece(0, length - 1), piece(1, length)] })
      for (const broken of breaksOf(skeleton)) wrong.push(wrongSpelling(form, broken))
      return
    }
    const starts = pieceStarts(length, budget)
    own.push({ form, skeleton, budget, pieces: starts.slice(1).map((end, i) => piece(starts[i]!, end)) })
    if (budget === 1) wrong.push(wrongSpelling(form, swapped(skeleton, starts[1]!)))
  })
  const list = [...own, ...wrong]
  const vouched = Uint8Array.from(forms, ({ before, after }) => Number(before.length + after.length > 0))
  return { spellings: { ...lettersOf(list), vouched, crowded }, list }
}

function lettersOf(list: readonly Spelling[]): Omit<Spellings, 'crowded' | 'vouched'> {
  const starts = new Int32Array(list.length + 1)
  list.forEach(({ skeleton }, spelling) => {
    starts[spelling + 1] = starts[spelling]! + skeleton.length
  })
  const codes = new Uint16Array(starts[list.length]!)
  list.forEach(({ skeleton }, spelling) => {
    for (let i = 0; i < skeleton.length; i++) codes[starts[spelling]! + i] = skeleton.charCodeAt(i)
  })
  return {
    codes,
    starts,
    budgets: Uint8Array.from(list, ({ budget }) => budget),
    forms: Int32Array.from(list, ({ form }) => form),
  }
}

function wrongSpelling(form: number, skeleton: string): Spelling {
  return { form, skeleton, budget: 0, pieces: [piece(0, skeleton.length)] }
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

/** In a form of two pieces a swap where they meet breaks both: 四意|个识 for 四个|意识. */
function swapped(skeleton: string, middle: number): string {
  return skeleton.slice(0, middle - 1) + skeleton[middle] + skeleton[middle - 1] + skeleton.slice(middle + 1)
}
