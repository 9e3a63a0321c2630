import type { SegmentSpan } from '../types.ts'

/** What ends a sentence, as UTF-16 units. */
const ENDS: ReadonlySet<number> = new Set(Array.from('。！？；!?;\n', (mark) => mark.charCodeAt(0)))

/** The sentence (or clause ended by a semicolon) of `text` that holds `span`. */
export function sentenceAround(text: string, span: SegmentSpan): SegmentSpan {
  let start = span.start
  while (start > 0 && !ENDS.has(text.charCodeAt(start - 1))) start--
  let end = span.end
  while (end < text.length && !ENDS.has(text.charCodeAt(end))) end++
  return { start, end }
}

/** A stretch of a text, and the offset where it begins. */
export interface Stretch {
  readonly text: string
  readonly start: number
}

/** The stretches between 。 ； and line ends that hold a word, each once, in order. */
export function stretchesWith(text: string, word: string): readonly Stretch[] {
  let found: Stretch[] | undefined
  for (let at = text.indexOf(word); at >= 0; ) {
    let start = at
    while (start > 0 && !isStop(text.charCodeAt(start - 1))) start--
    let end = at + word.length
    while (end < text.length && !isStop(text.charCodeAt(end))) end++
    found ??= []
    found.push({ text: text.slice(start, end), start })
    at = text.indexOf(word, end)
  }
  return found ?? NONE
}

const NONE: readonly Stretch[] = []

function isStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff1b || unit === 0x0a
}
