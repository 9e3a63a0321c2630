import type { Segmenter } from '../types.ts'

/** Words by the platform's Intl.Segmenter: everywhere at hand, no dictionary to load. */
export function intlSegmenter(): Segmenter {
  let segmenter: Intl.Segmenter | undefined
  return {
    name: 'intl',
    cut(text) {
      segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
      return Array.from(segmenter.segment(text), ({ segment }) => segment)
    },
  }
}
