import { looksAlike, shapeNeighbours } from './shape.ts'
import { fuzzyHomophones, homophones, soundCloseness } from './sound.ts'

/** What writing one character for another costs in a weighted edit distance; leaving one out or adding one costs 1. */
const substitutionWeights: Readonly<Record<'sameSound' | 'alike' | 'unlike', number>> = {
  sameSound: 0.4,
  alike: 0.5,
  unlike: 1,
}

/** The weight of `written` in the place of `meant`: 0 when equal, less than 1 when they sound or look alike. */
export function substitutionWeight(written: string, meant: string): number {
  if (written === meant) return 0
  const pair = written.charCodeAt(0) * 0x10000 + meant.charCodeAt(0)
  const known = weighed.get(pair)
  if (known !== undefined) return known
  const weight = weigh(written, meant)
  if (weighed.size > mostWeighed) weighed.clear()
  weighed.set(pair, weight)
  return weight
}

function weigh(written: string, meant: string): number {
  const sound = soundCloseness(written, meant)
  if (sound === 'same') return substitutionWeights.sameSound
  if (sound === 'fuzzy' || looksAlike(written, meant)) return substitutionWeights.alike
  return substitutionWeights.unlike
}

/** Whether two different characters sound or look alike. */
export function isAlike(a: string, b: string): boolean {
  return a !== b && substitutionWeight(a, b) < substitutionWeights.unlike
}

/** Every character that sounds or looks like `char`, likely confusions first: homophones, look-alikes, near sounds. */
export function alike(char: string): readonly string[] {
  const known = listed.get(char)
  if (known !== undefined) return known
  const all = [...new Set([...homophones(char), ...shapeNeighbours(char), ...fuzzyHomophones(char)])]
  listed.set(char, all)
  return all
}

/** The pairs of a text recur; the memory is emptied when it grows beyond this. */
const mostWeighed = 100_000
const weighed = new Map<number, number>()

/** Grows to the characters of the language at most. */
const listed = new Map<string, readonly string[]>()
