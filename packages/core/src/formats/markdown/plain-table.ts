import type { DocumentSpan } from '../../types.ts'
import { hasManyMarks, type MarkdownLine } from './plain-lines.ts'
import { arePlainWords } from './plain-words.ts'

/** The cells of a table, row by row; the row under the head is none. */
export type PlainTable = readonly (readonly DocumentSpan[])[]

const DELIMITERS = /^\|(?: *:?-+:? *\|)+$/

/** The table that the lines of a block are, when all its rows have bars at both ends and as many cells of plain words. */
export function plainTableOf(source: string, lines: readonly MarkdownLine[]): PlainTable | undefined {
  if (lines.length < 2 || source[lines[0]!.start] !== '|' || hasManyMarks(lines)) return undefined
  const [head, delimiters, ...body] = lines
  const line = source.slice(delimiters!.start, delimiters!.end)
  if (!DELIMITERS.test(line)) return undefined
  const columns = line.split('|').length - 2
  const rows: (readonly DocumentSpan[])[] = []
  for (const row of [head!, ...body]) {
    const cells = cellsOf(source, row)
    if (cells?.length !== columns) return undefined
    rows.push(cells)
  }
  return rows
}

function cellsOf(source: string, { start, end }: DocumentSpan): readonly DocumentSpan[] | undefined {
  const cells: DocumentSpan[] = []
  if (source[start] !== '|' || end - start < 2 || source[end - 1] !== '|') return undefined
  for (let from = start + 1; from < end; ) {
    const bar = source.indexOf('|', from)
    const words = source.slice(from, bar)
    if (words.trim() === '' || !arePlainWords(words.trim())) return undefined
    cells.push({ start: from, end: bar })
    from = bar + 1
  }
  return cells
}
