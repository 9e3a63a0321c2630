import { shapeNeighbours } from '../../language/shape.ts'
import { fuzzyHomophones, homophones } from '../../language/sound.ts'
import { firstCharacter } from '../../model/character-table.ts'
import { characterProbability, type LanguageModel } from '../../model/language-model.ts'
import type { Confusion } from './suspicion.ts'

/** A character that may have been meant. */
export interface Candidate {
  readonly character: string
  readonly id: number
  readonly confusion: Confusion
}

/** A character rarer than this is not proposed. */
const leastProbability = 1e-5

/** Gives the known characters that sound or look like a written one; remembers what it gave. */
export function candidateSource(model: LanguageModel): (written: string) => readonly Candidate[] {
  const given = new Map<string, readonly Candidate[]>()
  return (written) => {
    const known = given.get(written)
    if (known !== undefined) return known
    const found = list(written, shapesOf(written, model.shapes), model)
    given.set(written, found)
    return found
  }
}

function list(written: string, shapes: string, model: LanguageModel): readonly Candidate[] {
  const confusions = new Map<string, Confusion>()
  for (const character of fuzzyHomophones(written)) confusions.set(character, 'fuzzy-sound')
  for (const character of [...shapeNeighbours(written), ...shapes]) confusions.set(character, 'shape')
  for (const character of homophones(written)) confusions.set(character, 'sound')
  confusions.delete(written)
  return [...confusions]
    .map(([character, confusion]) => ({ character, confusion, id: model.characters.ids[character.charCodeAt(0)]! }))
    .filter(({ id }) => id >= firstCharacter && characterProbability(model, id) > leastProbability)
}

/** All groups that a character is in, joined; few characters of a draft are ever asked about, so there is no index. */
function shapesOf(written: string, groups: readonly string[]): string {
  return groups.filter((group) => group.includes(written)).join('')
}
