import type { Segmenter } from '../types.ts'

/** Words by the platform's Intl.Segmenter: everywhere at hand, no dictionary to load. */
export function intlSegmenter(): Segmenter {
  let made: Intl.Segmenter | undefined
  // Kept of the last text: who asks for a word mostly asks for the next in it, and to begin costs as much as four words.
  let last: { readonly text: string; readonly words: Intl.Segments } | undefined
  const segments = (text: string): Intl.Segments => {
    made ??= new Intl.Segmenter('zh', { granularity: 'word' })
    if (last?.text !== text) last = { text, words: made.segment(text) }
    return last.words
  }
  return {
    name: 'intl',
    cut: (text) => Array.from(segments(text), ({ segment }) => segment),
    areInWords(text, offsets) {
      const words = segments(text)
      return offsets.map((offset) => (words.containing(offset)?.index ?? offset) < offset)
    },
  }
}
