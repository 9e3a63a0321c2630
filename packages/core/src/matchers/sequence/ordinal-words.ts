import { chineseNumber, smallNumber } from '../../text/chinese-number.ts'
import type { Segment } from '../../types.ts'
import type { SequenceFault } from './fault.ts'

/** 首先, 其次, 再次; 第三， and 第三要 go on from them, 最后 ends. What must stand before is asked behind the first character. */
const WORDS =
  /(?:首先|其次|再次|再者|然后|此外|另外|同时|还要|最后|第([二三四五六七八九])(?=[，,要是]))(?<=(?:^|[。；;：:，,！\s])..)/g

/** What the words count as; those that count nothing may stand for any number. */
const VALUES: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3 }

/** 首先…其次…第四: words and numbers that count on together, and leave one out or say one twice. */
export function wordedIn(segment: Segment): SequenceFault[] {
  const { text } = segment
  if (!text.includes('首先') || !/其次|第[二三四五六]/.test(text)) return []
  let before: { readonly value: number; readonly mark: string; readonly start: number } | undefined
  for (const match of text.matchAll(WORDS)) {
    const [mark, numeral] = match
    const value = numeral === undefined ? VALUES[mark] : smallNumber(numeral)
    if (value === undefined) return []
    if (before === undefined && value !== 1) return []
    if (before !== undefined && value !== 1 && value !== before.value + 1) {
      const span = { start: match.index, end: match.index + mark.length }
      const earlier = { start: before.start, end: before.start + before.mark.length }
      const kind = value === before.value ? '重复' : value > before.value ? '跳号' : '颠倒'
      const facts = { kind, mark, before: before.mark, expected: nameOf(before.value + 1) }
      return [{ segment, span, facts, related: [{ segment, span: earlier, message: '前一个序号' }] }]
    }
    before = { value, mark, start: match.index }
  }
  return []
}

function nameOf(value: number): string {
  return value === 2 ? '其次' : value === 3 ? '再次”或“第三' : `第${chineseNumber(value)}`
}
