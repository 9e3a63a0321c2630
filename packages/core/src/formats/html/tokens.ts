import { QuoteType, Tokenizer } from 'htmlparser2'
import type { DocumentSpan } from '../../types.ts'
import { nameAt } from './names.ts'

/** A start tag; attribute values as spans of the source, without quotes and undecoded. */
export interface Tag {
  /** Lower case. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, DocumentSpan>
  readonly start: number
  readonly end: number
}

/** What is told of a stretch of HTML, in source order, with offsets of the whole source. */
export interface TokenListener {
  open(tag: Tag): void
  /** `start` and `end` are the tag's. */
  close(name: string, start: number, end: number): void
  /** Undecoded: character references are still in it. */
  text(start: number, end: number): void
  comment(span: DocumentSpan, inside: DocumentSpan): void
}

/**
 * Reads `[start, end)` of the source with htmlparser2's tokenizer, in linear time at any depth.
 * @returns where the part that was told ends; less than `end` when the source stops within a tag
 */
export function tokenize(source: string, span: DocumentSpan, listener: TokenListener): number {
  const reader = new TokenReader(source, span, listener)
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader)
  tokenizer.write(source.slice(span.start, span.end))
  tokenizer.end()
  return reader.told
}

/** Most tags have none; a page full of tags need not carry a map for each. */
const NO_ATTRIBUTES: ReadonlyMap<string, DocumentSpan> = new Map()

class TokenReader {
  told: number
  readonly #source: string
  readonly #base: number
  readonly #listener: TokenListener
  #tag = { name: '', start: 0 }
  #attributes: Map<string, DocumentSpan> | undefined
  #attribute = ''
  #value = 0

  constructor(source: string, span: DocumentSpan, listener: TokenListener) {
    this.#source = source
    this.#base = span.start
    this.#listener = listener
    this.told = span.start
  }

  ontext(start: number, end: number): void {
    this.told = this.#base + end
    // Of a source that stops behind a slash in an end tag, the tokenizer tells a text from before its beginning.
    if (start < 0) return
    this.#listener.text(this.#base + start, this.#base + end)
  }

  onopentagname(start: number, end: number): void {
    this.#tag = { name: this.#nameAt(start, end), start: this.#base + start - 1 }
    this.#attributes = undefined
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#nameAt(start, end)
    this.#value = -1
  }

  onattribdata(start: number): void {
    if (this.#value === -1) this.#value = this.#base + start
  }

  onattribend(quote: QuoteType, end: number): void {
    const isQuoted = quote === QuoteType.Double || quote === QuoteType.Single
    const to = this.#base + end - (isQuoted ? 1 : 0)
    const from = this.#value === -1 ? to : this.#value
    this.#attributes ??= new Map()
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, { start: from, end: to })
  }

  onopentagend(end: number): void {
    this.told = this.#base + end + 1
    const { name, start } = this.#tag
    this.#listener.open({ name, attributes: this.#attributes ?? NO_ATTRIBUTES, start, end: this.told })
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end)
  }

  onclosetag(start: number, end: number): void {
    this.told = this.#base + end + 1
    this.#listener.close(this.#nameAt(start, end), this.#base + start - 2, this.told)
  }

  oncomment(start: number, end: number, closing: number): void {
    const inside = { start: this.#base + start, end: Math.max(start, end - closing) + this.#base }
    const opening = this.#source.startsWith('<!--', inside.start - 4) ? 4 : 2
    this.told = this.#base + end + 1
    this.#listener.comment(
      { start: Math.max(this.#base, inside.start - opening), end: this.#within(this.told) },
      inside,
    )
  }

  oncdata(start: number, end: number, closing: number): void {
    this.oncomment(start, end, closing)
  }

  ondeclaration(_start: number, end: number): void {
    this.told = this.#base + end + 1
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.told = this.#base + end + 1
  }

  onattribentity(): void {}
  ontextentity(): void {}
  onend(): void {}

  #nameAt(start: number, end: number): string {
    return nameAt(this.#source, this.#base + start, this.#base + end)
  }

  #within(offset: number): number {
    return Math.min(offset, this.#source.length)
  }
}
