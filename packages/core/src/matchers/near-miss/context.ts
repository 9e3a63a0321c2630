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
export function contextOf(
  form: Pick<Form, 'before' | 'after'>,
  skeleton: Skeleton,
  stretch: { start: number; end: number },
): Context {
  const { codes, gaps } = skeleton
  const { start, end } = stretch
  return {
    enclosed: isEnclosed(skeleton, stretch),
    opening: start === 0 || gaps[start]! > 0 || !isWordCode(codes[start - 1]!),
    led: form.before.some((word) => endsWith(skeleton, start, word)),
    followed: form.after.some((word) => startsWith(skeleton, end, word)) || isTitle(skeleton, end),
  }
}

/** Whether the marks around a stretch vouch for it, whatever the form: they hold it, or what follows titles is there. */
export function marksVouch(skeleton: Skeleton, stretch: { start: number; end: number }): boolean {
  return endMayVouch(skeleton, stretch.end) && (isEnclosed(skeleton, stretch) || isTitle(skeleton, stretch.end))
}

/** Whether marks may vouch for a stretch that ends here; mostly they cannot. */
export function endMayVouch({ text, offsets, codes, gaps }: Skeleton, end: number): boolean {
  const next = gaps[end] === 0 ? codes[end] : text.charCodeAt(offsets[end - 1]! + 1)
  return isEndMark[next ?? 0] === 1
}

/** What stands right behind a stretch for which marks may vouch. */
export const endMarks: string = closeMarks + titleFollowers

const isEndMark = new Uint8Array(65_536)
for (const mark of endMarks) isEndMark[mark.charCodeAt(0)] = 1

function isEnclosed({ text, offsets }: Skeleton, { start, end }: { start: number; end: number }): boolean {
  const first = offsets[start]!
  const open = openMarks.indexOf(text.charAt(first - 1))
  return first > 0 && open >= 0 && text.charAt(offsets[end - 1]! + 1) === closeMarks.charAt(open)
}

function isTitle({ text, offsets }: Skeleton, end: number): boolean {
  const last = offsets[end - 1]!
  return titleFollowers.includes(text.charAt(last + 1)) && afterTitle.test(text.slice(last + 1, last + 16))
}

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
