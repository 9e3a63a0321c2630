import { enclosure, QUOTATION_MARKS, TITLE_MARKS } from '../../text/enclosure.ts'
import type { Document, Segment } from '../../types.ts'
import { isHan } from '../punctuation/characters.ts'
import type { Fault } from '../punctuation/fault.ts'

/** The shortest run of Chinese on each side: 姓 名, 附 件 and 张 三 are spread out on purpose. */
const RUN = 4

/** Two runs of the same length are a slogan or a couplet: 领航新时代 奋进新征程. */
const COUPLET = 9

/** 第十二条, set apart from its text by a blank. */
const NUMBERING = /第[〇零一二三四五六七八九十百千]{1,8}[编章节条款项](?:之[一二三四五六七八九十])?$/

const ENCLOSING = [...QUOTATION_MARKS, ...TITLE_MARKS]

/**
 * One half-width blank inside a Chinese sentence, as line ends leave it behind in extracted text. Only in paragraphs
 * that read as sentences, outside quotation marks and titles, and never between items of a list or columns.
 */
export function hanBlankFaults({ segments }: Document): Fault[] {
  return segments.filter(({ scope, text }) => scope === 'prose' && isSentence(text)).flatMap(faultsIn)
}

/** At least two points, one of them near enough to any place to be part of the same sentence. */
function isSentence(text: string): boolean {
  return text.length >= 30 && (text.match(/[，。；,;]/g)?.length ?? 0) >= 2 && !/[\t|]/.test(text)
}

function faultsIn(segment: Segment): Fault[] {
  const { text } = segment
  const faults: Fault[] = []
  for (let at = text.indexOf(' ', 1); at > 0; at = text.indexOf(' ', at + 1)) {
    if (!isHan(text.charAt(at - 1)) || !isHan(text.charAt(at + 1))) continue
    const before = runLength(text, at - 1, -1)
    const after = runLength(text, at + 1, 1)
    if (before < RUN || after < RUN || (before === after && before <= COUPLET)) continue
    const span = { start: at, end: at + 1 }
    if (NUMBERING.test(text.slice(Math.max(0, at - 12), at)) || enclosure(text, span, ENCLOSING) !== undefined) continue
    faults.push({ fault: 'han-blank', segment, span, right: [''] })
  }
  return faults
}

/** How many Han characters follow each other from `at` on in one direction, at most 30. */
function runLength(text: string, at: number, step: 1 | -1): number {
  let length = 0
  while (length < 30 && isHan(text.charAt(at + step * length))) length++
  return length
}
