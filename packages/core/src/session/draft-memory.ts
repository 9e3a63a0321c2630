import type { CheckSettings } from '../check.ts'
import { htmlPieces } from '../formats/html/pieces.ts'
import { formatFor } from '../formats/index.ts'
import { markdownPieces } from '../formats/markdown/pieces.ts'
import { plainPieces } from '../formats/plain.ts'
import type { Document, Extraction, Source } from '../types.ts'
import { DraftReader } from './draft-reader.ts'
import { DraftGathering } from './gathering.ts'
import type { LivingSegment } from './piece.ts'

/** How much of a draft its last check looked at anew. */
export interface Work {
  /** UTF-16 units of the source that were read. */
  readonly readUnits: number
  /** Segments of which nothing was known. */
  readonly newSegments: number
}

/**
 * What is kept between two checks of one draft: its pieces, and on each segment what was found out about its words.
 * A check of another format forgets all; one for another day or with other settings, whatever was found out.
 */
export class DraftMemory {
  #format: string | undefined
  #reader: AnyReader = readerFor('plain')
  #judgedBy = ''
  #newSegments = 0

  /** What its segments say; holds until the draft is read again. */
  readonly gathering: DraftGathering = new DraftGathering()

  get work(): Work {
    return { readUnits: this.#reader.readUnits, newSegments: this.#newSegments }
  }

  /** Reads a text as the format of that name does. */
  extract({ text, format }: Pick<Source, 'text' | 'format'>): Extraction {
    const { name } = formatFor(format)
    if (this.#format !== name) {
      this.#reader = readerFor(name)
      this.gathering.clear()
    }
    this.#format = name
    const extraction = this.#reader.read(text)
    this.gathering.renew(this.#reader.renewal)
    return extraction
  }

  /** Before matchers are asked: what was found out for another day or with other settings does not hold. */
  settle({ segments, date }: Pick<Document, 'segments' | 'date'>, { allow, severities }: CheckSettings): void {
    const judgedBy = JSON.stringify([date, allow, severities])
    const isStale = judgedBy !== this.#judgedBy
    this.#judgedBy = judgedBy
    const living = segments as readonly LivingSegment[]
    if (isStale) {
      for (const segment of living) segment.memory = new Map()
      this.gathering.clear()
    }
    this.#newSegments = this.gathering.fresh(living).filter(({ memory }) => memory?.size === 0).length
  }
}

type AnyReader = Pick<DraftReader<unknown>, 'read' | 'readUnits' | 'renewal'>

function readerFor(format: string): AnyReader {
  if (format === 'markdown') return new DraftReader(markdownPieces)
  return format === 'html' ? new DraftReader(htmlPieces) : new DraftReader(plainPieces)
}
