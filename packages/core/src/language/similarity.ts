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
  const [first, second] = [written.charCodeAt(0), meant.charCodeAt(0)]
  const pair = (first << 16) | second
  const slot = (Math.imul(pair, 0x9e3779b1) >>> slotShift) & (slots - 1)
  if (pairs[slot] !== pair) {
    pairs[slot] = pair
    weights[slot] = weigh(written, meant)
  }
  return weights[slot]!
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

/** The pairs of a text recur: each is remembered until another takes its slot. */
const slots = 1 << 14
const slotShift = 18
const pairs = new Int32Array(slots)
const weights = new Float64Array(slots)

/** Grows to the characters of the language at most. */
const listed = new Map<string, readonly string[]>()
