import { leadingUnit } from '../../text/blank.ts'
import { chineseNumber, smallNumber } from '../../text/chinese-number.ts'
import { hint } from '../../text/hints.ts'
import { gather } from '../../text/recall.ts'
import { hasHint } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { SequenceFault } from './fault.ts'
import { mayBegin } from './leads.ts'

/** 一是…, 第一，…, 其一，…, 第一步，… at the head of a paragraph. */
const HEAD = /^\s*(?:([一二三四五六七八九十]{1,2})(是|要)|(第|其)([一二三四五六七八九十]{1,2})(步|个?阶段)?[，,、：:])/

/** ①打开手机应用； at the head of a paragraph that holds no second of them. */
const CIRCLED = /^\s*([①-⑩])(?=[^①-⑩]+$)/

/** What it begins with. */
const FIRST: ReadonlySet<number> = new Set(
  Array.from('第其一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩', (unit) => unit.charCodeAt(0)),
)

/** Those that need no verb behind them. */
const ORDERED: ReadonlySet<number> = new Set(Array.from('第其①②③④⑤⑥⑦⑧⑨⑩', (unit) => unit.charCodeAt(0)))

interface Head {
  /** What is said beside the number: 是, 要, 第, 其. */
  readonly kind: string
  /** What is counted, where that is said: 步, 阶段. */
  readonly unit: string
  readonly value: number
  readonly start: number
  readonly end: number
}

/**
 * Paragraphs, one right behind the other, that count 一是, 二是, 四是 or ①, ②, ④: where a number is left out or said twice. A series
 * begins at 1; a paragraph that goes on counting inside is the other check's.
 */
export function overParagraphs(document: Document): SequenceFault[] {
  const faults: SequenceFault[] = []
  if (!mayBegin(document, FIRST)) return faults
  let before: { readonly segment: Segment; readonly head: Head } | undefined
  for (const { segment, said: head } of gather(document, HEAD, headOf)) {
    const goesOn =
      before !== undefined &&
      before.segment.index === segment.index - 1 &&
      before.head.kind + before.head.unit === head.kind + head.unit
    if (goesOn && before !== undefined && head.value !== 1 && head.value !== before.head.value + 1)
      faults.push(faultOf(before, segment, head))
    before = goesOn || head.value === 1 ? { segment, head } : undefined
  }
  return faults
}

function headOf(segment: Segment): Head | undefined {
  if (segment.scope !== 'prose') return undefined
  const first = leadingUnit(segment.text)
  if (!FIRST.has(first) || (!ORDERED.has(first) && !hasHint(segment, hint.countedVerb))) return undefined
  const circled = CIRCLED.exec(segment.text)
  if (circled !== null) return circledHead(segment.text, circled)
  const head = HEAD.exec(segment.text)
  const value = smallNumber(head?.[1] ?? head?.[4] ?? '')
  if (head === null || value === undefined) return undefined
  const kind = head[2] ?? head[3] ?? ''
  const unit = head[5] ?? ''
  // 一是…；二是… in one paragraph and 三是… in the next: where it ends is not what it began with.
  if (new RegExp(`[；。，][二三四五六七八九十]${kind}|[；。]${kind}[二三四五六七八九十]`).test(segment.text))
    return undefined
  const end = head[0].replace(/[，,、：:]$/, '').length
  return { kind, unit, value, start: head[0].search(/\S/), end }
}

function circledHead(text: string, [words, mark = '']: RegExpExecArray): Head {
  const value = mark.charCodeAt(0) - BEFORE_CIRCLED_ONE
  return { kind: '○', unit: '', value, start: text.indexOf(mark), end: words.length }
}

/** ① is the character behind it. */
const BEFORE_CIRCLED_ONE = 0x245f

/** What should stand: 三是, 第三步, ③. */
function markOf({ kind, unit }: Head, value: number): string {
  if (kind === '○') return String.fromCharCode(BEFORE_CIRCLED_ONE + value)
  const numeral = chineseNumber(value)
  return kind === '是' || kind === '要' ? `${numeral}${kind}` : `${kind}${numeral}${unit}`
}

function faultOf(before: { segment: Segment; head: Head }, segment: Segment, head: Head): SequenceFault {
  const { value } = before.head
  return {
    segment,
    span: { start: head.start, end: head.end },
    facts: {
      kind: head.value === value ? '重复' : head.value > value ? '跳号' : '颠倒',
      mark: segment.text.slice(head.start, head.end),
      before: before.segment.text.slice(before.head.start, before.head.end),
      expected: markOf(head, value + 1),
    },
    related: [
      { segment: before.segment, span: { start: before.head.start, end: before.head.end }, message: '前一个序号' },
    ],
  }
}
