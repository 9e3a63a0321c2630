import { chineseNumber, smallNumber } from '../../text/chinese-number.ts'
import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'
import type { SequenceFault } from './fault.ts'

/** （1）核对身份；（2）…: a mark at the head of a clause, words behind it; 第（二）项 and （三）项 are citations. */
const SERIES: readonly { readonly pattern: RegExp; readonly needs: number; readonly first: RegExp }[] = [
  {
    pattern: /[（(](?<=(?:^|[。；;：:\s]).)(\d{1,2})[）)](?=[\u4e00-\u9fff“《]{2})(?![项款条目])/g,
    needs: hint.bracketDigit,
    first: /[（(]1[）)]/,
  },
  {
    pattern: /[（(](?<=(?:^|[。；;：:\s]).)([一二三四五六七八九十]{1,2})[）)](?=[\u4e00-\u9fff“《]{2})(?![项款条目])/g,
    needs: hint.bracketNumeral,
    first: /[（(]一[）)]/,
  },
]

/** （1）…；（2）…；（4）… inside one paragraph: the first number that is left out or said twice; a new 1 begins anew. */
export function bracketedIn(segment: Segment): readonly SequenceFault[] {
  let faults: readonly SequenceFault[] = NONE
  for (const { pattern, needs, first } of SERIES) {
    if (hasHint(segment, needs) && goesOn(segment.text, first))
      faults = [...faults, ...firstBreak(segment, [...segment.text.matchAll(pattern)])]
  }
  return faults
}

/** Whether a first number stands in a text, and another bracket behind it: one number alone leaves none out. */
function goesOn(text: string, first: RegExp): boolean {
  const at = text.search(first)
  return at >= 0 && (text.includes('（', at + 1) || text.includes('(', at + 1))
}

const NONE: readonly SequenceFault[] = []

function firstBreak(segment: Segment, marks: readonly RegExpExecArray[]): SequenceFault[] {
  let before: RegExpExecArray | undefined
  for (const mark of marks) {
    const value = smallNumber(mark[1] ?? '') ?? 0
    const last = smallNumber(before?.[1] ?? '')
    if (last === undefined && value !== 1) return []
    if (before !== undefined && last !== undefined && value !== 1 && value !== last + 1) {
      const span = { start: mark.index, end: mark.index + mark[0].length }
      const earlier = { start: before.index, end: before.index + before[0].length }
      const kind = value === last ? '重复' : value > last ? '跳号' : '颠倒'
      const facts = { kind, mark: mark[0], before: before[0], expected: nextOf(before[0], last + 1) }
      return [{ segment, span, facts, related: [{ segment, span: earlier, message: '前一个序号' }] }]
    }
    before = mark
  }
  return []
}

/** （二）, （三） */
function nextOf(mark: string, value: number): string {
  const numeral = /\d/.test(mark) ? String(value) : chineseNumber(value)
  return `${mark.charAt(0)}${numeral}${mark.slice(-1)}`
}
