import type { CharacterTable } from './character-table.ts'
import type { ConfusionTable } from './confusions.ts'
import type { GapTable } from './gap-table.ts'
import { countOf, type GramTable, gramHash, pairHash } from './gram-table.ts'
import type { PairFilter } from './pair-filter.ts'
import type { UsualPairs } from './usual-pairs.ts'
import { frequencyOf, type WordTable } from './word-table.ts'

/** What is known of the language: how often runs of one to four characters occur, and which runs are words. */
export interface LanguageModel {
  /** What the counts were taken from, for people. */
  readonly title: string
  readonly characters: CharacterTable
  /** Runs of one to four characters; runs may begin or end with a boundary. */
  readonly grams: GramTable
  /** A publisher's own counts, added to `grams`. */
  readonly own?: GramTable
  /** Which runs of two may be in `grams` or `own`. */
  readonly pairs: PairFilter
  /** Words of one to four characters with their frequency in general language. */
  readonly words: WordTable
  /** Pairs that vouch for the characters in them. */
  readonly usual: UsualPairs
  /** Which pairs stand in words. */
  readonly joins: PairFilter
  /** Which inner character words of four lack. */
  readonly gaps: GapTable
  /** For each number of the character table, −ln of its probability times {@link rarityScale}. */
  readonly rarity: Uint8Array
  /** Which characters are written for which. */
  readonly confusions: ConfusionTable
  /** Characters counted for `grams`. */
  readonly total: number
  /** Sum of the frequencies of `words`. */
  readonly wordTotal: number
}

/** Gives the model when it is first needed; `undefined` when the host has none. Must give the same one each time. */
export type ModelProvider = () => LanguageModel | undefined

/** The scale of {@link LanguageModel.rarity}. */
export const rarityScale = 13

/** Longest run that is counted. */
export const longestGram = 4

/** Longest word that is known. */
export const longestWord = 4

/** About how often the run `ids[from]` to `ids[to - 1]` was counted. */
export function gramCount(model: LanguageModel, ids: Uint16Array, from: number, to: number): number {
  const hash = gramHash(ids, from, to)
  const count = countOf(model.grams, hash)
  return model.own === undefined ? count : count + countOf(model.own, hash)
}

/** The frequency of the word `ids[from]` to `ids[to - 1]`; 0 when it is none. */
export function wordCount(model: Pick<LanguageModel, 'words'>, ids: Uint16Array, from: number, to: number): number {
  return frequencyOf(model.words, gramHash(ids, from, to))
}

/** The same of a word of two characters. */
export function pairWordCount({ words }: Pick<LanguageModel, 'words'>, left: number, right: number): number {
  return frequencyOf(words, pairHash(left, right))
}

/** The probability of a character by itself. */
export function characterProbability(model: Pick<LanguageModel, 'rarity'>, id: number): number {
  return probabilities[model.rarity[id] ?? 255]!
}

const probabilities = Float64Array.from({ length: 256 }, (_, step) => Math.exp(-step / rarityScale))
