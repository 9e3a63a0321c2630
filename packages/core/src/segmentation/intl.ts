import type { Segmenter } from '../types.ts'

/** Words by the platform's Intl.Segmenter: everywhere at hand, no dictionary to load. */
export function intlSegmenter(): Segmenter {
  let made: Intl.Segmenter | undefined
  // Kept of the last text: who asks for a word mostly asks for the next in it, and to begin costs as much as four words.
  let last: Asked | undefined
  const asked = (text: string): Asked => {
    made ??= new Intl.Segmenter('zh', { granularity: 'word' })
    if (last?.text !== text) last = { text, words: made.segment(text), answers: new Map() }
    return last
  }
  return {
    name: 'intl',
    cut: (text) => Array.from(asked(text).words, ({ segment }) => segment),
    areInWords(text, offsets) {
      const { words, answers } = asked(text)
      return offsets.map((offset) => {
        const known = answers.get(offset)
        if (known !== undefined) return known
        const isInWord = (words.containing(offset)?.index ?? offset) < offset
        answers.set(offset, isInWord)
        return isInWord
      })
    },
  }
}

/** A text whose words are asked for, and by offset what was answered: each way to read a place asks the same of it. */
interface Asked {
  readonly text: string
  readonly words: Intl.Segments
  readonly answers: Map<number, boolean>
}
