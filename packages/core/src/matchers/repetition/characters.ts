import { beginsShortPlaceName } from '../../language/place-name.ts'
import { encode, firstCharacter, isHan, kind, margin } from '../../model/character-table.ts'
import { gramCount, type LanguageModel, wordCount } from '../../model/language-model.ts'
import type { Segment } from '../../types.ts'
import type { Repetition } from './index.ts'
import type { Repeats } from './repeats.ts'

/**
 * A character typed twice: 安全生产产. The first must end a known word and the second begin none (发展展望 is two
 * words), the pair and what follows must be unknown to the model. Silent without a model.
 */
export function doubledCharacters(
  segment: Segment,
  { doubled, doubledCount }: Pick<Repeats, 'doubled' | 'doubledCount'>,
  model: LanguageModel | undefined,
): readonly Repetition[] {
  const { text } = segment
  const found: Repetition[] = []
  for (let index = doubledCount - 1; index >= 0 && model !== undefined; index--) {
    const at = doubled[index]!
    if (!isHan(text.charCodeAt(at))) continue
    if (text[at + 1] === text[at] || text[at - 2] === text[at] || text[at + 1] === '某') continue
    // 一件件、一桩桩: one after the other.
    if (text[at - 2] === '一') continue
    // 用公正监管管出公平、管出效率: the character goes on to be repeated.
    if (text.slice(at + 1, at + 8).includes(text[at]!)) continue
    // 位于于都县: the place is called so.
    if (text[at] === '于' && beginsShortPlaceName(text, at)) continue
    const from = Math.max(0, at - AROUND)
    const ids = encode(text.slice(from, at + AROUND), model.characters)
    if (!isSlip(ids, at - from + margin, model)) continue
    found.push({ segment, span: { start: at - 1, end: at + 1 }, right: text[at]!, text: text.slice(at - 1, at + 1) })
  }
  return found
}

/** Nothing farther than so many characters to each side is asked about. */
const AROUND = 6

/** Whether the characters at `at − 1` and `at`, which are the same, are one too many. */
function isSlip(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  if (wordCount(model, ids, at - 1, at + 1) > usual || gramCount(model, ids, at - 1, at + 2) > 0) return false
  if (isWordAround(ids, at, model) || !endsWord(ids, at, model)) return false
  if (!beginsWord(ids, at, model)) return !leadsOn(ids, at, model) || isNeverDoubled(ids, at, model)
  return isKnownWithoutIt({ ids, at, model }, 'both')
}

/**
 * Whether what the second character leads to is what the word leads to without it: 维护护当事人 is 维护当事人; or no text
 * doubles the character. One that stands by itself in a sentence (事由由法律规定) tells nothing.
 */
function isNeverDoubled(ids: Uint16Array, at: number, model: LanguageModel): boolean {
  if (gramCount(model, ids, at - 2, at + 1) > 0) return false
  if (gramCount(model, ids, at - 1, at + 1) > 0) return isKnownWithoutIt({ ids, at, model }, 'either')
  return !particles.has(model.characters.characters[ids[at]! - firstCharacter] ?? '')
}

interface Place {
  readonly ids: Uint16Array
  readonly at: number
  readonly model: LanguageModel
}

/** Whether the text without the second character is counted: the run of three around it, or runs of four on both sides. */
function isKnownWithoutIt({ ids, at, model }: Place, sides: 'both' | 'either'): boolean {
  const [before, one, next, second] = [ids[at - 2]!, ids[at]!, ids[at + 1]!, ids[at + 2]!]
  if (before === kind.boundary || next === kind.boundary || gramCount(model, ids, at - 2, at + 1) > 0) return false
  const run = Uint16Array.of(ids[at - 3]!, before, one, next, second)
  if (sides === 'either') return gramCount(model, run, 1, 4) > 0
  if (run[0] === kind.boundary || second === kind.boundary) return false
  return gramCount(model, run, 0, 4) > 0 && gramCount(model, run, 1, 5) > 0
}

const particles = new Set('的之其于有是不在了和为以对没与或及个这那着得地也都到要就而由从向被把将按经')

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
