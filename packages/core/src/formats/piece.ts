import type { Extraction } from '../types.ts'

/** A part of a source that can be read by itself, or from what is open where it begins. */
export interface ReadPiece<State> {
  /** Where it begins in the stretch that was read, in UTF-16 units; it ends where the next one begins. */
  readonly from: number
  /** What was read in it; its offset 0 lies at `origin` of the stretch. */
  readonly extraction: Extraction
  readonly origin: number
  /** What is open behind it. */
  readonly state: State
  /** The tables that begin in it. */
  readonly tables: readonly number[]
  /** It cannot be judged without the rest of the source. */
  readonly needsWhole?: boolean
}

/** A stretch of a source: whole pieces of an earlier reading, in which something may have changed. */
export interface Stretch<State> {
  readonly text: string
  /** What is open where it begins; undefined at the source's beginning. */
  readonly before: State | undefined
  /** What was open where it ends; undefined at the source's end. */
  readonly after: State | undefined
  /** Numbers for the tables that begin in it, not known to the rest of the draft. */
  readonly tables: { next(): number }
  /** The stretch is the source, and is to be one piece. */
  readonly isWhole: boolean
}

/** A format that can be read from the middle on, so that an edit costs what it touches. */
export interface PiecewiseFormat<State> {
  /** Whether the source cannot be cut. */
  isWhole(text: string): boolean
  /** The pieces of a stretch, in order; undefined when something is open at its end that was not: then more is read. */
  read(stretch: Stretch<State>): readonly ReadPiece<State>[] | undefined
}

/** Pieces are at least so long (UTF-16 units): short enough to be read again at each key, long enough to be few. */
export const LEAST_PIECE = 400

/** An extraction whose tables are numbered anew, and their numbers. */
export function renumbered(
  extraction: Extraction,
  tables: { next(): number },
): { readonly extraction: Extraction; readonly tables: readonly number[] } {
  const numbers = new Map<number, number>()
  const numberOf = (table: number): number => {
    const known = numbers.get(table) ?? tables.next()
    numbers.set(table, known)
    return known
  }
  const segments = extraction.segments.map((segment) =>
    segment.cell === undefined
      ? segment
      : { ...segment, cell: { ...segment.cell, table: numberOf(segment.cell.table) } },
  )
  return { extraction: { ...extraction, segments }, tables: [...numbers.values()] }
}
