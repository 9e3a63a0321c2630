import type { DocumentSpan } from '@kanwu/core'
import type { Position, Range, TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { PositionEncoding } from '../client.ts'

/**
 * A text that the editor has open, kept in step by its edits. The protocol's positions count in the negotiated
 * encoding; everything on this side of the class counts UTF-16 units from the beginning of the text.
 */
export class OpenDocument {
  readonly #encoding: PositionEncoding
  #document: TextDocument

  constructor({ uri, languageId, version, text }: TextDocumentItem, encoding: PositionEncoding) {
    this.#encoding = encoding
    this.#document = TextDocument.create(uri, languageId, version, text)
  }

  get uri(): string {
    return this.#document.uri
  }

  get languageId(): string {
    return this.#document.languageId
  }

  get version(): number {
    return this.#document.version
  }

  get text(): string {
    return this.#document.getText()
  }

  /** Applies the editor's changes, each to what the one before it left. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const range = 'range' in change && this.#encoding !== 'utf-16' ? { range: this.#inUtf16(change.range) } : {}
      this.#document = TextDocument.update(this.#document, [{ ...change, ...range }], version)
    }
    if (changes.length === 0) this.#document = TextDocument.update(this.#document, [], version)
  }

  /** The position of an offset, as the editor counts. */
  positionAt(offset: number): Position {
    const position = this.#document.positionAt(offset)
    if (this.#encoding === 'utf-16') return position
    const before = this.#document.getText({ start: { line: position.line, character: 0 }, end: position })
    return { line: position.line, character: lengthIn(before, this.#encoding) }
  }

  /** The offset of a position as the editor counts; past the end of a line is the line's end. */
  offsetAt(position: Position): number {
    return this.#document.offsetAt(this.#encoding === 'utf-16' ? position : this.#positionInUtf16(position))
  }

  rangeOf({ start, end }: DocumentSpan): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) }
  }

  spanOf({ start, end }: Range): DocumentSpan {
    return { start: this.offsetAt(start), end: this.offsetAt(end) }
  }

  #inUtf16({ start, end }: Range): Range {
    return { start: this.#positionInUtf16(start), end: this.#positionInUtf16(end) }
  }

  #positionInUtf16({ line, character }: Position): Position {
    const text = this.#document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    let units = 0
    let counted = 0
    for (const one of text) {
      if (counted >= character) break
      counted += lengthIn(one, this.#encoding)
      units += one.length
    }
    return { line, character: units }
  }
}

function lengthIn(text: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return text.length
  let length = 0
  for (const one of text) length += encoding === 'utf-32' ? 1 : bytesOf(one.codePointAt(0)!)
  return length
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
