import { leadingUnit } from '../../text/blank.ts'
import { hint } from '../../text/hints.ts'
import { PerDocument } from '../../text/per-document.ts'
import { gather } from '../../text/recall.ts'
import { hasHint } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'
import { type Level, type Marker, markersOf, markText } from './markers.ts'

/**
 * A numbered paragraph that does not follow the one before it on its level: one left out, one twice, one out of order.
 * A new 1 always begins a new list; a higher level, an article (第…条), an attachment, a chapter or
 * the head of another document begins all lists anew.
 */
export const headings: SequenceCheck = (document) => {
  const faults: SequenceFault[] = []
  const last = new Map<Level, Seen>()
  const breaks = breaksOf(document)
  let seen = 0
  for (const marker of markersOf(document)) {
    while ((breaks[seen] ?? Number.POSITIVE_INFINITY) <= marker.segment.index) {
      last.clear()
      seen++
    }
    const before = last.get(marker.level)
    const fault = before === undefined || marker.value === 1 ? undefined : faultOf(before, marker)
    const stray = before === undefined ? undefined : strayBetween(before, marker, last.get((marker.level + 1) as Level))
    if (stray !== undefined && before !== undefined) faults.push(faultAt(before, stray))
    else if (fault !== undefined && marker.leads && before?.leads === true) faults.push(fault)
    last.set(marker.level, before === undefined ? { ...marker, isFirst: true } : marker)
    for (const level of [1, 2, 3, 4] as const) if (level > marker.level) last.delete(level)
  }
  return faults
}

/** A marker, and whether it was the first of its level in its list. */
type Seen = Marker & { readonly isFirst?: boolean }

const BREAK =
  /^\s*(?:第[一二三四五六七八九十百零〇\d]+[条章节编部]|附\s*件|附\s*表|附\s*录|表\s*\d|目\s*录|[\u4e00-\u9fff]{2,14}〔\d{4}〕\s?\d+\s?号\s*$|各[^，。]{2,60}[：:]\s*$)/

/** What they begin with, document numbers apart; quicker to look for. */
const FIRST: ReadonlySet<number> = new Set(Array.from('第附表目各', (unit) => unit.charCodeAt(0)))

/** The indexes of the segments that end every list before them. */
export function breaksOf(document: Document): readonly number[] {
  const breaks = known.get(document) ?? gather(document, BREAK, isBreak).map(({ segment }) => segment.index)
  known.set(document, breaks)
  return breaks
}

const known = new PerDocument<readonly number[]>()

/** A table, an article, an attachment, another document. */
function isBreak(segment: Segment): true | undefined {
  if (segment.cell !== undefined) return true
  const { text } = segment
  if (!FIRST.has(leadingUnit(text)) && !hasHint(segment, hint.documentYear)) return undefined
  return BREAK.test(text) ? true : undefined
}

/** 1. （2） 3.: the mark of a deeper level that stands for the one left out. */
function strayBetween(before: Marker, marker: Marker, deeper: Seen | undefined): Marker | undefined {
  if (deeper === undefined || !deeper.leads || !marker.leads || !before.leads) return undefined
  return marker.value === before.value + 2 && deeper.value === before.value + 1 && deeper.isFirst ? deeper : undefined
}

function faultAt(before: Marker, stray: Marker): SequenceFault {
  return {
    segment: stray.segment,
    span: { start: stray.start, end: stray.end },
    facts: {
      kind: '层次混用',
      mark: markText(stray.level, stray.value),
      before: markText(before.level, before.value),
      expected: markText(before.level, before.value + 1),
    },
    related: [{ segment: before.segment, span: { start: before.start, end: before.end }, message: '前一个序号' }],
  }
}

function faultOf(before: Marker, marker: Marker): SequenceFault | undefined {
  const expected = before.value + 1
  if (marker.value === expected) return undefined
  const kind = marker.value === before.value ? '重复' : marker.value > expected ? '跳号' : '颠倒'
  return {
    segment: marker.segment,
    span: { start: marker.start, end: marker.end },
    facts: {
      kind,
      mark: markText(marker.level, marker.value),
      before: markText(before.level, before.value),
      expected: markText(marker.level, expected),
    },
    related: [{ segment: before.segment, span: { start: before.start, end: before.end }, message: '前一个序号' }],
  }
}
