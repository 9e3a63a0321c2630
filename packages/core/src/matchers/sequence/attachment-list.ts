import { leadingUnit } from '../../text/blank.ts'
import { smallNumber } from '../../text/chinese-number.ts'
import { PerDocument } from '../../text/per-document.ts'
import { gather, type Saying } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import { mayBegin } from './leads.ts'

/** One item of the list of attachments, 附件：1.… 2.… */
export interface ListedAttachment {
  readonly name: string
  readonly segment: Segment
}

/** Where the text says what is attached: by number, and the line it begins with. A single one is number 1. */
export interface AttachmentList {
  readonly head: Segment
  readonly items: ReadonlyMap<number, ListedAttachment>
  /** Whether the items bear numbers. */
  readonly numbered: boolean
}

const HEAD = /^\s*(?:[-—]\s*)?附\s*件\s*[:：]\s*/
/** What HEAD begins with. */
const FIRST: ReadonlySet<number> = new Set(Array.from('-—附', (unit) => unit.charCodeAt(0)))
/** 1.名单, and 4.10月份明细表, but no decimal. */
const NUMBERED = /(?:^|\s)(\d{1,2})\s?[.．、]\s?(?!\d(?!\d{0,3}\s?[年月日个家项号条户名]))/g

/** A list goes on over so many lines at most. */
const LINES = 30

/** The first list of attachments, if the text has one. */
export function attachmentList(document: Document): AttachmentList | undefined {
  const [head] = headsOf(document)
  return head === undefined ? undefined : listFrom(head, document.segments.slice(head.index, head.index + LINES))
}

/** The first list of attachments among a few paragraphs. */
export function attachmentListIn(paragraphs: readonly Segment[]): AttachmentList | undefined {
  const at = paragraphs.findIndex(({ text }) => HEAD.test(text))
  const head = paragraphs[at]
  return head === undefined ? undefined : listFrom(head, paragraphs.slice(at, at + LINES))
}

function listFrom(head: Segment, lines: readonly Segment[]): AttachmentList | undefined {
  const items = new Map<number, ListedAttachment>()
  const first = head.text.replace(HEAD, '')
  for (const [index, segment] of lines.entries()) {
    const found = itemsIn(index === 0 ? first : lineOf(segment))
    const next = found.filter(([value], place) => value === items.size + 1 + place)
    if (next.length === 0 && (index > 0 || first !== '')) break
    for (const [value, name] of next) items.set(value, { name, segment })
  }
  if (items.size > 0) return { head, items, numbered: true }
  return first === '' ? undefined : { head, items: new Map([[1, { name: first, segment: head }]]), numbered: false }
}

/** The lines 附件：; of several each belongs to a document of its own. */
export function headsOf(document: Document): readonly Segment[] {
  if (!mayBegin(document, FIRST)) return NO_HEADS
  const heads = known.get(document) ?? gather(document, HEAD, isHead).map(({ segment }) => segment)
  known.set(document, heads)
  return heads
}

const known = new PerDocument<readonly Segment[]>()

const NO_HEADS: readonly Segment[] = []

function isHead({ text }: Segment): true | undefined {
  return FIRST.has(leadingUnit(text)) && HEAD.test(text) ? true : undefined
}

/** The lines that are nothing but 附件1, with their numbers. */
export function marksOf(document: Document): readonly Saying<number>[] {
  return mayBegin(document, ATTACHED) ? gather(document, attachmentMark, attachmentMark) : []
}

const ATTACHED: ReadonlySet<number> = new Set(['附'.charCodeAt(0)])

/** The number of a line that is nothing but 附件1, in either kind of numerals. */
function attachmentMark({ text }: Segment): number | undefined {
  if (!ATTACHED.has(leadingUnit(text))) return undefined
  const mark = /^\s*附\s*件\s*([一二三四五六七八九十]{1,2}|\d{1,2})\s*[:：]?\s*$/.exec(text)
  return smallNumber(mark?.[1] ?? '')
}

/** The words as a reader sees them, the number of a list item with them. */
function lineOf({ marker, text }: Segment): string {
  return marker === undefined || !/^\d/.test(marker) ? text : `${marker} ${text}`
}

function itemsIn(line: string): [number, string][] {
  const heads = [...line.matchAll(NUMBERED)]
  return heads.map((head, index) => [
    Number(head[1]),
    line.slice(head.index + head[0].length, heads[index + 1]?.index ?? line.length).trim(),
  ])
}
