import { kind, margin } from '../../model/character-table.ts'
import { tripleHash } from '../../model/gram-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import { mayKnowPair } from '../../model/pair-filter.ts'
import { togetherMost } from '../../model/together.ts'
import { doubt, type Places } from '../close-reading/places.ts'
import { findPair, type PairTable, pairKey } from '../pair-table.ts'
import { readRuns } from '../statistical/line.ts'

/** The words that may be meant, by the units of what is written, and the model that is asked. */
export interface MeantWords {
  readonly rights: PairTable
  readonly model: LanguageModel
}

const runs = new Int32Array(togetherMost)
const owners = new Int32Array(togetherMost)
let marks = new Uint8Array(0)

/**
 * Of the pairs of a list, 1 for each where a word that may be meant was counted with a neighbour; where none was, none
 * is vouched for. Nearly everywhere that is the answer, so the runs of all pairs are looked up together. Lasts until
 * the next list is read.
 */
export function markKnownRuns(places: Places, { rights, model }: MeantWords): Uint8Array {
  const { text, ids, pairs, doubts, pairCount } = places
  if (marks.length < pairCount) marks = new Uint8Array(2 * pairCount)
  marks.fill(0, 0, pairCount)
  const { from, length, lists } = rights
  const numbers = model.characters.ids
  let count = 0
  for (let index = 0; index < pairCount; index++) {
    if ((doubts[index]! & doubt.word) === 0) continue
    const at = pairs[index]!
    const slot = findPair(rights, pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)))
    if (slot < 0) continue
    const before = ids[at + margin - 1]!
    const behind = ids[at + margin + 2]!
    const end = from[slot]! + length[slot]!
    for (let word = from[slot]!; word < end; word += 2) {
      if (count > togetherMost - 2) count = mark(count, model)
      const first = numbers[lists[word]!]!
      const second = numbers[lists[word + 1]!]!
      if (before !== kind.boundary && mayKnowPair(model.pairs, before, first)) {
        owners[count] = index
        runs[count++] = tripleHash(before, first, second)
      }
      if (behind !== kind.boundary && mayKnowPair(model.pairs, second, behind)) {
        owners[count] = index
        runs[count++] = tripleHash(first, second, behind)
      }
    }
  }
  mark(count, model)
  return marks
}

/** Marks the owners of runs that were counted; returns how many runs are left to look up. */
function mark(count: number, model: LanguageModel): number {
  readRuns(model, runs, count)
  for (let index = 0; index < count; index++) if (runs[index] !== 0) marks[owners[index]!] = 1
  return 0
}
