import { shapeNeighbours } from '../language/shape.ts'
import { fuzzyHomophones, homophones } from '../language/sound.ts'
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
  for (const character of fuzzyHomophones(written)) found.set(character, 'fuzzy-sound')
  for (const character of [...shapeNeighbours(written), ...shapes]) found.set(character, 'shape')
  for (const character of homophones(written)) found.set(character, 'sound')
  found.delete(written)
  return [...found].flatMap(([character, confusion]) => {
    const id = ids[character.charCodeAt(0)]!
    if (id < firstCharacter || characterProbability(sources, id) <= leastProbability) return []
    return [confusionEntry(id, confusion, { likelierAlone: wordCost(sources, Uint16Array.of(id), 0, 1) > alone })]
  })
}

/** For each character all groups that it is in, joined. */
function groupsOf(groups: readonly string[]): ReadonlyMap<string, string> {
  const joined = new Map<string, string>()
  for (const group of groups) {
    for (const character of new Set(group)) joined.set(character, (joined.get(character) ?? '') + group)
  }
  return joined
}
