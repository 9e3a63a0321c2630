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
  const marked = visible(text.slice(span.start, end))
  const room = Math.max(20, columns - widthOf(marked))
  const before = tail(visible(text.slice(lineStart, span.start)), Math.floor(room / 2))
  const after = head(visible(text.slice(end, lineEnd)), room - widthOf(before))
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
  let kept = ''
  for (const character of text) {
    if (widthOf(kept) + widthOf(character) > columns - 1) break
    kept += character
  }
  return `${kept}…`
}

function tail(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  for (const character of [...text].reverse()) {
    if (widthOf(kept) + widthOf(character) > columns - 1) break
    kept = character + kept
  }
  return `…${kept}`
}
