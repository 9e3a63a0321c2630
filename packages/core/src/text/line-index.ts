/** A place as people count it: line and column from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where the lines of one text begin; `\r\n`, `\n` and `\r` end a line. */
export interface LineIndex {
  readonly lineCount: number
  /** O(log lines). Offsets outside the text give its first or last position. */
  positionAt(offset: number): Position
  /** The offset of a position; a column past the end of its line gives the line's end, before its line break. */
  offsetAt(position: Position): number
}

/** Builds the index in one pass over the text. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text)
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const within = Math.max(0, Math.min(offset, text.length))
      const line = lastNotAfter(starts, within)
      return { line: line + 1, column: within - starts[line]! + 1 }
    },
    offsetAt({ line, column }) {
      if (line < 1) return 0
      const start = starts[line - 1]
      if (start === undefined) return text.length
      return Math.max(start, Math.min(start + column - 1, lineEnd(text, start, starts[line])))
    },
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) starts.push(lineBreak.index + lineBreak[0].length)
  return starts
}

function lineEnd(text: string, start: number, next: number | undefined): number {
  if (next === undefined) return text.length
  let end = next
  while (end > start && /[\r\n]/.test(text[end - 1]!)) end--
  return end
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
