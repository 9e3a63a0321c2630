import { isAlike } from '../../language/similarity.ts'
import { syllables } from '../../language/sound.ts'
import { prepare } from '../../rulebook/prepared.ts'
import type { Rulebook } from '../../types.ts'
import { buildPairTable, listOf, type PairTable, pairKey } from '../pair-table.ts'

/** Common words of two characters by their sound and by each of their characters. */
export interface LikeWords {
  /**
   * The words that may be meant by two UTF-16 units: which sound, tones apart, as the two may be read, or which share
   * one of them and have one of like shape or near sound for the other.
   */
  wordsLike(first: number, second: number): readonly string[]
}

const han = { from: 0x4e00, to: 0x9fff } as const
/** Readings that are kept of a character. */
const readings = 2

/** What the snapshot keeps: numbers only. */
interface WordTables {
  /** For each Han character the numbers of its syllables, as many as {@link readings}; 0 where there is none. */
  readonly sounds: Uint16Array
  /** From the numbers of two syllables to the units of their words. */
  readonly words: PairTable
  /** From a unit and {@link side} to the units beside it in words. */
  readonly beside: PairTable
}

/** Whether a unit is the first of its words or the second. */
const side = { first: 1, second: 2 } as const

/** The words of a catalog with the column form, by sound; kept in the rulebook's store. */
export function prepareLikeWords(rulebook: Rulebook, catalog: string): LikeWords {
  const tables = prepare(rulebook.prepared, `mistyped ${catalog}`, () => build(rulebook, catalog))
  return {
    wordsLike: (first, second) => [...soundingLike(tables(), first, second), ...sharing(tables(), first, second)],
  }
}

/** Words that share one character with what is written; those of equal sound are found by sound. */
function sharing({ beside }: WordTables, first: number, second: number): readonly string[] {
  const [one, two] = [String.fromCharCode(first), String.fromCharCode(second)]
  const found: string[] = []
  for (const unit of listOf(beside, pairKey(first, side.first)) ?? []) {
    const other = String.fromCharCode(unit)
    if (isAlike(two, other)) found.push(one + other)
  }
  for (const unit of listOf(beside, pairKey(second, side.second)) ?? []) {
    const other = String.fromCharCode(unit)
    if (isAlike(one, other)) found.push(other + two)
  }
  return found
}

function soundingLike({ sounds, words }: WordTables, first: number, second: number): readonly string[] {
  const found: string[] = []
  for (const one of soundsOf(first, sounds)) {
    for (const two of soundsOf(second, sounds)) {
      const units = listOf(words, pairKey(one, two))
      if (units === undefined) continue
      for (let at = 0; at < units.length; at += 2) found.push(String.fromCharCode(units[at]!, units[at + 1]!))
    }
  }
  return found
}

function build(rulebook: Rulebook, catalog: string): WordTables {
  const sounds = soundNumbers()
  const words = new Map<number, number[]>()
  const beside = new Map<number, number[]>()
  const add = (map: Map<number, number[]>, key: number, units: readonly number[]) => {
    const known = map.get(key)
    if (known === undefined) map.set(key, [...units])
    else known.push(...units)
  }
  for (const { form = '' } of rulebook.catalogs[catalog]?.rows ?? []) {
    const [first, second] = [form.charCodeAt(0), form.charCodeAt(1)]
    for (const one of soundsOf(first, sounds)) {
      for (const two of soundsOf(second, sounds)) {
        add(words, pairKey(one, two), [first, second])
      }
    }
    add(beside, pairKey(first, side.first), [second])
    add(beside, pairKey(second, side.second), [first])
  }
  return { sounds, words: buildPairTable(words), beside: buildPairTable(beside) }
}

/** The numbers of all characters' syllables, in the order in which the syllables are met. */
function soundNumbers(): Uint16Array {
  const numbers = new Map<string, number>()
  const sounds = new Uint16Array((han.to - han.from + 1) * readings)
  for (let unit: number = han.from; unit <= han.to; unit++) {
    for (const [index, syllable] of syllables(String.fromCharCode(unit)).slice(0, readings).entries()) {
      const number = numbers.get(syllable) ?? numbers.size + 1
      numbers.set(syllable, number)
      sounds[(unit - han.from) * readings + index] = number
    }
  }
  return sounds
}

function soundsOf(unit: number, sounds: Uint16Array): readonly number[] {
  if (unit < han.from || unit > han.to) return []
  const start = (unit - han.from) * readings
  const [first = 0, second = 0] = [sounds[start], sounds[start + 1]]
  return first === 0 ? [] : second === 0 ? [first] : [first, second]
}
