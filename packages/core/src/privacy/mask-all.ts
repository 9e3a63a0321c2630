import { asciiForm } from './ascii.ts'
import { digitWindows } from './digit-runs.ts'

/** A stretch to mask: so many letters and digits are kept at its head and its tail. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly head: number
  readonly tail: number
}

/**
 * What there is to mask in: an at-sign, or as many digits or stars near each other as the shortest number has, a travel
 * document's. One expression, for this is asked too seldom for loops to be made quick.
 */
const HINT = /[@＠]|(?:[\d０-９*＊﹡∗✱✲⁎•●][^\d０-９*＊﹡∗✱✲⁎•●\u3400-\u9fff]{0,3}){6}[\d０-９*＊﹡∗✱✲⁎•●]/
const MAILBOX = /[A-Za-z0-9._%+-]{1,64}(?=@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})/g
const TRAVEL_DOCUMENT = /(?<![A-Za-z0-9])[A-Za-z]{1,3}\d{7,12}(?![A-Za-z0-9])/g
const LONG_NUMBER = /\d{20,}[Xx]?/g

/**
 * `text` with everything masked that could be a person's number: identity and bank card numbers (15 digits and more),
 * mobile numbers, passports, names of mailboxes. Same length, blanks and hyphens kept, so offsets stay what they were.
 * For lines of source, messages and crash reports, where nobody judged the text: it hides more than the rules report,
 * and asks for no catalog. Office landlines stay.
 */
export function maskAll(text: string): string {
  if (!HINT.test(text)) return text
  const ascii = asciiForm(text)
  const stretches = [...numberStretches(ascii), ...patternStretches(ascii)]
  if (stretches.length === 0) return text
  stretches.sort((a, b) => a.start - b.start || b.end - a.end)
  let masked = ''
  let done = 0
  for (const stretch of stretches) {
    if (stretch.start < done) continue
    masked += text.slice(done, stretch.start) + maskStretch(text, ascii, stretch)
    done = stretch.end
  }
  return masked + text.slice(done)
}

function maskStretch(text: string, ascii: string, { start, end, head, tail }: Stretch): string {
  const isLetter = (offset: number): boolean => /[A-Za-z0-9]/.test(ascii[offset]!)
  let letters = 0
  for (let i = start; i < end; i++) if (isLetter(i)) letters++
  let masked = ''
  let passed = 0
  for (let i = start; i < end; i++) {
    const hidden = isLetter(i) && passed >= head && passed < letters - tail
    if (isLetter(i)) passed++
    masked += hidden ? '*' : text[i]!
  }
  return masked
}

function numberStretches(ascii: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const window of digitWindows(ascii)) {
    const { start, end, digits } = window
    const check = digits.length === 17 ? /^[ -]?[xX](?![A-Za-z0-9])/.exec(ascii.slice(end, end + 3)) : null
    const kept = check === null ? endsKept(digits) : { head: 2, tail: 3 }
    if (kept !== undefined) stretches.push({ start, end: end + (check?.[0].length ?? 0), ...kept })
  }
  return stretches
}

function endsKept(digits: string): { head: number; tail: number } | undefined {
  if (digits.length === 15 || digits.length === 18) return { head: 2, tail: 3 }
  if (digits.length >= 16) return { head: 4, tail: 4 }
  if (/^1[3-9]\d{9}$/.test(digits)) return { head: 3, tail: 4 }
  return /^861[3-9]\d{9}$/.test(digits) ? { head: 5, tail: 4 } : undefined
}

function patternStretches(ascii: string): Stretch[] {
  const spans = (pattern: RegExp, head: number, tail: number): Stretch[] =>
    [...ascii.matchAll(pattern)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      head: Math.min(head, Math.floor(found[0].length / 2)),
      tail,
    }))
  return [...spans(MAILBOX, 3, 0), ...spans(TRAVEL_DOCUMENT, 1, 3), ...spans(LONG_NUMBER, 4, 4)]
}
