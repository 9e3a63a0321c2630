import type { DocumentSpan, Extraction, OffsetMap, Segment, SegmentSpan } from '../../types.ts'
import { markdown } from '../markdown.ts'
import { markdownEvents } from './events.ts'

/**
 * A reader of Markdown for one draft that is read again and again: the text is cut where nothing can be open, and
 * pieces that were read before are not parsed again. What it says is what `markdown.extract` says.
 */
export function chunkedMarkdown(): (text: string) => Extraction {
  let known = new Map<string, Chunk>()
  return (text) => {
    const earlier = known
    known = new Map()
    const chunks: Chunk[] = []
    for (const chunk of chunksOf(text, earlier)) {
      if (chunk.extraction.problems.length > 0) return markdown.extract(text)
      chunks.push(chunk)
      known.set(chunk.text, chunk)
    }
    return joined(chunks)
  }
}

/** A stretch of the source, read by itself; its offsets count from its own beginning. */
interface Chunk {
  readonly text: string
  readonly extraction: Extraction
  /** Nothing of it reaches into what follows. */
  readonly isClosed: boolean
}

/** Link definitions hold for the whole document. */
const HAS_DEFINITIONS = /\]:/

/** After a blank line, a line that no list, quote or table goes on with. */
const FRESH_LINE = /\n[ \t]*\r?\n(?=[\u4e00-\u9fff\u201c《（【#])/g

function* chunksOf(text: string, known: ReadonlyMap<string, Chunk>): Generator<Chunk> {
  const cuts = HAS_DEFINITIONS.test(text) ? [text.length] : cutsOf(text)
  for (let start = 0, at = 0; start < text.length; ) {
    let chunk = chunkOf(text.slice(start, cuts[at]), known)
    // What is left open (a fence, a comment) is read on, twice as far each time, to its end or the text's.
    for (let more = 1; !chunk.isClosed && at < cuts.length - 1; more *= 2) {
      at = Math.min(at + more, cuts.length - 1)
      chunk = chunkOf(text.slice(start, cuts[at]), known)
    }
    yield chunk
    start = cuts[at]!
    at++
  }
}

/** The ends of the pieces: some of the fresh lines, chosen by their first character, so that an edit moves few. */
function cutsOf(text: string): number[] {
  const head = frontMatterEnd(text)
  const cuts: number[] = []
  for (const { 0: blank, index } of text.matchAll(FRESH_LINE)) {
    const at = index + blank.length
    if (at > head && (text[at] === '#' || text.charCodeAt(at) % 4 === 0)) cuts.push(at)
  }
  return [...cuts, text.length]
}

function frontMatterEnd(text: string): number {
  const [head] = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1[ \t]*(?:\r?\n|$)/.exec(text) ?? ['']
  return head.length
}

function chunkOf(text: string, known: ReadonlyMap<string, Chunk>): Chunk {
  return known.get(text) ?? { text, extraction: markdown.extract(text), isClosed: isClosed(text) }
}

/** What may be left open over a blank line: fenced code, and HTML that ends at a mark of its own. */
const OPENERS = /```|~~~|<[!?]|<(?:pre|script|style|textarea)\b/i
const PROBE = '\n\n甲'

/** Whether a paragraph that follows stands by itself. */
function isClosed(text: string): boolean {
  if (!OPENERS.test(text)) return true
  const at = text.length + 2
  let depth = 0
  for (const { kind, type, start } of markdownEvents(text + PROBE).events) {
    if (kind === 'enter' && type === 'paragraph' && start === at) return depth === 0
    if (type === 'content') continue
    depth += kind === 'enter' ? 1 : -1
  }
  return false
}

/** The pieces side by side, as one reading of the whole. */
function joined(chunks: readonly Chunk[]): Extraction {
  const segments: Segment[] = []
  const links: Extraction['links'][number][] = []
  const directives: Extraction['directives'][number][] = []
  let start = 0
  let tables = 0
  for (const { text, extraction } of chunks) {
    const by = start
    const moved = <Spanned extends { readonly span: { start: number; end: number } }>(one: Spanned): Spanned => ({
      ...one,
      span: { start: one.span.start + by, end: one.span.end + by },
    })
    let used = 0
    for (const segment of extraction.segments) {
      const { cell } = segment
      if (cell !== undefined) used = Math.max(used, cell.table + 1)
      segments.push({
        ...segment,
        index: segments.length,
        map: new ShiftedMap(segment.map, by),
        ...(cell === undefined ? {} : { cell: { ...cell, table: cell.table + tables } }),
      })
    }
    links.push(...extraction.links.map(moved))
    directives.push(...extraction.directives.map(moved))
    start += text.length
    tables += used
  }
  const date = chunks.find(({ extraction }) => extraction.date !== undefined)?.extraction.date
  return { segments, links, directives, problems: [], ...(date === undefined ? {} : { date }) }
}

/** The map of a piece that begins at `by`. */
class ShiftedMap implements OffsetMap {
  readonly #map: OffsetMap
  readonly #by: number

  constructor(map: OffsetMap, by: number) {
    this.#map = map
    this.#by = by
  }

  get shape(): string {
    return this.#map.shape ?? ''
  }

  isVerbatim(span: SegmentSpan): boolean {
    return this.#map.isVerbatim(span)
  }

  toDocument(span: SegmentSpan): DocumentSpan {
    const { start, end } = this.#map.toDocument(span)
    return { start: start + this.#by, end: end + this.#by }
  }
}
