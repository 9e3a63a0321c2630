import { chineseNumber, smallNumber } from '../../text/chinese-number.ts'
import { gatherAll } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'

/** The ways to count inside a paragraph; a mark begins a clause, which is asked behind its first character. */
const SERIES: readonly RegExp[] = [
  /([一二三四五六七八九十](?<=(?:^|[。；;：:，,、！\s]).)[一二三四五六七八九十]?)(是|要|抓|看)(?![一二三四五六七八九十])/g,
  /第(?<=(?:^|[。；;：:！\s]).)([一二三四五六七八九十]{1,2})(，|,|、)/g,
]

/** What every mark of a series holds; quicker to look for than the clauses that they begin. */
const HINT = /[一二三四五六七八九十](?:是|要|抓|看|，|,|、)/

/** 一是…二是…四是, 第一，…第三，…: a number left out or said twice in a paragraph that counts. */
export const ordinals: SequenceCheck = (document) =>
  gatherAll(document, SERIES, (segment) =>
    segment.scope === 'prose' && hasAny(segment, trait.numeral) && HINT.test(segment.text)
      ? SERIES.flatMap((pattern) => faultsIn(segment, pattern))
      : [],
  )

function faultsIn(segment: SequenceFault['segment'], pattern: RegExp): SequenceFault[] {
  const faults: SequenceFault[] = []
  const last = new Map<string, { readonly value: number; readonly start: number; readonly end: number }>()
  for (const match of segment.text.matchAll(pattern)) {
    const [words, numeral = '', tail = ''] = match
    const value = smallNumber(numeral)
    if (value === undefined) continue
    const kind = /[是要抓看]/.test(tail) ? tail : '第'
    const before = last.get(kind)
    const span = { start: match.index, end: match.index + words.length - (kind === '第' ? 1 : 0) }
    if (before !== undefined && value !== 1 && value !== before.value + 1) {
      const expected = chineseNumber(before.value + 1)
      faults.push({
        segment,
        span,
        facts: {
          kind: value === before.value ? '重复' : value > before.value ? '跳号' : '颠倒',
          mark: segment.text.slice(span.start, span.end),
          before: segment.text.slice(before.start, before.end),
          expected: kind === '第' ? `第${expected}` : `${expected}${kind}`,
        },
        related: [{ segment, span: { start: before.start, end: before.end }, message: '前一个序号' }],
      })
    }
    if (before !== undefined || value === 1) last.set(kind, { value, ...span })
  }
  return faults
}
