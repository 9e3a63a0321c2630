import { smallNumber } from '../../text/chinese-number.ts'
import type { Document, Segment } from '../../types.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'

const LIST = /^\s*(?:[-—]\s*)?附\s*件\s*[:：]\s*(?=1\s?[.．、])/
const SINGLE = /^\s*(?:[-—]\s*)?附\s*件\s*[:：]\s*(?!1\s?[.．、])\S/
const MARK = /^\s*附\s*件\s*([一二三四五六七八九十]{1,2}|\d{1,2})\s*[:：]?\s*$/

/** 见附件3, 对照附件1、附件2; not 《通知》附件2, an attachment of another document. */
const REFERENCE =
  /(?<=(?:见|按照|对照|根据|填报|填写|使用|提交|报送|随附)(?:附\s?件\s?\d{1,2}[、和及])?)附\s?件\s?([一二三四五六七八九十]|\d{1,2})(?!\d|号|年)/g

/** The attachments that the text announces or points at, held against those that follow it. */
export const attachments: SequenceCheck = (document) => {
  const marks = new Set(document.segments.flatMap(({ text }) => figureOf(MARK.exec(text)?.[1])))
  const known = marks.size > 0 ? marks : listed(document)
  return [...(marks.size === 0 ? [] : unkeptList(document, marks)), ...danglingReferences(document, known)]
}

/** The numbers that the list of a document without marks gives. */
function listed({ segments }: Document): ReadonlySet<number> {
  const index = segments.findIndex(({ text }) => LIST.test(text))
  const count = index < 0 ? (segments.some(({ text }) => SINGLE.test(text)) ? 1 : 0) : listedFrom(segments, index)
  return new Set(Array.from({ length: count }, (_, at) => at + 1))
}

function unkeptList({ segments }: Document, marks: ReadonlySet<number>): SequenceFault[] {
  const index = segments.findIndex(({ text }) => LIST.test(text))
  const segment = segments[index]
  if (segment === undefined) return []
  const listed = listedFrom(segments, index)
  if (listed < 2 || listed === Math.max(...marks)) return []
  const facts = { listed: String(listed), marked: String(Math.max(...marks)) }
  return [{ segment, span: { start: 0, end: LIST.exec(segment.text)?.[0].trimEnd().length ?? 2 }, facts }]
}

/** How far the list 附件：1.… 2.… counts, over the lines that follow. */
function listedFrom(segments: readonly Segment[], index: number): number {
  let count = 0
  for (const { text } of segments.slice(index, index + 30)) {
    const numbers = [...text.matchAll(/(?:^|[：:；;\s])\s*(\d{1,2})\s?[.．、]/g)].flatMap(([, value]) =>
      figureOf(value),
    )
    const next = numbers.filter((value) => value === count + 1 || value > count)
    if (next.length === 0) return count
    for (const value of next) if (value === count + 1) count = value
  }
  return count
}

function danglingReferences({ segments }: Document, marks: ReadonlySet<number>): SequenceFault[] {
  if (marks.size === 0) return []
  return segments.flatMap((segment) =>
    [...segment.text.matchAll(REFERENCE)].flatMap((match) => {
      const [value] = figureOf(match[1])
      if (value === undefined || marks.has(value)) return []
      const span = { start: match.index, end: match.index + match[0].length }
      return [{ segment, span, facts: { listed: `附件${value}`, marked: String(Math.max(...marks)) } }]
    }),
  )
}

function figureOf(numeral: string | undefined): number[] {
  const value = smallNumber(numeral ?? '')
  return value === undefined ? [] : [value]
}
