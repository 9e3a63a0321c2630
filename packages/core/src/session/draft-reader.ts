import type { PiecewiseFormat, ReadPiece } from '../formats/piece.ts'
import type { Extraction, Segment } from '../types.ts'
import { adopt } from './adopt.ts'
import { type Change, changeBetween } from './change.ts'
import { goneIndex, type Renewal } from './gathering.ts'
import { Piece } from './piece.ts'

/**
 * Reads one draft again and again. Of a text that differs from the one before in one stretch, only the pieces that the
 * stretch touches are read, and those behind them as long as they are not what they were:
 *
 *     pieces    │ kept │ kept │ read again ✎ │ moved │ moved │
 */
export class DraftReader<State> {
  /** How many UTF-16 units the last call read as pieces, for tests. */
  readUnits = 0
  /** Which segments the last call read anew. */
  renewal: Renewal = { from: 0, to: 0 }
  readonly #format: PiecewiseFormat<State>
  #pieces: Piece<State>[] = []
  #text = ''
  #isWhole = false
  #tables = 0

  constructor(format: PiecewiseFormat<State>) {
    this.#format = format
  }

  /** What the format's own `extract` says of the text, except that tables are numbered as they were met. */
  read(text: string): Extraction {
    this.readUnits = 0
    this.renewal = { from: 0, to: 0 }
    const wasWhole = this.#isWhole
    this.#isWhole = this.#format.isWhole(text)
    const change = changeBetween(this.#text, text)
    if (this.#pieces.length > 0 && change === undefined) this.#isWhole = wasWhole
    else if (this.#pieces.length === 0 || wasWhole || this.#isWhole) this.#replace(text, 0, this.#pieces.length - 1)
    else this.#update(text, change!)
    if (!this.#isWhole && this.#pieces.some(({ needsWhole }) => needsWhole)) {
      this.#isWhole = true
      this.#replace(text, 0, this.#pieces.length - 1)
    }
    this.#text = text
    return this.#joined()
  }

  /** Reads what the change touches, and on, twice as far each time, until the rest is as it was. */
  #update(text: string, { start, end }: Change): void {
    const pieces = this.#pieces
    const first = pieces.findIndex((piece) => piece.end >= start)
    let last = pieces.findLastIndex((piece) => piece.begin <= end)
    for (let more = 1; !this.#replace(text, first, last); more *= 2) last = Math.min(last + more, pieces.length - 1)
  }

  /** Reads the pieces from `first` to `last` anew; false when they cannot end where they ended. */
  #replace(text: string, first: number, last: number): boolean {
    const pieces = this.#pieces
    const start = pieces[first]?.begin ?? 0
    const by = text.length - this.#text.length
    const isLast = last >= pieces.length - 1
    const end = isLast ? text.length : pieces[last]!.end + by
    const gone = pieces.slice(first, last + 1)
    const read = this.#read(text.slice(start, end), { gone, before: pieces[first - 1]?.state, isLast })
    if (read === undefined) return false
    const come = read.map((one, index) => {
      const pieceEnd = start + (read[index + 1]?.from ?? end - start)
      return new Piece(one, { stretch: start, end: pieceEnd })
    })
    const from = countSegments(pieces.slice(0, first))
    for (const { segments } of gone) for (const segment of segments) segment.index = goneIndex(from)
    adopt(gone, come)
    this.renewal = { from, to: from + countSegments(come) }
    for (const piece of pieces.slice(last + 1)) piece.move(by)
    this.#pieces = [...pieces.slice(0, first), ...come, ...pieces.slice(last + 1)]
    return true
  }

  #read(text: string, around: Around<State>): readonly ReadPiece<State>[] | undefined {
    this.readUnits += text.length
    const { gone, before, isLast } = around
    const after = isLast ? undefined : gone.at(-1)?.state
    // A table that is read again keeps its number, for cells behind the stretch may be part of it.
    const free = gone.flatMap((piece) => piece.tables)
    const tables = { next: () => free.shift() ?? this.#tables++ }
    return this.#format.read({ text: detached(text), before, after, tables, isWhole: this.#isWhole })
  }

  #joined(): Extraction {
    const segments: Segment[] = []
    for (const piece of this.#pieces) {
      for (const segment of piece.segments) {
        const index = segments.length
        if (segment.index !== index) segment.index = index
        segments.push(segment)
      }
    }
    const date = this.#pieces.find((piece) => piece.date !== undefined)?.date
    return {
      segments,
      links: this.#pieces.flatMap(({ links }) => links),
      directives: this.#pieces.flatMap(({ directives }) => directives),
      problems: this.#pieces.flatMap(({ problems }) => problems),
      ...(date === undefined ? {} : { date }),
    }
  }
}

interface Around<State> {
  readonly gone: readonly Piece<State>[]
  readonly before: State | undefined
  readonly isLast: boolean
}

function countSegments(pieces: readonly Piece<unknown>[]): number {
  return pieces.reduce((sum, { segments }) => sum + segments.length, 0)
}

/** A copy with storage of its own: a part of a string keeps the whole string alive, and with it every version of a draft. */
function detached(text: string): string {
  return ` ${text}`.slice(1)
}
