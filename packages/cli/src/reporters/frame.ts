import type { DocumentSpan } from '@kanwu/core'
import { eastAsianWidth } from 'get-east-asian-width'

/** A line of the source cut to the terminal, and the marks below it. */
export interface Frame {
  readonly line: string
  readonly marks: string
}

/** Terminal columns of a text; Han characters and full-width marks take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character === '\t' ? 4 : eastAsianWidth(character.codePointAt(0)!)
  return width
}

/**
 * The line of `text` that `span` begins in, cut to `columns` around the span, with marks under the span.
 * `text` must be safe to show: the caller has masked it.
 */
export function frameOf(text: string, span: DocumentSpan, columns: number): Frame {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
  const newline = text.indexOf('\n', span.start)
  const lineEnd = newline < 0 ? text.length : newline
  const end = Math.max(span.start, Math.min(span.end, lineEnd))
  // A line may be a whole document; what is further away than this cannot be shown.
  const reach = 4 * columns
  const marked = head(visible(text.slice(span.start, Math.min(end, span.start + reach))), columns)
  const room = Math.max(20, columns - widthOf(marked))
  const before = tail(visible(text.slice(Math.max(lineStart, span.start - reach), span.start)), Math.floor(room / 2))
  const after = marked.endsWith('…')
    ? ''
    : head(visible(text.slice(end, Math.min(lineEnd, end + reach))), room - widthOf(before))
  return {
    line: before + marked + after,
    marks: ' '.repeat(widthOf(before)) + '^'.repeat(Math.max(1, widthOf(marked))),
  }
}

/** Control characters could move the cursor; tabs become blanks of the width counted for them. */
function visible(text: string): string {
  return text.replaceAll('\t', '    ').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
}

function head(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  const characters = [...text]
  return `${characters.slice(0, fitting(characters, columns - 1)).join('')}…`
}

function tail(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  const characters = [...text].reverse()
  return `…${characters
    .slice(0, fitting(characters, columns - 1))
    .reverse()
    .join('')}`
}

/** How many of the characters, from the first on, fit into the columns. */
function fitting(characters: readonly string[], columns: number): number {
  let width = 0
  const past = characters.findIndex((character) => {
    width += widthOf(character)
    return width > columns
  })
  return past < 0 ? characters.length : past
}
