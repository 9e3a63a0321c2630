import type { MappedText } from '../text/offset-map.ts'
import type { Extraction, Format } from '../types.ts'
import { Collection, trimmed } from './collection.ts'
import { LEAST_PIECE, type PiecewiseFormat, type ReadPiece, renumbered } from './piece.ts'
import { mayHaveUrls, urlsIn } from './url.ts'

/** Plain text: one segment a line; rows of cells, as tables leave them when they are copied, become cells. */
export const plain: Format = { name: 'plain', extensions: ['txt', 'text'], extract }

/** Half-open: the line's characters without its end. */
interface Line {
  readonly start: number
  readonly end: number
}

function extract(text: string): Extraction {
  const reader = new LineReader(text, signsOf(text))
  for (const line of linesOf(text)) reader.read(line)
  return reader.finish()
}

/** Plain text in pieces: they end behind a line of prose, where no table is open. */
export const plainPieces: PiecewiseFormat<null> = {
  isWhole: () => false,
  read({ text, after, tables }) {
    const pieces: ReadPiece<null>[] = []
    const signs = signsOf(text)
    let reader = new LineReader(text, signs)
    let from = 0
    const cut = (next: number): void => {
      pieces.push({ from, origin: 0, state: null, ...renumbered(reader.finish(), tables) })
      reader = new LineReader(text, signs)
      from = next
    }
    for (const line of linesOf(text)) {
      if (!reader.isInTable && line.start - from >= LEAST_PIECE) cut(line.start)
      reader.read(line)
    }
    if (after !== undefined && reader.isInTable) return undefined
    if (from < text.length || pieces.length === 0) cut(text.length)
    return pieces
  },
}

/** What any line of a text may have; most texts have neither, which one look at the whole tells. */
interface Signs {
  readonly hasColumns: boolean
  readonly hasAddresses: boolean
}

function signsOf(text: string): Signs {
  return { hasColumns: text.includes('\t') || text.includes('|'), hasAddresses: mayHaveUrls(text) }
}

/** Reads line after line; rows that only blank lines part are of one table. */
class LineReader {
  readonly #text: string
  readonly #signs: Signs
  readonly #collection = new Collection()
  #table = -1
  #row = -1

  constructor(text: string, signs: Signs) {
    this.#text = text
    this.#signs = signs
  }

  get isInTable(): boolean {
    return this.#row !== -1
  }

  read(line: Line): void {
    const cells = this.#signs.hasColumns ? cellsOf(this.#text, line) : undefined
    if (cells === undefined) this.#readProse(line)
    else this.#readRow(cells)
    if (!this.#signs.hasAddresses) return
    for (const span of urlsIn(this.#text, line.start, line.end)) {
      const url = this.#text.slice(span.start, span.end)
      this.#collection.visibleLink({ url, span, text: url })
    }
  }

  finish(): Extraction {
    return this.#collection.finish()
  }

  #readProse({ start, end }: Line): void {
    const wording = trimmed(this.#text, start, end)
    if (wording !== undefined) this.#row = -1
    this.#collection.segment(wording, { scope: 'prose' })
  }

  #readRow(cells: readonly Line[]): void {
    if (this.#row === -1) this.#table++
    this.#row++
    for (let column = 0; column < cells.length; column++) {
      const wording = cellText(this.#text, cells[column]!)
      if (wording === undefined) continue
      const cell = { table: this.#table, row: this.#row, column }
      this.#collection.segment(wording, { scope: 'cell', cell })
    }
  }
}

/** What a row of strokes holds that stands between a table's headings and its body. */
const RULE = /^[\s:-]*$/

/** The words of a cell; undefined where it is empty or a row of strokes. */
function cellText(text: string, { start, end }: Line): MappedText | undefined {
  const wording = trimmed(text, start, end)
  return wording === undefined || RULE.test(wording.text) ? undefined : wording
}

/** What ends a line beside \n; most texts have none, which one look at the whole tells. */
const OTHER_ENDS = ['\r', '\f', '\v', '\u2028', '\u2029']

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  const hasOtherEnds = OTHER_ENDS.some((end) => text.includes(end))
  let start = 0
  while (true) {
    const end = hasOtherEnds ? lineEnd(text, start) : text.indexOf('\n', start)
    if (end < 0) break
    lines.push({ start, end })
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  lines.push({ start, end: text.length })
  return lines
}

const ANY_END = /[\n\r\f\v\u2028\u2029]/g

/** Where the line that begins at an offset ends, -1 for the last one. */
function lineEnd(text: string, start: number): number {
  ANY_END.lastIndex = start
  return ANY_END.test(text) ? ANY_END.lastIndex - 1 : -1
}

/** A row has tabs between its cells, or at least two bars, or one bar between blanks. */
function cellsOf(text: string, line: Line): readonly Line[] | undefined {
  const content = text.slice(line.start, line.end)
  if (content.includes('\t') && content.trim().includes('\t')) return split(content, line.start, '\t')
  if (!content.includes('|')) return undefined
  const bars = content.split('|').length - 1
  return bars >= 2 || (bars === 1 && content.includes(' | ')) ? split(content, line.start, '|') : undefined
}

/** Empty first and last fields are the row's border, not cells. */
function split(content: string, offset: number, separator: string): readonly Line[] | undefined {
  const cells: Line[] = []
  let start = offset
  let filled = 0
  for (const field of content.split(separator)) {
    cells.push({ start, end: start + field.length })
    start += field.length + separator.length
    if (field.trim() !== '') filled++
  }
  const isBorder = separator === '|' && content.trimStart().startsWith('|')
  if (filled === 0 || (filled === 1 && separator === '\t')) return undefined
  return isBorder ? cells.slice(1) : cells
}
