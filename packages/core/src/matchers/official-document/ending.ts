import { closingUnit, leadingUnit } from '../../text/blank.ts'
import type { Document, Segment } from '../../types.ts'
import type { OfficialDocument } from './recognise.ts'
import { CLOSING, isLine, SIGNED } from './recognise.ts'

/** The end of an official document, or the whole of it: what its form can be judged by without a title. */
export type Ending = Pick<OfficialDocument, 'body' | 'signed' | 'evidence'>

/** An ending is so many lines at most. */
const LINES = 14
const ORGAN =
  /^\s*[\u4e00-\u9fff]{2,30}(?:政府|办公室|委员会|指挥部|[局厅部院委办]|中心|支队|大队|领导小组)(?:\s*[（(]印章[）)])?\s*$/
const ATTACHED = /^\s*附\s*件\s*[:：]/
/** What COPIES begins with, and SIGNED ends in. */
const COPY = '抄'.charCodeAt(0)
const DAY = '日'.charCodeAt(0)
const ASKED = /请[^。]{0,30}(?:执行|落实|实施|办理|遵守|贯彻|实际)[^。，]{0,6}。\s*$/
const COPIES = /^\s*抄\s*送\s*[：:]\s*\S/
const PRINTED = /\d{4}年\d{1,2}月\d{1,2}日\s*印发\s*$/

/**
 * Tells the end of an official document where the draft has no title: the name of a body with a date below it, behind a
 * closing phrase, a list of attachments or a request to carry it out; or a line 抄送 with the line 印发 below it.
 */
export function recogniseEnding({ segments }: Pick<Document, 'segments'>): Ending | undefined {
  const lines = lastLines(segments)
  const copies = lines.findLastIndex(({ text }) => leadingUnit(text) === COPY && COPIES.test(text))
  if (copies >= 0 && PRINTED.test(lines[copies + 1]?.text ?? ''))
    return { body: lines, evidence: '“抄送”之下有印发机关和印发日期' }
  const at = lines.findLastIndex(({ text }) => closingUnit(text) === DAY && SIGNED.test(text))
  const signed = lines[at]
  if (signed === undefined || at < 2 || !ORGAN.test(lines[at - 1]!.text)) return undefined
  const clue = lines
    .slice(0, at - 1)
    .findLast(({ text }) => CLOSING.test(text) || ATTACHED.test(text) || ASKED.test(text))
  if (clue === undefined) return undefined
  const said = clue.text.trim().slice(-12)
  return { body: lines, signed, evidence: `落款是机关和日期，前面有“${said}”` }
}

function lastLines(segments: readonly Segment[]): Segment[] {
  const lines: Segment[] = []
  for (let at = segments.length - 1; at >= 0 && lines.length < LINES; at--) {
    const segment = segments[at]!
    if (isLine(segment) && segment.text.trim() !== '') lines.push(segment)
  }
  return lines.reverse()
}
