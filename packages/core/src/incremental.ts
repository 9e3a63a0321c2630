import { formatFor } from './formats/index.ts'
import { chunkedMarkdown } from './formats/markdown/chunks.ts'
import { isMovable, movedTo, type SegmentMemory } from './text/recall.ts'
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
    // The segments were made for this check: no one else has seen them yet.
    for (const segment of segments as { memory?: SegmentMemory }[] & readonly Segment[]) {
      segment.memory = this.#memoryOf(segment, earlier)
    }
    return segments
  }

  #memoryOf(segment: Segment, earlier: ReadonlyMap<string, Remembered[]>): SegmentMemory {
    const { text } = segment
    const now = this.#segments.get(text)
    const again = now?.find((one) => isSame(one, segment))
    if (again !== undefined) return again.memory
    const remembered = earlier.get(text)?.find((one) => isSame(one, segment)) ?? new Remembered(segment)
    if (now === undefined) this.#segments.set(text, [remembered])
    else now.push(remembered)
    return remembered.memory
  }
}

/** What makes segments of one text alike, and what was found out about them. */
class Remembered {
  readonly scope: Segment['scope']
  readonly level: number | undefined
  readonly marker: string | undefined
  readonly row: number | undefined
  readonly column: number | undefined
  readonly shape: string | undefined
  readonly memory: SegmentMemory = new Map()

  constructor({ scope, level, marker, cell, map }: Segment) {
    this.scope = scope
    this.level = level
    this.marker = marker
    this.row = cell?.row
    this.column = cell?.column
    this.shape = map.shape
  }
}

function isSame(known: Remembered, { scope, level, marker, cell, map }: Segment): boolean {
  return (
    known.scope === scope &&
    known.level === level &&
    known.marker === marker &&
    known.row === cell?.row &&
    known.column === cell?.column &&
    known.shape === map.shape
  )
}

/** A match with the layer of the matcher that found it. */
export interface FoundMatch {
  readonly match: Match
  readonly layer: Matcher['layer']
}

/**
 * What all matchers find. Those that look at each segment alone are asked about segments that they do not remember;
 * those that must see all are asked about all.
 */
export function findAll(reading: Reading, matchers: readonly Matcher[]): FoundMatch[] {
  const isRemembering = reading.document.segments[0]?.memory !== undefined
  const narrow = isRemembering ? matchers.filter(({ reach }) => reach === 'segment') : []
  const wide = matchers.filter((matcher) => !narrow.includes(matcher))
  const found = wide.flatMap((matcher) =>
    matcher.find(reading, reading.document.segments).map((match) => ({ match, layer: matcher.layer })),
  )
  return narrow.length === 0 ? found : [...found, ...findNarrow(reading, narrow)]
}

/** Asks for what the matchers find in single segments. */
const NARROW = {}

function findNarrow(reading: Reading, matchers: readonly Matcher[]): FoundMatch[] {
  const { segments } = reading.document
  const fresh = segments.filter(({ memory }) => memory?.has(NARROW) !== true)
  const news = new Map<Segment, FoundMatch[]>(fresh.map((segment) => [segment, []]))
  for (const matcher of fresh.length === 0 ? [] : matchers) {
    for (const match of matcher.find(reading, fresh)) news.get(match.segment)?.push({ match, layer: matcher.layer })
  }
  for (const [segment, found] of news) {
    if (found.every(({ match }) => isMovable(match))) segment.memory?.set(NARROW, found)
  }
  const all: FoundMatch[] = []
  for (const segment of segments) {
    const found = news.get(segment) ?? (segment.memory?.get(NARROW) as readonly FoundMatch[])
    for (const { match, layer } of found) all.push({ match: movedTo(segment, match), layer })
  }
  return all
}
