import { intlSegmenter, type Segmenter } from '@kanwu/core'
import { requireHere } from '../installed.ts'

interface Jieba {
  cut(text: string, hmm?: boolean): string[]
}

/** Texts to cut after which nodejieba's quicker answers have paid for the time its dictionary takes to load. */
const WORTH_LOADING = 20_000

/**
 * The segmenter of Node hosts: Intl.Segmenter for drafts, nodejieba for archives. Loading its dictionary takes as long as
 * some twenty thousand of Intl.Segmenter's answers; where it was not built, Intl.Segmenter goes on. Whether an offset lies
 * in a word Intl.Segmenter always tells sooner. Both lead to the same findings, as a test over the corpora holds. `name`
 * tells which one cuts now.
 */
export function hostSegmenter(): Segmenter {
  let segmenter = intlSegmenter()
  let questions = 0
  const { areInWords } = segmenter
  return {
    get name() {
      return segmenter.name
    },
    cut(text) {
      questions++
      if (questions === WORTH_LOADING) segmenter = loadJieba() ?? segmenter
      return segmenter.cut(text)
    },
    ...(areInWords && { areInWords }),
  }
}

/** nodejieba alone, or undefined where it cannot be loaded. */
export function loadJieba(): Segmenter | undefined {
  try {
    const jieba = requireHere()('nodejieba') as Jieba
    return { name: 'nodejieba', cut: (text) => jieba.cut(text) }
  } catch {
    return undefined
  }
}
