import type { Form } from './form.ts'
import type { Skeleton } from './skeleton.ts'

const openMarks = '“‘「『《〈"'
const closeMarks = '”’」』》〉"'

/** What follows a title in official text: 《…》第三条, 《…》（试行）, … 印发. */
const titleFollowers = '》第印（'
const afterTitle = /^》?(?:第[\d一二三四五六七八九十百千]+条|印发|（以下简称)/

/** What the surroundings say of a stretch `[start, end)` of skeleton characters. */
export interface Context {
  /** Quote or book-title marks hold exactly the stretch. */
  readonly enclosed: boolean
  /** A word that the form is used with stands right before or after it. */
  readonly led: boolean
  readonly followed: boolean
  /** The stretch opens its clause: no character of a word stands right before it. */
  readonly opening: boolean
}

/** Reads the surroundings that vouch for the form: marks, fixed words before and after, what follows titles. */
export function contextOf(form: Form, skeleton: Skeleton, { start, end }: { start: number; end: number }): Context {
  const { text, offsets, codes, gaps } = skeleton
  const first = offsets[start]!
  const last = offsets[end - 1]!
  const open = openMarks.indexOf(text.charAt(first - 1))
  const enclosed = first > 0 && open >= 0 && text.charAt(last + 1) === closeMarks.charAt(open)
  return {
    enclosed,
    opening: start === 0 || gaps[start]! > 0 || !isWordCode(codes[start - 1]!),
    led: form.before.some((word) => endsWith(skeleton, start, word)),
    followed:
      form.after.some((word) => startsWith(skeleton, end, word)) ||
      (titleFollowers.includes(text.charAt(last + 1)) && afterTitle.test(text.slice(last + 1, last + 16))),
  }
}

/** Whether a look at the words and marks around a stretch can find what vouches for the form; mostly it cannot. */
export function mayBeVouched(
  { form, end }: { form: number; end: number },
  { vouched }: { readonly vouched: Uint8Array },
  { codes, gaps }: Skeleton,
): boolean {
  if (vouched[form] === 1 || gaps[end]! > 0) return true
  return codes[end] === titleNumber || codes[end] === titlePrinted
}

const titleNumber = '第'.charCodeAt(0)
const titlePrinted = '印'.charCodeAt(0)

function isWordCode(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a)
}

function endsWith({ codes }: Skeleton, end: number, word: string): boolean {
  if (word.length > end) return false
  for (let i = 0; i < word.length; i++) if (codes[end - word.length + i] !== word.charCodeAt(i)) return false
  return true
}

function startsWith({ codes }: Skeleton, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (codes[start + i] !== word.charCodeAt(i)) return false
  return true
}
