import { leadingUnit } from '../../text/blank.ts'
import { gatherAll } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import type { Fault } from './fault.ts'

/** Markup whose content is no text of the paragraph: inline code, an image. */
const HIDDEN = /(?:`|!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)|<\/(?:code|kbd|samp|var|tt)\s*>|<img\b[^>]{0,400}>)$/i

/** How much of the source before a mark may tell what stands there. */
const BEFORE = 640

/**
 * A paragraph that begins with a mark which may not begin a line: the mark belongs to the line before. Where the
 * paragraph begins with code or an image, whose content is not read, the mark follows that.
 */
export function lineStartFaults(document: Document): Fault[] {
  const found = gatherAll(document, lineStartFaults, (segment) => (beginsWithMark(segment) ? [segment] : NONE))
  return found.flatMap((segment) => {
    if (segment.index === 0) return []
    const start = segment.text.search(/\S/)
    const span = { start, end: start + 1 }
    const at = segment.map.toDocument(span).start
    const before = document.source.text.slice(Math.max(0, at - BEFORE), at).replace(/[ \t]{1,8}$/, '')
    return HIDDEN.test(before) ? [] : [{ fault: 'line-start', segment, span }]
  })
}

const NONE: readonly Segment[] = []

/** The marks that may not begin a line. */
const MARKS: ReadonlySet<number> = new Set(Array.from('，。、；：！？', (unit) => unit.charCodeAt(0)))

function beginsWithMark({ scope, text }: Segment): boolean {
  return (
    (scope === 'prose' || scope === 'heading') &&
    MARKS.has(leadingUnit(text)) &&
    /^\s*[，。、；：！？]\s*[\u3400-\u9fff]/.test(text)
  )
}
