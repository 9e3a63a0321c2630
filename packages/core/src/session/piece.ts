import type { ReadPiece } from '../formats/piece.ts'
import type { DocumentSpan, Extraction, OffsetMap, Segment, SegmentSpan } from '../types.ts'

/** A segment of a draft that is being edited: the same object for as long as its words stay, wherever they move. */
export type LivingSegment = { -readonly [Key in keyof Segment]: Segment[Key] }

/** A part of a draft as it was read, which moves with the text before it. */
export class Piece<State> {
  /** Where it begins now. */
  begin: number
  /** Where it ends now. */
  end: number
  /** Where offset 0 of what was read in it lies now. */
  base: number
  readonly segments: LivingSegment[]
  readonly state: State
  readonly tables: readonly number[]
  readonly needsWhole: boolean
  readonly #extraction: Extraction

  constructor(
    { from, origin, extraction, state, tables, needsWhole = false }: ReadPiece<State>,
    { stretch, end }: PiecePlace,
  ) {
    this.base = stretch + origin
    this.begin = stretch + from
    this.end = end
    this.state = state
    this.tables = tables
    this.needsWhole = needsWhole
    this.#extraction = extraction
    this.segments = extraction.segments.map((segment) => ({ ...segment, map: movingMap(segment, this) }))
  }

  get date(): Extraction['date'] {
    return this.#extraction.date
  }

  get links(): Extraction['links'] {
    return this.#moved(this.#extraction.links)
  }

  get directives(): Extraction['directives'] {
    return this.#moved(this.#extraction.directives)
  }

  get problems(): Extraction['problems'] {
    return this.#extraction.problems.map(({ span, ...problem }) =>
      span === undefined ? problem : { ...problem, span: this.#here(span) },
    )
  }

  /** The text before it has grown by so much. */
  move(by: number): void {
    this.begin += by
    this.end += by
    this.base += by
  }

  #moved<Spanned extends { readonly span: DocumentSpan }>(spanned: readonly Spanned[]): readonly Spanned[] {
    return spanned.length === 0 ? spanned : spanned.map((one) => ({ ...one, span: this.#here(one.span) }))
  }

  #here({ start, end }: DocumentSpan): DocumentSpan {
    return { start: start + this.base, end: end + this.base }
  }
}

/** Where the stretch that it was read in begins, and where it ends itself. */
interface PiecePlace {
  readonly stretch: number
  readonly end: number
}

/** Where a piece's offset 0 lies now. */
interface Base {
  readonly base: number
}

/** The map of a segment whose piece moves. */
function movingMap({ map, text }: Segment, piece: Base): OffsetMap {
  return map.shape === '' ? new MovingRun(map, text.length, piece) : new MovingMap(map, piece)
}

/** Most segments are one run of the source as it stands; an editor asks for thousands of places at each key. */
class MovingRun implements OffsetMap {
  readonly shape = ''
  readonly #start: number
  readonly #length: number
  readonly #piece: Base

  constructor(map: OffsetMap, length: number, piece: Base) {
    this.#start = map.toDocument({ start: 0, end: 0 }).start
    this.#length = length
    this.#piece = piece
  }

  isVerbatim({ start, end }: SegmentSpan): boolean {
    return start >= 0 && end <= this.#length
  }

  toDocument({ start, end }: SegmentSpan): DocumentSpan {
    const first = this.#piece.base + this.#start
    const from = Math.max(0, Math.min(start, this.#length))
    return { start: first + from, end: first + Math.max(from, Math.min(end, this.#length)) }
  }
}

class MovingMap implements OffsetMap {
  readonly #map: OffsetMap
  readonly #piece: Base

  constructor(map: OffsetMap, piece: Base) {
    this.#map = map
    this.#piece = piece
  }

  get shape(): string {
    return this.#map.shape ?? ''
  }

  isVerbatim(span: SegmentSpan): boolean {
    return this.#map.isVerbatim(span)
  }

  toDocument(span: SegmentSpan): DocumentSpan {
    const { start, end } = this.#map.toDocument(span)
    const { base } = this.#piece
    return { start: start + base, end: end + base }
  }
}
