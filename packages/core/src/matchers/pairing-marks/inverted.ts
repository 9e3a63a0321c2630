import type { Fault } from '../punctuation/fault.ts'
import type { PairedParagraph } from './across.ts'
import type { MarkPair } from './pair.ts'

/** The inner kind of pair, the outer kind, and what to report when the inner one stands outside. */
const KINDS = [
  { inner: 'single', outer: 'double', fault: 'quote-inverted', marks: ['“', '”', '‘', '’'] },
  { inner: 'inner-title', outer: 'title', fault: 'title-inverted', marks: ['《', '》', '〈', '〉'] },
] as const

/** The longest stretch that a suggestion rewrites. */
const REWRITTEN = 100

/** Marks of the inner kind around marks of the outer kind, themselves inside none: ‘甲“乙”丙’, 〈关于《甲》的通知〉. */
export function invertedFaults(paragraph: PairedParagraph): Fault[] {
  const { pairs, segment } = paragraph
  return KINDS.flatMap(({ inner, outer, fault, marks }) => {
    const outers = pairs.filter(({ open }) => open.mark.pair === outer)
    if (outers.length === 0) return []
    return pairs.flatMap((pair) => {
      if (pair.open.mark.pair !== inner || outers.some((other) => holds(other, pair))) return []
      const held = outers.filter((other) => holds(pair, other))
      if (held.length === 0 || pair.close.at - pair.open.at > REWRITTEN) return []
      const span = { start: pair.open.at, end: pair.close.at + 1 }
      return [{ fault, segment, span, right: [swapped(segment.text.slice(span.start, span.end), marks)] }]
    })
  })
}

function holds(outside: MarkPair, inside: MarkPair): boolean {
  return outside.open.at < inside.open.at && inside.close.at < outside.close.at
}

/** Every outer mark becomes an inner one and the other way round. */
function swapped(
  text: string,
  [open, close, innerOpen, innerClose]: readonly [string, string, string, string],
): string {
  const other: Readonly<Record<string, string>> = {
    [open]: innerOpen,
    [close]: innerClose,
    [innerOpen]: open,
    [innerClose]: close,
  }
  return [...text].map((char) => other[char] ?? char).join('')
}
