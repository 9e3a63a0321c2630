import { hint } from '../../text/hints.ts'
import { gatherAll } from '../../text/recall.ts'
import { hasHint } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'

/** The number right behind 首先, within one sentence. */
const SECOND = /(?:^|[。；;：:，,！\s])首先[^。！？]{2,120}?[；;，,]第二(?=[，,、要是])/

/** 首先要…，第二要…，最后…: words and numbers count in turns. */
export const mixedWords: SequenceCheck = (document) =>
  gatherAll(document, mixedWords, (segment) => {
    const isCounted =
      hasHint(segment, hint.countedVerb) || hasHint(segment, hint.numeralMark) || hasHint(segment, hint.ordinalStop)
    return isCounted && segment.scope === 'prose' ? mixedIn(segment) : NONE
  })

const NONE: readonly SequenceFault[] = []

function mixedIn(segment: Segment): readonly SequenceFault[] {
  const { text } = segment
  if (!text.includes('首先') || !text.includes('第二') || text.includes('其次')) return NONE
  const match = SECOND.exec(text)
  if (match === null) return NONE
  const end = match.index + match[0].length
  return [{ segment, span: { start: end - 2, end }, facts: { mark: '第二', before: '首先', expected: '其次' } }]
}
