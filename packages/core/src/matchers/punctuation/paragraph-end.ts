import { closingUnit } from '../../text/blank.ts'
import { gatherAll } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import type { Fault } from './fault.ts'

/** What items of a list begin with. */
const MARKER =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是要]|[①-⑳●○■◆▪·•—*-]|第[一二三四五六七八九十\d]|其[一二三四五]|[a-zA-Z][.)）])/

/**
 * A paragraph that ends in a semicolon although no list goes on: it stands behind a whole sentence or first, and the
 * next paragraph is a sentence of its own. Items of lists, numbered or not, end so by right.
 */
export function paragraphEndFaults(document: Document): Fault[] {
  const ending = gatherAll(document, paragraphEndFaults, (segment) => (endsInSemicolon(segment) ? [segment] : NONE))
  return ending.flatMap((segment) => {
    const before = document.segments[segment.index - 1]
    const next = document.segments[segment.index + 1]
    if (next === undefined || !isSentence(next)) return []
    if (before !== undefined && !isSentence(before)) return []
    if (beginAlike(segment, next) || areParallel(segment, next)) return []
    const end = segment.text.trimEnd().length
    return [{ fault: 'paragraph-semicolon', segment, span: { start: end - 1, end } }]
  })
}

const NONE: readonly Segment[] = []

/** 负责巡查；负责清淤。 are items; 会议听取…；会议研究… are sentences. */
function beginAlike({ text: one }: Segment, { text: other }: Segment): boolean {
  const begin = one.trim().slice(0, 2)
  return other.trim().startsWith(begin) && !/^(?:会议|大会|活动|[各我本]|全[省市县区])/.test(begin)
}

/** Two short clauses of about one length and build stand side by side, whatever mark the last one bears. */
function areParallel({ text: one }: Segment, { text: other }: Segment): boolean {
  const [shorter, longer] = [one.trim().length, other.trim().length].sort((a, b) => a - b) as [number, number]
  const commas = (text: string) => text.split('，').length
  return longer <= SHORT && shorter * 1.5 >= longer && (longer <= VERY_SHORT || commas(one) === commas(other))
}

const SHORT = 30
const VERY_SHORT = 16
const SEMICOLON = '；'.charCodeAt(0)

function endsInSemicolon({ scope, marker, text }: Segment): boolean {
  return scope === 'prose' && marker === undefined && closingUnit(text) === SEMICOLON && !MARKER.test(text)
}

function isSentence({ scope, marker, text }: Segment): boolean {
  return scope === 'prose' && marker === undefined && /。\s*$/.test(text) && !MARKER.test(text)
}
