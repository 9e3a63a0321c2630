import { attachmentList } from './attachment-list.ts'
import type { SequenceCheck } from './fault.ts'

/** How many numbers a list may leave out before what follows is something else. */
const FARTHEST = 3

/** 附件：1.名单 3.表格: a number left out or said twice in the list of attachments. */
export const attachmentNumbers: SequenceCheck = (document) => {
  const list = attachmentList(document)
  if (list === undefined || !list.numbered) return []
  const last = [...list.items].at(-1)
  const next = last === undefined ? undefined : document.segments[last[1].segment.index + 1]
  if (last === undefined || next === undefined || next.cell !== undefined) return []
  const mark = /^\s*(?<number>\d{1,2})\s?[.．、]\s?\D/.exec(
    next.marker === undefined ? next.text : `${next.marker} ${next.text}`,
  )
  const value = Number(mark?.groups?.['number'] ?? 0)
  const [before] = last
  if (value < 2 || value === before + 1 || value > before + FARTHEST || value < before) return []
  const end = next.marker === undefined ? (mark?.[0].length ?? 1) - 1 : 1
  const kind = value === before ? '重复' : '跳号'
  const facts = { kind, before: String(before), expected: String(before + 1), mark: String(value) }
  return [{ segment: next, span: { start: 0, end }, facts }]
}
