import { recall } from '../../text/recall.ts'
import type { Segment } from '../../types.ts'
import { isDigit } from '../punctuation/characters.ts'
import type { Fault } from '../punctuation/fault.ts'

/** How many lines on the partner may stand in text that was extracted line by line. */
const REACH = 3

/** Paragraphs with an odd number of straight double quotes; inch marks do not count. */
export function straightQuoteFaults(segments: readonly Segment[]): Fault[] {
  const odd = segments.map((segment) => recall(segment, lastOfOdd, () => lastOfOdd(segment.text)))
  const explained = new Set<number>()
  return segments.flatMap((segment, index) => {
    const at = odd[index]
    if (at === undefined || explained.has(index)) return []
    for (let ahead = 1; ahead <= REACH; ahead++) {
      if (odd[index + ahead] === undefined) continue
      explained.add(index + ahead)
      return []
    }
    return [{ fault: 'straight-quote-unpaired', segment, span: { start: at, end: at + 1 } }]
  })
}

/** Where the last straight quote stands when their number is odd. */
function lastOfOdd(text: string): number | undefined {
  let count = 0
  let last = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (isDigit(text.charAt(at - 1))) continue
    count++
    last = at
  }
  return count % 2 === 1 ? last : undefined
}
