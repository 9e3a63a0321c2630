import { smallNumber } from '../../text/chinese-number.ts'
import { gatherAll } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import { attachmentList, headsOf, marksOf } from './attachment-list.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'

/** 见附件3, 对照附件1、附件2; not 《通知》附件2, an attachment of another document. */
const REFERENCE =
  /(?<=(?:见|按照|对照|根据|填报|填写|使用|提交|报送|随附)(?:附\s?件\s?\d{1,2}[、和及])?)附\s?件\s?([一二三四五六七八九十]|\d{1,2})(?!\d|号|年)/g

/** The attachments that the text announces or points at, held against those that follow it. */
export const attachments: SequenceCheck = (document) => {
  const lists = headsOf(document).length
  const marked = marksOf(document)
  if (lists > 1 || (lists === 0 && marked.length === 0)) return []
  const marks = new Set(marked.map(({ said }) => said))
  const list = attachmentList(document)
  const known = new Set([...marks, ...(list?.items.keys() ?? [])])
  return [...unkeptList(list, marks), ...danglingReferences(document, known)]
}

function unkeptList(list: ReturnType<typeof attachmentList>, marks: ReadonlySet<number>): SequenceFault[] {
  if (list === undefined || !list.numbered || marks.size === 0) return []
  const { head, items } = list
  if (items.size < 2 || items.size === Math.max(...marks)) return []
  const facts = { listed: String(items.size), marked: String(Math.max(...marks)) }
  const end = /^\s*(?:[-—]\s*)?附\s*件\s*[:：]/.exec(head.text)?.[0].length ?? 2
  return [{ segment: head, span: { start: 0, end }, facts }]
}

function danglingReferences(document: Document, known: ReadonlySet<number>): SequenceFault[] {
  if (known.size === 0) return []
  return gatherAll(document, REFERENCE, referencesIn)
    .filter(({ value }) => !known.has(value))
    .map(({ segment, span, value }) => ({
      segment,
      span,
      facts: { listed: `附件${value}`, marked: String(Math.max(...known)) },
    }))
}

function referencesIn(segment: Segment): (Pick<SequenceFault, 'segment' | 'span'> & { readonly value: number })[] {
  return [...segment.text.matchAll(REFERENCE)].flatMap((match) => {
    const value = smallNumber(match[1] ?? '')
    const span = { start: match.index, end: match.index + match[0].length }
    return value === undefined ? [] : [{ segment, span, value }]
  })
}
