// kanwu as the cases run it: the built packages, with the real rulebook, the language model and Intl.Segmenter.
import { createChecker, intlSegmenter } from '../../packages/core/dist/index.js'
import { defaultModel, loadRulebook } from '../../packages/node/dist/index.js'

/** The day that all cases judge by, so that results do not change with the calendar. */
export const DATE = '2026-06-01'

/** The rulebook of the project. */
export const rulebook = await loadRulebook()

/** A checker as hosts make it, without nodejieba, which no draft of a few pages loads. */
export function openChecker() {
  return createChecker({ rulebook, segmenter: intlSegmenter(), model: defaultModel })
}

/** The same with `model: off` in the configuration: the questions that only counts of the language can answer are not asked. */
export function openCheckerWithoutModel() {
  return createChecker({ rulebook, segmenter: intlSegmenter() })
}
