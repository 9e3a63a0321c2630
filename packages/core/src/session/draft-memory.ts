import type { CheckSettings } from '../check.ts'
import { htmlPieces } from '../formats/html/pieces.ts'
import { formatFor } from '../formats/index.ts'
import { markdownPieces } from '../formats/markdown/pieces.ts'
import { plainPieces } from '../formats/plain.ts'
import type { Document, Extraction, Source } from '../types.ts'
import { DraftReader } from './draft-reader.ts'
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
  #reader: Pick<DraftReader<unknown>, 'read' | 'readUnits'> = readerFor('plain')
  #judgedBy = ''
  #newSegments = 0

  get work(): Work {
    return { readUnits: this.#reader.readUnits, newSegments: this.#newSegments }
  }

  /** Reads a text as the format of that name does. */
  extract({ text, format }: Pick<Source, 'text' | 'format'>): Extraction {
    const { name } = formatFor(format)
    if (this.#format !== name) this.#reader = readerFor(name)
    this.#format = name
    return this.#reader.read(text)
  }

  /** Before matchers are asked: what was found out for another day or with other settings does not hold. */
  settle({ segments, date }: Pick<Document, 'segments' | 'date'>, { allow, severities }: CheckSettings): void {
    const judgedBy = JSON.stringify([date, allow, severities])
    const isStale = judgedBy !== this.#judgedBy
    this.#judgedBy = judgedBy
    this.#newSegments = 0
    for (const segment of segments as readonly LivingSegment[]) {
      if (isStale) segment.memory = new Map()
      if (segment.memory?.size === 0) this.#newSegments++
    }
  }
}

function readerFor(format: string): Pick<DraftReader<unknown>, 'read' | 'readUnits'> {
  if (format === 'markdown') return new DraftReader(markdownPieces)
  return format === 'html' ? new DraftReader(htmlPieces) : new DraftReader(plainPieces)
}
