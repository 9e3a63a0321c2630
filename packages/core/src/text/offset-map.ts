import type { DocumentSpan, OffsetMap, SegmentSpan } from '../types.ts'

/** A run of segment text and the run of source it was read from. */
export interface Piece {
  readonly text: string
  /** Where the run begins in the source. */
  readonly start: number
  /** Where it ends; a decoded run (`&amp;` → `&`) is longer here than its text. */
  readonly end: number
  /** The text is not what the source says, though it may be as long (a line end read as a blank). */
  readonly decoded?: true
}

/** Text together with the map back to its source. */
export interface MappedText {
  readonly text: string
  readonly map: OffsetMap
}

/**
 * Joins pieces, in source order, into one text.
 *
 *     source   国家 ** 工商 ** 总局 &amp;
 *     pieces   [国家][工商][总局][&]          a verbatim piece maps unit by unit,
 *     text     国家工商总局&                  a decoded one as a whole
 */
export function joinPieces(pieces: readonly Piece[]): MappedText {
  const kept = pieces.filter((piece) => piece.text.length > 0)
  const [first] = kept
  if (first !== undefined && kept.length === 1 && isVerbatimPiece(first)) {
    return { text: first.text, map: new RunMap(first.start, first.text.length) }
  }
  const offsets: number[] = []
  let text = ''
  for (const piece of kept) {
    offsets.push(text.length)
    text += piece.text
  }
  return { text, map: new PieceMap(kept, offsets, text.length) }
}

/** Text that stands in the source unchanged, from `start` on. */
export function verbatim(text: string, start: number): MappedText {
  return text === '' ? joinPieces([]) : { text, map: new RunMap(start, text.length) }
}

/** Most segments are one run of the source as it stands. */
class RunMap implements OffsetMap {
  readonly shape = ''
  readonly #start: number
  readonly #length: number

  constructor(start: number, length: number) {
    this.#start = start
    this.#length = length
  }

  toDocument(span: SegmentSpan): DocumentSpan {
    const start = Math.max(0, Math.min(span.start, this.#length))
    const end = Math.max(start, Math.min(span.end, this.#length))
    return { start: this.#start + start, end: this.#start + end }
  }

  isVerbatim(span: SegmentSpan): boolean {
    const { start, end } = this.toDocument(span)
    return end - start === span.end - span.start
  }
}

function isVerbatimPiece(piece: Piece): boolean {
  return piece.decoded === undefined && piece.end - piece.start === piece.text.length
}

class PieceMap implements OffsetMap {
  readonly #pieces: readonly Piece[]
  readonly #offsets: readonly number[]
  readonly #length: number
  #shape: string | undefined

  constructor(pieces: readonly Piece[], offsets: readonly number[], length: number) {
    this.#pieces = pieces
    this.#offsets = offsets
    this.#length = length
  }

  get shape(): string {
    const first = this.#pieces[0]
    if (first === undefined) return ''
    this.#shape ??= this.#pieces
      .map(
        (piece) =>
          `${piece.start - first.start},${piece.end - first.start},${piece.text.length},${piece.decoded ?? ''}`,
      )
      .join(' ')
    return this.#shape
  }

  toDocument(span: SegmentSpan): DocumentSpan {
    if (this.#pieces.length === 0) return { start: 0, end: 0 }
    const start = Math.max(0, Math.min(span.start, this.#length))
    const end = Math.max(start, Math.min(span.end, this.#length))
    const from = this.#locate(start).start
    if (end === start) return { start: from, end: from }
    return { start: from, end: this.#locate(end - 1).end }
  }

  isVerbatim(span: SegmentSpan): boolean {
    const inSource = this.toDocument(span)
    if (inSource.end - inSource.start !== span.end - span.start) return false
    const first = this.#pieceAt(span.start)
    const last = this.#pieceAt(Math.max(span.start, span.end - 1))
    for (let i = first; i <= last; i++) {
      const piece = this.#pieces[i]
      if (piece === undefined || !isVerbatimPiece(piece)) return false
    }
    return true
  }

  /** The source run of the one unit at `offset`. */
  #locate(offset: number): DocumentSpan {
    const index = this.#pieceAt(offset)
    const piece = this.#pieces[index]!
    if (!isVerbatimPiece(piece)) {
      return offset >= this.#length ? { start: piece.end, end: piece.end } : { start: piece.start, end: piece.end }
    }
    const at = piece.start + offset - this.#offsets[index]!
    return { start: at, end: at + 1 }
  }

  #pieceAt(offset: number): number {
    let low = 0
    let high = this.#pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#offsets[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}
