import { INVISIBLE_MARK } from './ascii.ts'

/** Digits that touch. Offsets count from the start of the text. */
interface Group {
  readonly start: number
  readonly end: number
}

/** Consecutive groups read as one number. */
export interface DigitWindow {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** How many digits each group has: `3,4,4` for `138 0013 8000`. */
  shape(): string
  /** What stands between the groups: blanks, hyphens, or nothing that is seen. */
  readonly gap: 'none' | 'invisible' | 'hyphen' | 'blank'
  /** No digits stand beside it, behind a blank or a hyphen. */
  readonly alone: boolean
}

const LONGEST_GAP = 3
/** How many digits the numbers of persons have: mobile numbers, with 86, identity numbers, bank cards. */
const LENGTHS = new Set([11, 13, 15, 16, 17, 18, 19])
const LONGEST_NUMBER = 19
const SEPARATORS = new Set([' ', '-', INVISIBLE_MARK])

/**
 * Every way to read digits of `ascii` as one number of a person's (11 to 19 digits), blanks and hyphens inside allowed;
 * groups are never cut. At most nineteen windows begin at one group, so the work is linear in the text.
 */
export function digitWindows(ascii: string): DigitWindow[] {
  const windows: DigitWindow[] = []
  for (const run of digitRuns(ascii)) {
    for (let first = 0; first < run.length; first++) {
      let digits = ''
      for (let last = first; last < run.length; last++) {
        digits += ascii.slice(run[last]!.start, run[last]!.end)
        if (digits.length > LONGEST_NUMBER) break
        if (LENGTHS.has(digits.length)) windows.push(windowOf(ascii, { run, first, last, digits }))
      }
    }
  }
  return windows
}

function windowOf(
  ascii: string,
  at: { run: readonly Group[]; first: number; last: number; digits: string },
): DigitWindow {
  const { run, first, last, digits } = at
  const start = run[first]!.start
  const end = run[last]!.end
  return {
    start,
    end,
    digits,
    shape: () =>
      run
        .slice(first, last + 1)
        .map((group) => group.end - group.start)
        .join(','),
    gap: first === last ? 'none' : gapOf(ascii.slice(start, end)),
    alone: first === 0 && last === run.length - 1,
  }
}

function gapOf(stretch: string): DigitWindow['gap'] {
  if (stretch.includes(' ')) return 'blank'
  return stretch.includes('-') ? 'hyphen' : 'invisible'
}

function digitRuns(ascii: string): Group[][] {
  const runs: Group[][] = []
  for (const found of ascii.matchAll(/\d+/g)) {
    const group = { start: found.index, end: found.index + found[0].length }
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before !== undefined && isGap(ascii, before.end, group.start)) run.push(group)
    else runs.push([group])
  }
  return runs
}

function isGap(ascii: string, start: number, end: number): boolean {
  if (end - start > LONGEST_GAP) return false
  for (let i = start; i < end; i++) {
    if (!SEPARATORS.has(ascii[i]!)) return false
  }
  return true
}
