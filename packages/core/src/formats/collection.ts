import { isBlank } from '../text/blank.ts'
import { type MappedText, verbatim } from '../text/offset-map.ts'
import type { Directive, DocumentSpan, Extraction, IsoDate, Link, Problem, Segment } from '../types.ts'
import { readDirective } from './directive.ts'
import { Wording } from './wording.ts'

/** What a format says of a segment beside its text. */
export type SegmentDetails = Pick<Segment, 'scope' | 'cell' | 'level' | 'marker'>

/** Gathers what a format finds, in any order, and hands it out in reading order. */
export class Collection {
  readonly #segments: { readonly mapped: MappedText; readonly details: SegmentDetails; readonly start: number }[] = []
  readonly #links: Link[] = []
  readonly #directives: Directive[] = []
  readonly #problems: Problem[] = []
  #date: IsoDate | undefined

  /** Adds a segment unless it is empty. */
  segment(mapped: MappedText | undefined, details: SegmentDetails): void {
    if (mapped === undefined) return
    const { start } = mapped.map.toDocument({ start: 0, end: 0 })
    this.#segments.push({ mapped, details, start })
  }

  /** Adds a link, and its address as a segment of scope `link`, so that rules may look for personal data in it. */
  link(link: Link, address: MappedText | undefined): void {
    this.#links.push(link)
    this.segment(address, { scope: 'link' })
  }

  /** Adds a link whose address is text of a segment already. */
  visibleLink(link: Link): void {
    this.#links.push(link)
  }

  /** Adds a comment: a directive, a problem when it is misspelt, else hidden text. `inside` lies within `span`. */
  comment(source: string, span: DocumentSpan, inside: DocumentSpan): void {
    const reading = readDirective(source.slice(inside.start, inside.end), span)
    if (reading === undefined) {
      const wording = new Wording(source)
      wording.verbatim(inside.start, inside.end)
      this.segment(wording.finish(), { scope: 'hidden' })
    } else if ('directive' in reading) this.#directives.push(reading.directive)
    else this.#problems.push(reading.problem)
  }

  problem(problem: Problem): void {
    this.#problems.push(problem)
  }

  /** The document's own date; the first one counts. */
  date(date: IsoDate | undefined): void {
    this.#date ??= date
  }

  /** All of it, segments numbered in the order of the source. */
  finish(): Extraction {
    const segments = this.#segments
      .sort((a, b) => a.start - b.start)
      .map(({ mapped, details }, index) => segmentOf(index, mapped, details))
    return {
      segments,
      links: this.#links.sort((a, b) => a.span.start - b.span.start),
      directives: this.#directives.sort((a, b) => a.span.start - b.span.start),
      problems: this.#problems,
      ...(this.#date === undefined ? {} : { date: this.#date }),
    }
  }
}

function segmentOf(index: number, { text, map }: MappedText, { scope, cell, level, marker }: SegmentDetails): Segment {
  return {
    index,
    text,
    scope,
    map,
    cell,
    level,
    marker,
    memory: undefined,
    traits: undefined,
    hints: undefined,
    moreHints: undefined,
    forms: undefined,
    closeRead: undefined,
  }
}

/** One stretch of the source without the blanks at its ends; nothing when it is blank. */
export function trimmed(source: string, start: number, end: number): MappedText | undefined {
  let from = start
  let to = end
  while (from < to && isBlank(source.charCodeAt(from))) from++
  while (to > from && isBlank(source.charCodeAt(to - 1))) to--
  return from === to ? undefined : verbatim(source.slice(from, to), from)
}
