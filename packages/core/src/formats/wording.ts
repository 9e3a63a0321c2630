import { joinPieces, type MappedText, type Piece } from '../text/offset-map.ts'
import type { DocumentSpan } from '../types.ts'
import { type Entity, type EntityPlace, entityAt } from './entity.ts'
import { blankEnd, blankFrom, hasLineEnd } from './white-space.ts'

/** Stands for what interrupts the wording without being wording: inline code, an image, an input field. */
const GAP = '\uFFFC'

/** East Asian characters and their punctuation: a line may break between two of them without meaning a blank. */
const UNSPACED =
  /^[\u2014\u2018\u2019\u201C\u201D\u2026\u2E80-\u30FF\u3105-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]$/u

interface Blank {
  readonly start: number
  readonly end: number
  readonly breaksLine: boolean
}

/**
 * Collects what a reader sees of one paragraph, cell or attribute, in source order.
 *
 *     source   国家␊  工商 <b>总</b>局 &amp; x␊y
 *     text     国家工商 总局 & x y
 *
 * Blanks wait until the next character is known: those beside a line break, and line breaks between two
 * East Asian characters, leave nothing; all others leave one blank.
 */
export class Wording {
  readonly #source: string
  readonly #pieces: Piece[] = []
  /** The last two units: asking the growing text itself would cost its whole length each time. */
  #tail = ''
  #end = 0
  #blank: Blank | undefined

  constructor(source: string) {
    this.#source = source
  }

  /** This moment, for `since`. */
  get mark(): number {
    return this.#pieces.length
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0
  }

  /** The text that was collected after the mark. */
  since(mark: number): string {
    return joinedText(this.#pieces.slice(mark)).trim()
  }

  /** Takes a stretch of the source as it stands. */
  verbatim(start: number, end: number): void {
    if (start < end) this.#add({ text: this.#source.slice(start, end), start, end })
  }

  /** Takes a stretch of the source, runs of white space as one blank. */
  flowing(start: number, end: number): void {
    let from = start
    while (from < end) {
      const blank = blankFrom(this.#source, from, end)
      this.verbatim(from, blank)
      from = blankEnd(this.#source, blank, end)
      if (blank < from) this.blank({ start: blank, end: from, breaksLine: hasLineEnd(this.#source, blank, from) })
    }
  }

  /** Like `flowing`, with character references read. */
  flowingEntities(start: number, end: number, place: EntityPlace): void {
    this.#withEntities({ start, end }, place, (from, to) => this.flowing(from, to))
  }

  /** Like `verbatim`, with character references read. */
  verbatimEntities(start: number, end: number): void {
    this.#withEntities({ start, end }, 'text', (from, to) => this.verbatim(from, to))
  }

  /** Takes the character that `[start, end)` of the source stands for. */
  decoded(text: string, start: number, end: number): void {
    if (text !== '') this.#add({ text, start, end, decoded: true })
  }

  /** White space that may turn out to be nothing. */
  blank(blank: Blank): void {
    const earlier = this.#blank
    this.#blank = earlier === undefined ? blank : { ...earlier, breaksLine: earlier.breaksLine || blank.breaksLine }
  }

  /** A line break that the writer asked for. */
  lineBreak(start: number, end: number): void {
    this.#blank = undefined
    this.decoded('\n', start, end)
  }

  /** Something that keeps the words beside it apart. */
  gap(start: number, end: number): void {
    this.decoded(GAP, start, end)
  }

  /** The text without blanks and gaps at its ends; nothing when that leaves none. */
  finish(): MappedText | undefined {
    const text = joinedText(this.#pieces)
    const lead = /^[\s\uFFFC]*/.exec(text)![0].length
    if (lead === text.length) return undefined
    let end = text.length
    while (/[\s\uFFFC]/.test(text[end - 1]!)) end--
    return joinPieces(lead === 0 && end === text.length ? this.#pieces : cut(this.#pieces, lead, end))
  }

  #withEntities(span: DocumentSpan, place: EntityPlace, take: (from: number, to: number) => void): void {
    const text = this.#source.slice(span.start, span.end)
    let from = 0
    for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', Math.max(from, at + 1))) {
      const entity = entityAt(text, at, place)
      if (entity === undefined) continue
      take(span.start + from, span.start + at)
      this.#entity(entity, span.start + at, span.start)
      from = entity.end
    }
    take(span.start + from, span.end)
  }

  #entity({ text, end }: Entity, start: number, offset: number): void {
    if (isBlank(text)) this.blank({ start, end: offset + end, breaksLine: text !== ' ' && text !== '\t' })
    else this.decoded(text, start, offset + end)
  }

  #add(piece: Piece): void {
    this.#settleBlank(piece.text)
    if (piece.start >= this.#end) this.#push(piece)
  }

  #push(piece: Piece): void {
    this.#pieces.push(piece)
    this.#tail = (this.#tail + piece.text.slice(-2)).slice(-2)
    this.#end = piece.end
  }

  #settleBlank(next: string): void {
    const blank = this.#blank
    this.#blank = undefined
    if (blank === undefined || this.#tail === '' || this.#tail.endsWith('\n') || next.startsWith('\n')) return
    if (blank.start < this.#end) return
    if (blank.breaksLine && UNSPACED.test(lastCharacter(this.#tail)) && UNSPACED.test(firstCharacter(next))) return
    const { start, end } = blank
    const isPlain = this.#source.slice(start, end) === ' '
    this.#push(isPlain ? { text: ' ', start, end } : { text: ' ', start, end, decoded: true })
  }
}

function isBlank(text: string): boolean {
  return /^[ \t\n\r\f]/.test(text)
}

function joinedText(pieces: readonly Piece[]): string {
  return pieces.length === 1 ? pieces[0]!.text : pieces.map((piece) => piece.text).join('')
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0)!)
}

function lastCharacter(text: string): string {
  const pair = text.slice(-2)
  return pair.length === 2 && pair.codePointAt(0)! > 0xffff ? pair : text.slice(-1)
}

/** The pieces that make up `[from, to)` of the joined text. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const kept: Piece[] = []
  let offset = 0
  for (const piece of pieces) {
    const start = Math.max(0, from - offset)
    const end = Math.min(piece.text.length, to - offset)
    offset += piece.text.length
    if (start >= end) continue
    if (start === 0 && end === piece.text.length) kept.push(piece)
    else kept.push(part(piece, start, end))
  }
  return kept
}

function part(piece: Piece, start: number, end: number): Piece {
  const text = piece.text.slice(start, end)
  if (piece.decoded) return { ...piece, text }
  return { text, start: piece.start + start, end: piece.start + end }
}
