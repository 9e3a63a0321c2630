import type { DocumentSpan } from '../../types.ts'
import { Collection } from '../collection.ts'
import { LEAST_PIECE, type PiecewiseFormat, type ReadPiece } from '../piece.ts'
import { BLOCKS } from './elements.ts'
import { HtmlReader } from './reader.ts'
import type { HtmlState } from './state.ts'
import { type Tag, type TokenListener, tokenize } from './tokens.ts'
import { tellUnread } from './unread.ts'

/** HTML in pieces: they end behind tags of blocks, and carry along what is open there. */
export const htmlPieces: PiecewiseFormat<HtmlState> = {
  isWhole: () => false,
  read({ text, before, after, tables }) {
    const cutter = new Cutter(text, before, tables)
    const told = tokenize(text, { start: 0, end: text.length }, cutter)
    return after === undefined ? cutter.finish(told) : cutter.finishAt(after)
  },
}

/** Start tags behind which the tokenizer reads on as usual; behind `<title>` and the like it does not. */
const OPENERS: ReadonlySet<string> = new Set(
  'article blockquote dd div dl dt h1 h2 h3 h4 h5 h6 li main ol p section table tbody td th tr ul'.split(' '),
)

/** Reads tags and text, and begins a new piece wherever one may. */
class Cutter implements TokenListener {
  readonly #text: string
  readonly #counter: { next(): number }
  readonly #pieces: ReadPiece<HtmlState>[] = []
  #collection = new Collection()
  #tables: number[] = []
  #reader: HtmlReader
  #from = 0

  constructor(text: string, before: HtmlState | undefined, counter: { next(): number }) {
    this.#text = text
    this.#counter = counter
    this.#reader = this.#readerFrom(before)
  }

  open(tag: Tag): void {
    this.#reader.open(tag)
    if (OPENERS.has(tag.name)) this.#mayCut(tag.end)
  }

  close(name: string, _start: number, end: number): void {
    this.#reader.close(name)
    if (BLOCKS.has(name)) this.#mayCut(end)
  }

  text(start: number, end: number): void {
    this.#reader.text(start, end)
  }

  comment(span: DocumentSpan, inside: DocumentSpan): void {
    this.#reader.comment(span, inside)
  }

  /** The pieces up to the source's end. */
  finish(told: number): readonly ReadPiece<HtmlState>[] {
    if (this.#from === this.#text.length && this.#pieces.length > 0) return this.#pieces
    this.#reader.end()
    tellUnread(this.#text, told, this.#collection)
    this.#add({ elements: [], marker: undefined, key: '' })
    return this.#pieces
  }

  /** The pieces up to the stretch's end; undefined when what is open there is not `after`. */
  finishAt(after: HtmlState): readonly ReadPiece<HtmlState>[] | undefined {
    return this.#from === this.#text.length && this.#pieces.at(-1)?.state.key === after.key ? this.#pieces : undefined
  }

  #mayCut(at: number): void {
    if (at - this.#from < LEAST_PIECE && at !== this.#text.length) return
    const { state } = this.#reader
    if (state === undefined) return
    this.#add(state)
    this.#from = at
    this.#reader = this.#readerFrom(state)
  }

  #add(state: HtmlState): void {
    const extraction = this.#collection.finish()
    this.#pieces.push({ from: this.#from, origin: 0, extraction, state, tables: this.#tables })
  }

  #readerFrom(state: HtmlState | undefined): HtmlReader {
    this.#collection = new Collection()
    const tables: number[] = []
    this.#tables = tables
    const next = (): number => {
      const table = this.#counter.next()
      tables.push(table)
      return table
    }
    return new HtmlReader(this.#text, { collection: this.#collection, tables: { next } }, state)
  }
}
