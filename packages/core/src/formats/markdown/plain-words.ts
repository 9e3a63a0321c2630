import { verbatim } from '../../text/offset-map.ts'
import type { DocumentSpan } from '../../types.ts'
import type { Collection } from '../collection.ts'
import type { Wording } from '../wording.ts'
import type { BareAddresses } from './bare-addresses.ts'

/** What makes words more than words. */
const MARKUP = /[\\`*_[\]<>&~|\t\0\r\uFEFF\uFFFC]/
const ANY_MARK = /\*\*|\]\(/

/** A link with its address behind it, both without a mark in them that would have to be weighed. */
const LINK = String.raw`(?<!!)\[((?![\s^])[^\\${'`'}*_[\]<>&~|\t\0\r\n\uFEFF\uFFFC]+(?<!\s))\]\(([^\s()<>&\\"'${'`'}*[\]|\0-\x1F\x7F\uFEFF\uFFFC]+)\)`
const LINKS = new RegExp(LINK, 'g')
/** Stands for a link when strong words are looked for. */
const LINKED = '\uE000'

/**
 * Strong words whose marks open and close whatever stands elsewhere: between letters, or beside punctuation with
 * punctuation, a blank or nothing on the mark's other side.
 */
const LETTER = String.raw`[\u4e00-\u9fffA-Za-z0-9]`
const SIGNS = '，。；：、！？…—（）《》【】“”‘’'
const STRONG = new RegExp(
  String.raw`(?<!\*)(?:\*\*(?=${LETTER})|(?<![^ ${SIGNS}])\*\*(?=[${SIGNS}${LINKED}]))` +
    '([^*]+)' +
    String.raw`(?:(?<=${LETTER})\*\*|(?<=[${SIGNS}${LINKED}])\*\*(?![^ ${SIGNS}]))(?!\*)`,
  'g',
)

/** Whether a parser would find nothing in the words but strong ones and links. */
export function arePlainWords(words: string): boolean {
  if (!MARKUP.test(words)) return true
  if (!ANY_MARK.test(words)) return false
  const unlinked = words.includes('](') ? words.replaceAll(LINKS, LINKED) : words
  return !MARKUP.test(unlinked.replaceAll(STRONG, '$1'))
}

/** How many runs of marks stand in a line that has strong words or links; in others they do not matter. */
export function marksIn(line: string): number {
  return ANY_MARK.test(line) ? (line.match(/[*_~]+|[[\]]/g) ?? []).length : 0
}

/** Whether all of plain words is wording as it stands. */
export function haveNoMarks(words: string): boolean {
  return !ANY_MARK.test(words)
}

/** Where the words of a block go. */
export interface Taker {
  readonly source: string
  readonly collection: Collection
  readonly addresses: BareAddresses
  readonly wording: Wording
}

const MARKS = new RegExp(String.raw`\*\*|${LINK}`, 'g')

/** Takes plain words without their marks, and the links in them. */
export function takeWords({ start, end }: DocumentSpan, taker: Taker): void {
  const { source, wording } = taker
  let from = start
  for (const { 0: mark, 1: label, 2: address, index } of source.slice(start, end).matchAll(MARKS)) {
    wording.verbatim(from, start + index)
    from = start + index + mark.length
    if (label !== undefined && address !== undefined) {
      takeLink({ start: start + index, end: from }, { label, address, ...taker })
    }
  }
  wording.verbatim(from, end)
}

function takeLink(span: DocumentSpan, { label, address, ...taker }: Taker & { label: string; address: string }): void {
  const { wording, collection, addresses } = taker
  const { mark } = wording
  wording.verbatim(span.start + 1, span.start + 1 + label.length)
  const [start, end] = [span.end - 1 - address.length, span.end - 1]
  const text = wording.since(mark)
  const link = { url: address, span: { start, end }, ...(text === '' ? {} : { text }) }
  collection.link(link, verbatim(address, start))
  addresses.exclude(span)
}
