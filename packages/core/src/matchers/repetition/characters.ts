import { beginsShortPlaceName } from '../../language/place-name.ts'
import { encode, isHan, kind, margin } from '../../model/character-table.ts'
import { gramCount, type LanguageModel, wordCount } from '../../model/language-model.ts'
import { gatherAll } from '../../text/recall.ts'
import type { Segment } from '../../types.ts'
import type { Repetition, RepetitionFinder } from './index.ts'

/**
 * A character typed twice: 安全生产产. The first must end a known word and the second begin none (发展展望 is two
 * words), the pair and what follows must be unknown to the model. Silent without a model.
 */
export const doubledCharacters: RepetitionFinder = (reading) => {
  const model = reading.model?.()
  if (model === undefined) return []
  return gatherAll(reading.document, doubledCharacters, (segment) => findIn(segment, model))
}

function findIn(segment: Segment, model: LanguageModel): readonly Repetition[] {
  const { text } = segment
  const found: Repetition[] = []
  let ids: Uint16Array | undefined
  let before = text.charCodeAt(0)
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isDoubled = unit === before && isHan(unit)
    before = unit
    if (!isDoubled) continue
    if (text[at + 1] === text[at] || text[at - 2] === text[at] || text[at + 1] === '某') continue
    // 一件件、一桩桩: one after the other.
    if (text[at - 2] === '一') continue
    // 用公正监管管出公平、管出效率: the character goes on to be repeated.
    if (text.slice(at + 1, at + 8).includes(text[at]!)) continue
    // 位于于都县: the place is called so.
    if (text[at] === '于' && beginsShortPlaceName(text, at)) continue
    ids ??= encode(text, model.characters)
    if (!isSlip(ids, at + margin, model)) continue
    found.push({ segment, span: { start: at - 1, end: at + 1 }, right: text[at]!, text: text.slice(at - 1, at + 1) })
  }
  return found
}

/** Whether the characters at `at − 1` and `at`, which are the same, are one too many. */
function isSlip(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  if (wordCount(model, ids, at - 1, at + 1) > usual || gramCount(model, ids, at - 1, at + 2) > 0) return false
  if (isWordAround(ids, at, model)) return false
  return endsWord(ids, at, model) && !beginsWord(ids, at, model) && !leadsOn(ids, at, model)
}

/** Whether the second character goes on to what follows: 目的的工程, 可以以本人名义, 立法法和. */
function leadsOn(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  return ids[at + 1]! >= kind.unknown && gramCount(model, ids, at, at + 2) > 0
}

/** A word of three or four characters that holds the pair: 亮晶晶, 高高兴兴. */
function isWordAround(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  for (let from = at - 3; from < at; from++) {
    for (let to = Math.max(at + 1, from + 3); to <= from + 4; to++) if (wordCount(model, ids, from, to) > 0) return true
  }
  return ids[at + 1] === ids[at + 2] || ids[at - 2] === ids[at - 3]
}

/** How common a doubled character (天天, 常常) must be to count as a word of its own. */
const usual = 100

/** How common a word must be to vouch for one of the two characters. */
const common = 50

function endsWord(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  return [2, 3, 4].some((length) => wordCount(model, ids, at - length, at) > common)
}

function beginsWord(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  return [2, 3, 4].some((length) => wordCount(model, ids, at, at + length) > 0)
}
