import type { DocumentSpan } from '../../types.ts'
import type { Collection } from '../collection.ts'
import { addressOf, readAttributes } from '../html/attributes.ts'
import { GAPS } from '../html/elements.ts'
import { tokenize } from '../html/tokens.ts'
import type { Wording } from '../wording.ts'

/** Reads one tag or comment within a paragraph: its attributes, and what it does to the wording around it. */
export function readInlineHtml(
  source: string,
  span: DocumentSpan,
  { collection, wording }: { readonly collection: Collection; readonly wording: Wording | undefined },
): void {
  tokenize(source, span, {
    open(tag) {
      if (tag.name === 'br') wording?.lineBreak(span.start, span.end)
      if (GAPS.has(tag.name)) wording?.gap(span.start, span.end)
      readAttributes(source, tag, collection)
      const address = addressOf(source, tag)
      if (address === undefined) return
      collection.link({ url: address.wording?.text ?? '', span: address.span }, address.wording)
    },
    comment(whole, inside) {
      if (source[inside.start] !== '?') collection.comment(source, whole, inside)
    },
    close() {},
    text() {},
  })
}

/**
 * The source with everything that is not HTML inside its HTML (quote marks, indentation of list items) blanked,
 * so that HTML within a quote can be read with the offsets of the source.
 */
export function withBlankedGaps(source: string, gaps: readonly DocumentSpan[]): string {
  if (gaps.length === 0) return source
  const parts: string[] = []
  let from = 0
  for (const { start, end } of gaps) {
    parts.push(source.slice(from, start), source.slice(start, end).replaceAll(/[^\r\n]/g, ' '))
    from = end
  }
  return parts.join('') + source.slice(from)
}
