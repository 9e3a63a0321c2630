import { leadingUnit } from '../../text/blank.ts'
import { chineseNumber } from '../../text/chinese-number.ts'
import { gatherAll } from '../../text/recall.ts'
import type { Segment } from '../../types.ts'
import { numeralClass, readNumeral } from '../citation/numeral.ts'
import { isExcerpt } from './excerpt.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'
import { mayBegin } from './leads.ts'

/** 第三章　监督检查, and 表2　农业主要指标 as a line of its own; 表2显示 begins a sentence. */
const HEAD = new RegExp(
  `^\\s*(?:第(?<chapter>[${numeralClass}]{1,4})(?<unit>[章编])(?=[\\s\\u3000]|$)|(?<kind>[表图])\\s?(?<number>\\d{1,2})(?=[\\s\\u3000：:](?![\\s\\u3000]*[中是所显为给反说列和与可表续（(])))`,
)

/**
 * Chapters, tables and figures that count from 1 and leave a number out or say one twice. Told only behind two that count
 * on, and where one number is wrong; a larger gap is another text, and the same caption again goes on with its table.
 */
export const captions: SequenceCheck = (document) => {
  if (!mayBegin(document, FIRST)) return []
  const heads = gatherAll(document, HEAD, headIn)
  const faults = [...new Set(heads.map(({ series }) => series))].flatMap((series) =>
    faultsIn(heads.filter((head) => head.series === series)),
  )
  return faults.length > 0 && isExcerpt(document) ? [] : faults
}

interface Head {
  /** What is counted: 章, 编, 表 or 图. */
  readonly series: string
  readonly value: number
  readonly segment: Segment
  readonly start: number
  readonly end: number
}

const NONE: readonly Head[] = []

/** What HEAD begins with. */
const FIRST: ReadonlySet<number> = new Set(Array.from('第表图', (unit) => unit.charCodeAt(0)))

function headIn(segment: Segment): readonly Head[] {
  const { scope, text } = segment
  if ((scope !== 'prose' && scope !== 'heading') || text.length > 60 || !FIRST.has(leadingUnit(text))) return NONE
  const head = HEAD.exec(text)
  if (head?.groups === undefined || /[。；]/.test(text)) return []
  const { chapter = '', unit, kind = '', number = '' } = head.groups
  const value = unit === undefined ? Number(number) : readNumeral(chapter)
  if (value === undefined) return []
  return [{ series: unit ?? kind, value, segment, start: head[0].search(/\S/), end: head[0].length }]
}

function faultsIn(heads: readonly Head[]): SequenceFault[] {
  const faults: SequenceFault[] = []
  let run = 0
  for (const [index, head] of heads.entries()) {
    const before = heads[index - 1]
    if (head.value === 1 || head.value === run + 1) {
      run = head.value
      continue
    }
    const kind = head.value === run ? '重复' : head.value === run + 2 ? '跳号' : undefined
    if (
      run < 2 ||
      kind === undefined ||
      before === undefined ||
      before.segment.text.trim() === head.segment.text.trim()
    )
      run = 0
    else {
      faults.push(faultOf(before, head, kind))
      // A number that the next head says again was taken from it.
      run = heads[index + 1]?.value === head.value + 1 ? head.value : run + 1
    }
  }
  return faults
}

function faultOf(before: Head, head: Head, kind: string): SequenceFault {
  const nameOf = ({ segment, start, end }: Head) => segment.text.slice(start, end)
  const expected = before.value + 1
  return {
    segment: head.segment,
    span: { start: head.start, end: head.end },
    facts: { kind, mark: nameOf(head), before: nameOf(before), expected: expectedAfter(head, expected) },
    related: [{ segment: before.segment, span: { start: before.start, end: before.end }, message: '前一个' }],
  }
}

function expectedAfter({ series }: Head, value: number): string {
  return series === '表' || series === '图' ? `${series}${value}` : `第${chineseNumber(value)}${series}`
}
