import { formatFor } from './formats/index.ts'
import { chunkedMarkdown } from './formats/markdown/chunks.ts'
import { isMovable, movedTo, recall, type SegmentMemory } from './text/recall.ts'
import type { DraftDate, Extraction, Match, Matcher, Reading, Segment } from './types.ts'

/**
 * What is kept between two checks of one draft:
 *
 *     text     a paragraph of Markdown that was read before is not parsed again;
 *     segment  one that stands unchanged, wherever it has moved to, brings along what matchers found in it.
 *
 * Everything is looked up by content, so no edit has to be followed, and whatever a check does not use is forgotten.
 */
export class DraftMemory {
  #segments = new Map<string, Remembered[]>()
  #date: DraftDate | undefined
  readonly #markdown: (text: string) => Extraction = chunkedMarkdown()

  /** Reads a text as the format of that name does. */
  extract(text: string, format: string): Extraction {
    const { name, extract } = formatFor(format)
    return name === 'markdown' ? this.#markdown(text) : extract(text)
  }

  /** The segments with their memories; a draft of another date has none. */
  attach(segments: readonly Segment[], date: DraftDate): readonly Segment[] {
    const earlier = date === this.#date ? this.#segments : new Map<string, Remembered[]>()
    this.#date = date
    this.#segments = new Map()
    return segments.map((segment) => ({ ...segment, memory: this.#memoryOf(segment, earlier) }))
  }

  #memoryOf(segment: Segment, earlier: ReadonlyMap<string, Remembered[]>): SegmentMemory {
    const { text } = segment
    const now = this.#segments.get(text) ?? []
    const known =
      now.find((one) => isSame(one.segment, segment)) ?? earlier.get(text)?.find((one) => isSame(one.segment, segment))
    const remembered = known ?? { segment, memory: new Map() }
    if (!now.includes(remembered)) this.#segments.set(text, [...now, remembered])
    return remembered.memory
  }
}

interface Remembered {
  readonly segment: Segment
  readonly memory: SegmentMemory
}

function isSame(a: Segment, b: Segment): boolean {
  return (
    a.scope === b.scope &&
    a.level === b.level &&
    a.marker === b.marker &&
    a.cell?.row === b.cell?.row &&
    a.cell?.column === b.cell?.column &&
    a.map.shape === b.map.shape
  )
}

/** What the matcher finds: it is asked about segments that it does not remember, or about all when it must see all. */
export function findAgain(matcher: Matcher, reading: Reading): readonly Match[] {
  const { segments } = reading.document
  const isRemembering = segments[0]?.memory !== undefined
  if (matcher.reach === 'document' || !isRemembering) return matcher.find(reading, segments)
  const found = findFresh(matcher, reading)
  return segments.flatMap((segment) => {
    const matches = (segment.memory?.get(matcher) as readonly Match[] | undefined) ?? found.get(segment) ?? []
    return matches.map((match) => movedTo(segment, match))
  })
}

/** What it finds in segments without memory of it; remembered where it can be told again. */
function findFresh(matcher: Matcher, reading: Reading): ReadonlyMap<Segment, readonly Match[]> {
  const fresh = reading.document.segments.filter(({ memory }) => memory?.has(matcher) !== true)
  const found = new Map<Segment, Match[]>(fresh.map((segment) => [segment, []]))
  if (fresh.length === 0) return found
  for (const match of matcher.find(reading, fresh)) found.get(match.segment)?.push(match)
  for (const [segment, matches] of found) if (matches.every(isMovable)) recall(segment, matcher, () => matches)
  return found
}
