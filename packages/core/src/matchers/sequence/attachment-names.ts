import { smallNumber } from '../../text/chinese-number.ts'
import type { Document, Segment } from '../../types.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'

const LIST = /^\s*(?:[-—]\s*)?附\s*件\s*[:：]\s*(?=1\s?[.．、])/
const ITEM = /^\s*(?:(?:[-—]\s*)?附\s*件\s*[:：]\s*)?(\d{1,2})\s?[.．、]\s?(\S.{1,60}?)\s*$/
const MARK = /^\s*附\s*件\s*([一二三四五六七八九十]{1,2}|\d{1,2})\s*[:：]?\s*$/

/** A title may run over so many lines. */
const TITLE_LINES = 3

/** An attachment whose title is not the name that the list 附件：1.… 2.… gives it. */
export const attachmentNames: SequenceCheck = ({ segments }) => {
  const names = namesIn(segments)
  if (names.size === 0) return []
  return segments.flatMap((segment, index) => {
    const value = smallNumber(MARK.exec(segment.text)?.[1] ?? '')
    const named = names.get(value ?? 0)
    const title = segments[index + 1]
    if (named === undefined || title === undefined || title.cell !== undefined || title.text.length > 60) return []
    const lines = segments.slice(index + 1, index + 1 + TITLE_LINES).map(({ text }) => plain(text))
    if (agrees(lines, plain(named.name))) return []
    return [faultOf(title, named)]
  })
}

interface Named {
  readonly name: string
  readonly segment: Segment
}

/** What the list calls each attachment. */
function namesIn(segments: Document['segments']): Map<number, Named> {
  const from = segments.findIndex(({ text }) => LIST.test(text))
  const names = new Map<number, Named>()
  if (from < 0) return names
  for (const segment of segments.slice(from, from + 30)) {
    const item = ITEM.exec(segment.text)
    if (item === null || Number(item[1]) !== names.size + 1) break
    names.set(names.size + 1, { name: item[2] ?? '', segment })
  }
  return names
}

/** The title stands in the first lines, alone or broken over them. */
function agrees(lines: readonly string[], name: string): boolean {
  const joined = lines.join('')
  return joined.includes(name) || (lines[0] !== undefined && lines[0].length > 3 && name.includes(lines[0]))
}

function plain(text: string): string {
  return text.replace(/[\s《》“”（）()。；;，,、：:]/g, '').replace(/（?样[表本式]）?$/, '')
}

function faultOf(title: Segment, { name, segment }: Named): SequenceFault {
  return {
    segment: title,
    span: { start: 0, end: title.text.length },
    facts: { title: title.text.trim(), name },
    related: [{ segment, span: { start: 0, end: segment.text.length }, message: '附件说明里的名称' }],
  }
}
