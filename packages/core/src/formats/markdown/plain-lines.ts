import type { DocumentSpan } from '../../types.ts'
import { arePlainWords, marksIn } from './plain-words.ts'

/** A line without its end, and what it is when it stands in a block of its kind. */
export interface MarkdownLine extends DocumentSpan {
  /** `marked`: it takes a parser to say. */
  readonly kind: 'text' | 'heading' | 'item' | 'marked'
  /** The mark before a heading's or item's words, without the blank after it: `##`, `-`, `12.`; else empty. */
  readonly mark: string
  /** How many marks of strong words and links stand in it. */
  readonly marks: number
}

/** What makes more of words at their beginning. */
const BEGINNING = /^(?:[#>+=: -]|\d{1,9}[.)](?: |$))/
const MARK = /^(?:#{1,6}|[-+*]|\d{1,9}[.)])(?= [^ ])/

/** Of so many marks in one block `tame` takes some out of play. */
const MOST_MARKS = 400

/** The line at `[start, end)` of the source. */
export function lineAt(source: string, { start, end }: DocumentSpan): MarkdownLine {
  const line = source.slice(start, end)
  const [mark = ''] = MARK.exec(line) ?? []
  return { start, end, mark, marks: marksIn(line), kind: kindOf(mark, line.slice(mark === '' ? 0 : mark.length + 1)) }
}

function kindOf(mark: string, words: string): MarkdownLine['kind'] {
  if (words.endsWith(' ') || BEGINNING.test(words)) return 'marked'
  if (!arePlainWords(words)) return 'marked'
  if (mark === '') return 'text'
  if (!mark.startsWith('#')) return 'item'
  return words.includes('#') ? 'marked' : 'heading'
}

/**
 * Whether lines without a blank one between them are paragraphs, headings, and after them the items of one list. An
 * item's number must be 1 to end a paragraph, or what micromark takes for one although a blank line follows it, as it
 * does with indented code: `before` are the lines before the blank one. Words below an item belong to it.
 */
export function arePlain(lines: readonly MarkdownLine[], before: readonly MarkdownLine[] = []): boolean {
  const first = lines.findIndex(({ kind }) => kind === 'item')
  if (lines.some(({ kind }) => kind === 'marked') || hasManyMarks(lines)) return false
  if (first < 0) return true
  const { mark } = lines[first]!
  const isAfterWords = first > 0 ? lines[first - 1]!.kind === 'text' : before.some(({ kind }) => kind === 'marked')
  if (isAfterWords && !/^(?:[-+*]|1[.)])$/.test(mark)) return false
  return lines.slice(first).every((line) => line.kind === 'item' && line.mark.at(-1) === mark.at(-1))
}

/** Whether a parser would have to look how many marks of the lines it takes for marks. */
export function hasManyMarks(lines: readonly MarkdownLine[]): boolean {
  return lines.reduce((sum, { marks }) => sum + marks, 0) > MOST_MARKS
}
