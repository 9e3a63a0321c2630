import { gather } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import { isDigit } from '../punctuation/characters.ts'
import type { Fault } from '../punctuation/fault.ts'
import { BODY_SCOPES } from '../punctuation/scopes.ts'

/** How many lines on the partner may stand in text that was extracted line by line. */
const REACH = 3

/** Paragraphs with an odd number of straight double quotes; inch marks do not count. */
export function straightQuoteFaults(document: Document): Fault[] {
  const odd = gather(document, lastOfOdd, (segment) =>
    BODY_SCOPES.has(segment.scope) && hasAny(segment, trait.straightQuote) ? lastOfOdd(segment.text) : undefined,
  )
  const faults: Fault[] = []
  for (let i = 0; i < odd.length; i++) {
    const { segment, said: at } = odd[i]!
    const next = odd[i + 1]?.segment
    if (next !== undefined && isNear(segment, next, document)) i++
    else faults.push({ fault: 'straight-quote-unpaired', segment, span: { start: at, end: at + 1 } })
  }
  return faults
}

/** Whether one stands so few paragraphs behind the other that it may hold the partner. */
function isNear(segment: Segment, next: Segment, { segments }: Document): boolean {
  let ahead = 0
  for (let index = segment.index + 1; index <= next.index && ahead <= REACH; index++) {
    if (BODY_SCOPES.has(segments[index]!.scope)) ahead++
  }
  return ahead <= REACH
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
