import { firstCharacter, kind } from './character-table.ts'
import { countOf, gramHash } from './gram-table.ts'
import type { LanguageModel } from './language-model.ts'
import { mayKnowPair } from './pair-filter.ts'

/**
 * The pairs of characters that make up most of any text. Two bytes a slot: of a pair's 26 bits sixteen choose the slot,
 * ten stand in it, with how far behind that slot it stands (four bits), so that no pair is taken for another; the few
 * rarest that find no place in sixteen slots are left out. 128 KB, which stay in the processor's cache: most places of a
 * text are done with one look.
 */
export interface UsualPairs {
  readonly slots: Uint16Array
}

/** How well a pair is known; each of these means the ones before it as well, and 0 that it is not usual. */
export const usualness = {
  /** Counted so often that a character between two such pairs is right. */
  usual: 1,
  /** Counted so often that its order is in no doubt. */
  ordered: 2,
  /** Counted so often, and inside words, that neither character can be wrong. */
  vouches: 3,
} as const

/** A pair counted more often than this is usual. */
export const usualCount = 40
/** One counted more often than this is in the right order. */
export const orderedCount = 60
/** One counted more often than this vouches for its characters when it stands in words. */
export const vouchingCount = 80

/** Slots: 2 to the power of this. */
const slotBits = 16
/** The mask of a slot's number. */
const lastSlot = (1 << slotBits) - 1
/** How far from its own slot a pair may stand. */
const farthest = 15

/** How well two characters, given by their numbers, are known side by side, as in {@link usualness}. */
export function usualnessOf({ slots }: UsualPairs, left: number, right: number): number {
  if (slots.length === 0) return 0
  const pair = numberOf(left, right)
  const slot = pair >>> (26 - slotBits)
  const tag = (pair & 0x3ff) << 4
  for (let far = 0; far <= farthest; far++) {
    const kept = slots[(slot + far) & lastSlot]!
    if (kept >>> 2 === (tag | far)) return kept & 3
    if (kept === 0) return 0
  }
  return 0
}

/** A table that says nothing. */
export function noUsualPairs(): UsualPairs {
  return { slots: new Uint16Array(0) }
}

/** Collects the usual pairs of a model: the most frequent ones first, since later ones may find no room. */
export function collectUsualPairs(model: Pick<LanguageModel, 'characters' | 'grams' | 'pairs' | 'joins'>): UsualPairs {
  const found: { readonly pair: number; readonly count: number; readonly said: number }[] = []
  const ids = new Uint16Array(2)
  const end = firstCharacter + model.characters.characters.length
  for (let left = kind.digit; left < end; left++) {
    for (let right = kind.digit; right < end; right++) {
      if (!mayKnowPair(model.pairs, left, right)) continue
      ids[0] = left
      ids[1] = right
      const count = countOf(model.grams, gramHash(ids, 0, 2))
      if (count <= usualCount) continue
      const said = saidOf(count, mayKnowPair(model.joins, left, right))
      found.push({ pair: numberOf(left, right), count, said })
    }
  }
  const usual = { slots: new Uint16Array(1 << slotBits) }
  for (const { pair, said } of found.sort((one, other) => other.count - one.count)) put(usual, pair, said)
  return usual
}

function put({ slots }: UsualPairs, pair: number, said: number): void {
  const slot = pair >>> (26 - slotBits)
  for (let far = 0; far <= farthest; far++) {
    const at = (slot + far) & lastSlot
    if (slots[at] !== 0) continue
    slots[at] = ((((pair & 0x3ff) << 4) | far) << 2) | said
    return
  }
}

function saidOf(count: number, joins: boolean): number {
  if (joins && count > vouchingCount) return usualness.vouches
  return count > orderedCount ? usualness.ordered : usualness.usual
}

/** A number of 26 bits; an odd factor keeps different pairs different. */
function numberOf(left: number, right: number): number {
  return Math.imul((left << 13) | right, 0x9e3779b1) & 0x3ff_ffff
}
