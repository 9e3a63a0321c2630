import type { Segmenter } from '../types.ts'

/** Words by the platform's Intl.Segmenter: everywhere at hand, no dictionary to load. */
export function intlSegmenter(): Segmenter {
  let made: Intl.Segmenter | undefined
  const segments = (text: string): Intl.Segments => {
    made ??= new Intl.Segmenter('zh', { granularity: 'word' })
    return made.segment(text)
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
