import { encode, isHan, margin } from '../../model/character-table.ts'
import { type LanguageModel, wordCount } from '../../model/language-model.ts'
import type { Segment } from '../../types.ts'
import type { Repetition } from './index.ts'
import { longest, type Repeats } from './repeats.ts'

/**
 * A word or phrase typed twice in a row: 的通知的通知, 研究研究了. Two characters must be a common word, and a verb
 * may be doubled for a mild request (讨论讨论) unless 了 or 的 follows.
 */
export function doubledWords(
  segment: Segment,
  { pairs, pairCount }: Pick<Repeats, 'pairs' | 'pairCount'>,
  model: LanguageModel | undefined,
): readonly Repetition[] {
  const { text } = segment
  const found: Repetition[] = []
  let from = 0
  for (let index = pairCount - 1; index >= 0; index--) {
    const at = pairs[index]!
    if (at < from) continue
    const length = repeatedLength(text, at)
    if (length === 0 || !isSlip(text, { at, length }, model)) continue
    const phrase = text.slice(at, at + length)
    found.push({ segment, span: { start: at, end: at + 2 * length }, right: phrase, text: phrase })
    from = at + 2 * length
  }
  return found
}

/** The length of the longest stretch of Han characters at `at` that follows itself; 0 when none does. */
function repeatedLength(text: string, at: number): number {
  if (!isHan(text.charCodeAt(at))) return 0
  for (let length = Math.min(longest, Math.floor((text.length - at) / 2)); length >= 2; length--) {
    if (text.charCodeAt(at) !== text.charCodeAt(at + length)) continue
    if (isRepeated(text, at, length)) return length
  }
  return 0
}

function isRepeated(text: string, at: number, length: number): boolean {
  for (let offset = 0; offset < length; offset++) {
    const unit = text.charCodeAt(at + offset)
    if (!isHan(unit) || unit !== text.charCodeAt(at + length + offset)) return false
  }
  return true
}

interface Stretch {
  readonly at: number
  readonly length: number
}

/** Rhythmic doubling that is good style: 一个一个, 一步一步, 逐条逐条, 你追我赶你追我赶. */
const rhythmic = /^[一二三两几逐每]|^(.)\1/
const doubledVerbs =
  /^(?:研究|讨论|商量|考虑|了解|学习|休息|打听|介绍|交流|请示|核实|宣传|体验|锻炼|活动|参观|收拾|整理|联系|合计|商议|琢磨|比较|分析|总结|切磋|帮助|照顾|关心|教育|安慰|表扬|批评|检查|反思|思考|调查|观察|熟悉|认识|感受)$/

/** The name of one body followed by a title that begins with it: 最高人民法院人民法院司法鉴定规定. */
const bodies = /(?:法院|检察院|政府|委员会|[部局厅署])$/

/** The end of one place's name and the beginning of another's: 泉州市石狮市石狮高新区. */
const placeTail = /^[省市州盟县区旗][^委政府人长级直里内外民区场第中][一-鿿]{1,2}$/

function isSlip(text: string, { at, length }: Stretch, model: LanguageModel | undefined): boolean {
  const phrase = text.slice(at, at + length)
  if (rhythmic.test(phrase) || bodies.test(phrase)) return false
  const next = text[at + 2 * length] ?? ''
  if (placeTail.test(phrase) && isHan(text.charCodeAt(at - 1)) && isHan(next.charCodeAt(0))) return false
  if (length > 2) return next !== phrase[0] && !continues(text, { at, length }, model)
  if (doubledVerbs.test(phrase)) return next === '了' || next === '的'
  if (isHan(next.charCodeAt(0)) && !/[了和及等]/.test(next)) return false
  return isCommonWord(phrase, model)
}

function isCommonWord(phrase: string, model: LanguageModel | undefined): boolean {
  if (model === undefined) return false
  const ids = encode(phrase, model.characters)
  return wordCount(model, ids, margin, margin + phrase.length) > 100
}

/** Whether the second time runs on into another word: 申请人申请人民法院. */
function continues(text: string, { at, length }: Stretch, model: LanguageModel | undefined): boolean {
  if (model === undefined) return false
  const end = at + 2 * length
  const ids = encode(text.slice(end - 3, end + 3), model.characters)
  const edge = margin + 3
  return [1, 2, 3].some((before) =>
    [1, 2, 3].some((after) => before + after <= 4 && wordCount(model, ids, edge - before, edge + after) > 0),
  )
}
