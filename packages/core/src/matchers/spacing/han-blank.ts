import { enclosure, QUOTATION_MARKS, TITLE_MARKS } from '../../text/enclosure.ts'
import type { Reading, Segment, Segmenter } from '../../types.ts'
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
 * One half-width or no-break blank inside a Chinese sentence, as line ends leave it behind in extracted text. Only in paragraphs
 * that read as sentences, outside quotation marks and titles, and never between items of a list or columns.
 */
export function hanBlankFaults({ document: { segments }, segmenter }: Reading): Fault[] {
  const sentences = segments.filter(({ scope, text }) => scope === 'prose' && isSentence(text))
  return sentences.flatMap((segment) => faultsIn(segment, segmenter))
}

/** Long enough, with a point in it, and no columns. */
function isSentence(text: string): boolean {
  return text.length >= 20 && /[，。；,;]/.test(text) && !/[\t|]/.test(text)
}

function faultsIn(segment: Segment, segmenter: Segmenter): Fault[] {
  const { text } = segment
  const faults: Fault[] = []
  for (const { index: at } of text.matchAll(/(?<=[\u3400-\u9fff])[ \u00a0](?=[\u3400-\u9fff])/g)) {
    if (!runsOn(text, at) && !splitsWord(text, at, segmenter)) continue
    const span = { start: at, end: at + 1 }
    if (NUMBERING.test(text.slice(Math.max(0, at - 12), at)) || enclosure(text, span, ENCLOSING) !== undefined) continue
    faults.push({ fault: 'han-blank', segment, span, right: [''] })
  }
  return faults
}

/** Both sides are long enough to be parts of a sentence, and no couplet. */
function runsOn(text: string, at: number): boolean {
  const before = runLength(text, at - 1, -1)
  const after = runLength(text, at + 1, 1)
  return before >= RUN && after >= RUN && (before !== after || before > COUPLET)
}

/** A word lies across the blank, and neither side is a single spread-out character. */
function splitsWord(text: string, at: number, segmenter: Segmenter): boolean {
  const before = Math.min(8, runLength(text, at - 1, -1))
  const after = Math.min(8, runLength(text, at + 1, 1))
  if (before < 2 || after < 2 || before + after < 6) return false
  let end = 0
  for (const word of segmenter.cut(text.slice(at - before, at) + text.slice(at + 1, at + 1 + after))) {
    end += word.length
    if (end >= before) return end > before
  }
  return false
}

/** How many Han characters follow each other from `at` on in one direction, at most 30. */
function runLength(text: string, at: number, step: 1 | -1): number {
  let length = 0
  while (length < 30 && isHan(text.charAt(at + step * length))) length++
  return length
}
