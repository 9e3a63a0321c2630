import { createRequire } from 'node:module'
import { intlSegmenter, type Segmenter } from '@kanwu/core'

interface Jieba {
  cut(text: string, hmm?: boolean): string[]
}

/**
 * The segmenter of Node hosts: nodejieba, loaded when first asked; Intl.Segmenter where it was not built.
 * `name` tells which one answers, after the first question.
 */
export function hostSegmenter(): Segmenter {
  let segmenter: Segmenter | undefined
  return {
    get name() {
      return segmenter?.name ?? 'unloaded'
    },
    cut(text) {
      segmenter ??= loadJieba() ?? intlSegmenter()
      return segmenter.cut(text)
    },
  }
}

/** nodejieba alone, or undefined where it cannot be loaded. */
export function loadJieba(): Segmenter | undefined {
  try {
    const jieba = createRequire(import.meta.url)('nodejieba') as Jieba
    return { name: 'nodejieba', cut: (text) => jieba.cut(text) }
  } catch {
    return undefined
  }
}
