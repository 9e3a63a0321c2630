import type { Segment } from '../../types.ts'
import type { Repetition, RepetitionFinder } from './index.ts'

/** Shorter sentences are repeated on purpose: 同意。同意。 */
const leastSentence = 10
/** Shorter paragraphs are form fields and formulas. */
const leastParagraph = 20

/** A sentence that follows itself within a paragraph, however often: one repetition. */
export const doubledSentences: RepetitionFinder = (_, segments) =>
  segments.filter(({ cell }) => cell === undefined).flatMap(sentencesIn)

/** A paragraph that follows itself. */
export const doubledParagraphs: RepetitionFinder = (_, segments) => {
  const paragraphs = segments.filter(({ cell, scope }) => cell === undefined && scope === 'prose')
  return paragraphs.flatMap((segment, index) => {
    const previous = paragraphs[index - 1]
    const text = segment.text.trim()
    if (previous === undefined || text.length < leastParagraph || previous.text.trim() !== text) return []
    const related = [{ segment: previous, span: { start: 0, end: previous.text.length }, message: '前一次' }]
    return [{ segment, span: { start: 0, end: segment.text.length }, right: '', text: opening(text), related }]
  })
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
