import type { Segment } from '../../types.ts'
import { attachmentList, type ListedAttachment, marksOf } from './attachment-list.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'

/** A title may run over so many lines. */
const TITLE_LINES = 3

/** An attachment whose title is not the name that the list 附件：1.… 2.… gives it. */
export const attachmentNames: SequenceCheck = (document) => {
  const list = attachmentList(document)
  if (list === undefined || !list.numbered) return []
  const { segments } = document
  return marksOf(document).flatMap(({ segment: { index }, said: value }) => {
    const named = list.items.get(value)
    const title = segments[index + 1]
    if (named === undefined || title === undefined || title.cell !== undefined || title.text.length > 60) return []
    const lines = segments.slice(index + 1, index + 1 + TITLE_LINES).map(({ text }) => plain(text))
    return agrees(lines, plain(named.name)) ? [] : [faultOf(title, named)]
  })
}

/** The title stands in the first lines, alone or broken over them. */
function agrees(lines: readonly string[], name: string): boolean {
  const [first = ''] = lines
  return (
    name === '' ||
    lines.join('').includes(name) ||
    (first.length > 1 && name.startsWith(first)) ||
    (first.length > 3 && name.includes(first))
  )
}

/** Marks and blanks differ between a list and a title; so does a note that it is a form. */
function plain(text: string): string {
  return text.replace(/[\s《》“”（）()。；;，,、：:]/g, '').replace(/样[表本式]$/, '')
}

function faultOf(title: Segment, { name, segment }: ListedAttachment): SequenceFault {
  return {
    segment: title,
    span: { start: 0, end: title.text.length },
    facts: { title: title.text.trim(), name },
    related: [{ segment, span: { start: 0, end: segment.text.length }, message: '附件说明里的名称' }],
  }
}
