import { gather } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import type { Repetition } from './index.ts'
import type { Repeats } from './repeats.ts'

/** Shorter sentences are repeated on purpose: 同意。同意。 */
const leastSentence = 10
/** Shorter paragraphs are form fields and formulas. */
const leastParagraph = 20

/** A sentence that follows itself within a paragraph, however often: one repetition. */
export function doubledSentences(
  segment: Segment,
  { hasLikeEnds }: Pick<Repeats, 'hasLikeEnds'>,
): readonly Repetition[] {
  return hasLikeEnds && segment.cell === undefined ? sentencesIn(segment) : []
}

/** A paragraph that follows itself. */
export function doubledParagraphs(document: Document): readonly Repetition[] {
  const paragraphs = gather(document, doubledParagraphs, paragraphOf)
  return paragraphs.flatMap(({ segment, said: text }, index) => {
    const previous = paragraphs[index - 1]?.segment
    if (text.length < leastParagraph || paragraphs[index - 1]?.said !== text || previous === undefined) return []
    const related = [{ segment: previous, span: { start: 0, end: previous.text.length }, message: '前一次' }]
    return [{ segment, span: { start: 0, end: segment.text.length }, right: '', text: opening(text), related }]
  })
}

/** The words of a paragraph; undefined of what is none. */
function paragraphOf({ cell, scope, text }: Segment): string | undefined {
  return cell === undefined && scope === 'prose' ? text.trim() : undefined
}

function sentencesIn(segment: Segment): readonly Repetition[] {
  const found: Repetition[] = []
  let start = 0
  let previous = ''
  for (const sentence of segment.text.match(/[^。！？；]+[。！？；]?/g) ?? []) {
    const text = sentence.trim()
    if (text.length >= leastSentence && text === previous) {
      const again = found.at(-1)?.span.end === start ? found.pop() : undefined
      const span = { start: again?.span.start ?? start, end: start + sentence.length }
      found.push({ segment, span, right: '', text: opening(text) })
    }
    previous = text
    start += sentence.length
  }
  return found
}

function opening(text: string): string {
  return text.length > 12 ? `${text.slice(0, 12)}……` : text
}
