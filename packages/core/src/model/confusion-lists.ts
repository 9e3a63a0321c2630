import { shapeNeighbours } from '../language/shape.ts'
import { fuzzyHomophones, homophones, syllables } from '../language/sound.ts'
import { firstCharacter } from './character-table.ts'
import {
  type Confusion,
  type ConfusionTable,
  confusionEntry,
  confusionTable,
  firstListed,
  listed,
} from './confusions.ts'
import { characterProbability, type LanguageModel } from './language-model.ts'
import { wordCost } from './word-path.ts'

/** What the lists are made from. */
export interface ConfusionSources extends Pick<LanguageModel, 'characters' | 'rarity' | 'words' | 'wordTotal'> {
  /** Groups of characters that share a component and stand in each other's place by slip of eye or hand. */
  readonly shapes: readonly string[]
}

/** A character rarer than this is not proposed. */
const leastProbability = 1e-5

/** Lists for each Han character the known ones that sound or look like it. */
export function listConfusions(sources: ConfusionSources): ConfusionTable {
  const groups = groupsOf(sources.shapes)
  const lists = Array.from({ length: listed }, (_, at) => {
    const written = String.fromCharCode(firstListed + at)
    return list(written, groups.get(written) ?? '', sources)
  })
  return confusionTable(
    Uint8Array.from(lists, ({ length }) => length),
    Uint16Array.from(lists.flat()),
  )
}

/** A character that is confused in several ways is listed once: by sound rather than shape, by shape rather than nearly by sound. */
function list(written: string, shapes: string, sources: ConfusionSources): readonly number[] {
  const { ids } = sources.characters
  const alone = wordCost(sources, Uint16Array.of(ids[written.charCodeAt(0)]!), 0, 1)
  const found = new Map<string, Confusion>()
  for (const character of fuzzyHomophones(written))
    if (!usualReadings.has(character)) found.set(character, 'fuzzy-sound')
  for (const character of [...shapeNeighbours(written), ...shapes]) found.set(character, 'shape')
  for (const character of homophones(written)) if (isHeard(written, character)) found.set(character, 'sound')
  found.delete(written)
  return [...found].flatMap(([character, confusion]) => {
    const id = ids[character.charCodeAt(0)]!
    if (id < firstCharacter || characterProbability(sources, id) <= leastProbability) return []
    return [confusionEntry(id, confusion, { likelierAlone: wordCost(sources, Uint16Array.of(id), 0, 1) > alone })]
  })
}

/** A character of several readings is mistaken for what sounds like its usual one: 的 is never typed for 抵. */
function isHeard(written: string, meant: string): boolean {
  const heard = readingsOf(written)
  return readingsOf(meant).some((reading) => heard.includes(reading))
}

function readingsOf(character: string): readonly string[] {
  const usual = usualReadings.get(character)
  return usual === undefined ? syllables(character) : [usual]
}

/** Common characters with several readings, and the usual one. */
const usualReadings: ReadonlyMap<string, string> = new Map(
  '的de 地di 得de 了le 着zhe 其qi 和he 还hai 都dou 不bu 没mei 为wei 与yu 将jiang 被bei 把ba 过guo 强qiang 系xi 大da 会hui 石shi 家jia 识shi 合he'
    .split(' ')
    .map((pair) => [pair[0]!, pair.slice(1)]),
)

/** For each character all groups that it is in, joined. */
function groupsOf(groups: readonly string[]): ReadonlyMap<string, string> {
  const joined = new Map<string, string>()
  for (const group of groups) {
    for (const character of new Set(group)) joined.set(character, (joined.get(character) ?? '') + group)
  }
  return joined
}
