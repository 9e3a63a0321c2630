import type { Extraction, Format } from '../types.ts'
import { Collection, trimmed } from './collection.ts'
import { urlsIn } from './url.ts'

/** Plain text: one segment a line; rows of cells, as tables leave them when they are copied, become cells. */
export const plain: Format = { name: 'plain', extensions: ['txt', 'text'], extract }

/** Half-open: the line's characters without its end. */
interface Line {
  readonly start: number
  readonly end: number
}

function extract(text: string): Extraction {
  const collection = new Collection()
  let table = -1
  let row = -1
  for (const line of linesOf(text)) {
    const cells = cellsOf(text, line)
    if (cells !== undefined) {
      if (row === -1) table++
      row++
      const at = { table, row }
      for (const [column, cell] of cells.entries()) addCell(collection, text, { ...cell, cell: { ...at, column } })
    } else {
      const wording = trimmed(text, line.start, line.end)
      if (wording !== undefined) row = -1
      collection.segment(wording, { scope: 'prose' })
    }
    for (const span of urlsIn(text, line.start, line.end)) {
      const url = text.slice(span.start, span.end)
      collection.visibleLink({ url, span, text: url })
    }
  }
  return collection.finish()
}

function addCell(
  collection: Collection,
  text: string,
  { start, end, cell }: Line & { readonly cell: { table: number; row: number; column: number } },
): void {
  if (!/^[\s:-]*$/.test(text.slice(start, end))) collection.segment(trimmed(text, start, end), { scope: 'cell', cell })
}

function* linesOf(text: string): Generator<Line> {
  let start = 0
  for (const lineBreak of text.matchAll(/\r\n|[\n\r\f\v\u2028\u2029]/g)) {
    yield { start, end: lineBreak.index }
    start = lineBreak.index + lineBreak[0].length
  }
  yield { start, end: text.length }
}

/** A row has tabs between its cells, or at least two bars, or one bar between blanks. */
function cellsOf(text: string, line: Line): readonly Line[] | undefined {
  const content = text.slice(line.start, line.end)
  if (content.trim().includes('\t')) return split(content, line.start, '\t')
  const bars = content.split('|').length - 1
  return bars >= 2 || (bars === 1 && content.includes(' | ')) ? split(content, line.start, '|') : undefined
}

/** Empty first and last fields are the row's border, not cells. */
function split(content: string, offset: number, separator: string): readonly Line[] | undefined {
  const cells: Line[] = []
  let start = offset
  for (const field of content.split(separator)) {
    cells.push({ start, end: start + field.length })
    start += field.length + separator.length
  }
  const isBorder = separator === '|' && content.trimStart().startsWith('|')
  const filled = content.split(separator).filter((field) => field.trim() !== '').length
  if (filled === 0 || (filled === 1 && separator === '\t')) return undefined
  return isBorder ? cells.slice(1) : cells
}
