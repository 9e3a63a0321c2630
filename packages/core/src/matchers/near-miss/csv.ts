/** A record of a CSV text: its cells and the line (from 1) where it begins. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads CSV (RFC 4180: quoted cells may hold commas, doubled quotes and line breaks), with a tab or a full-width comma
 * as the separator too when the first line has it instead. Blank lines are left out. Never throws; an open quote ends
 * with the text.
 */
export function readCsv(text: string): CsvRecord[] {
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  const records: CsvRecord[] = []
  let line = 1
  for (let at = 0; at < source.length; ) {
    const { cells, end } = readRecord(source, at, separator)
    if (cells.some((cell) => cell !== '')) records.push({ line, cells })
    line += source.slice(at, end).split('\n').length - 1
    at = end
  }
  return records
}

function separatorOf(source: string): string {
  const first = source.slice(0, Math.max(0, source.search(/\r?\n|$/)))
  return [',', '\t', '，'].find((separator) => first.includes(separator)) ?? ','
}

function readRecord(source: string, start: number, separator: string): { cells: string[]; end: number } {
  const cells: string[] = []
  for (let at = start; ; ) {
    const { cell, end } = source[at] === '"' ? readQuoted(source, at) : readBare(source, at, separator)
    cells.push(cell.replace(/\s*[\r\n]+\s*/g, '').trim())
    if (source[end] === separator) {
      at = end + 1
      continue
    }
    const rest = /\r?\n|$/.exec(source.slice(end))!
    return { cells, end: Math.max(start + 1, end + rest.index + rest[0].length) }
  }
}

function readBare(source: string, start: number, separator: string): { cell: string; end: number } {
  let end = start
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end++
  return { cell: source.slice(start, end), end }
}

function readQuoted(source: string, start: number): { cell: string; end: number } {
  let cell = ''
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] !== '"') cell += source[at]
    else if (source[at + 1] === '"') cell += source[at++]
    else return { cell, end: at + 1 }
  }
  return { cell, end: source.length }
}
