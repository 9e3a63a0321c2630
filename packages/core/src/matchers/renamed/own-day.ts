import { closingUnit } from '../../text/blank.ts'
import { PerDocument } from '../../text/per-document.ts'
import { gather, type Saying } from '../../text/recall.ts'
import type { Document, IsoDate, Segment } from '../../types.ts'

/**
 * The day that the text itself gives a segment, where one file holds papers of several years or republishes an old one:
 *
 *     国办发〔1996〕25号          a number on a line of its own dates what follows it,
 *     …text…
 *     一九九六年六月二十九日      a date on a line of its own dates what precedes it,
 *     附件 …text…               and what follows, up to the next number or date
 *
 * Returns the day of a segment as far as it is known (`1996`, `1996-06-29`), or undefined.
 */
export function ownDays(document: Document): (segment: Segment) => IsoDate | undefined {
  const known = remembered.get(document) ?? readDays(document)
  remembered.set(document, known)
  return known
}

/** Several matchers ask about the same document. */
const remembered = new PerDocument<(segment: Segment) => IsoDate | undefined>()

function readDays(document: Document): (segment: Segment) => IsoDate | undefined {
  const marks = gather(document, markOf, markOf)
  return ({ index }) => {
    const next = firstBehind(marks, index)
    const before = marks[next - 1]
    const after = marks[next]?.said
    const above = before?.said.day
    // A closing date outweighs a number above: 国办发〔2016〕5号 on a line of its own may be cited by a paper of 2024.
    if (after?.closes === true && before?.segment.index !== index && !isOlder(after.day, above)) return after.day
    return above
  }
}

/** Which mark is the first behind a segment. */
function firstBehind(marks: readonly Saying<Mark>[], index: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.segment.index <= index) low = middle + 1
    else high = middle
  }
  return low
}

interface Mark {
  readonly day: IsoDate
  /** Dates stand at the end of a paper, numbers at its head. */
  readonly closes: boolean
}

/** A closing date older than the number above it belongs to another paper. */
function isOlder(closing: IsoDate, above: IsoDate | undefined): boolean {
  return above !== undefined && above.length === 4 && closing.slice(0, 4) < above
}

function markOf({ text, scope }: Segment): Mark | undefined {
  if (text.length > 40 || (scope !== 'prose' && scope !== 'heading') || !LAST.has(closingUnit(text))) return undefined
  const line = text.trim()
  const year = line.endsWith('号') ? NUMBER_LINE.exec(line)?.[1] : undefined
  if (year !== undefined) return { day: year, closes: false }
  // Titles and headings are no dates: the expression is not tried, and not compiled, for them.
  if (!line.includes('日', line.length - 2)) return undefined
  const [, inDigits, inNumerals, month = '', date = ''] = DATE_LINE.exec(line) ?? []
  const written = inDigits ?? (inNumerals === undefined ? undefined : digitsOf(inNumerals))
  if (written === undefined) return undefined
  return { day: `${written}-${twoDigits(month)}-${twoDigits(date)}`, closes: true }
}

const NUMBER_LINE = /^[\u4e00-\u9fff（）()]{1,16}[〔［[（(]((?:19|20)\d{2})[〕］\])）]第?\s?\d{1,5}\s?号$/
const DATE_LINE =
  /^[（(]?(?:((?:19|20)\d{2})|([一二][一二三四五六七八九〇○零０O0]{3}))\s?年\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日[）)]?$/

/** What the two end in. */
const LAST: ReadonlySet<number> = new Set(Array.from('号日）)', (unit) => unit.charCodeAt(0)))

const NUMERALS = '〇一二三四五六七八九'

function digitsOf(numerals: string): string {
  return [...numerals].map((numeral) => Math.max(0, NUMERALS.indexOf(numeral))).join('')
}

/** 十二 and 12 are both 12; 三 is 03. */
function twoDigits(written: string): string {
  if (/^\d/.test(written)) return written.padStart(2, '0')
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['〇', written]
  const value = (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones))
  return String(value).padStart(2, '0')
}
