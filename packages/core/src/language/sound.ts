import { soundTable } from './sound-table.ts'

/** How near two characters sound: the same syllable whatever the tone, one that speakers mix up (zh/z, n/l, in/ing), or neither. */
export type SoundCloseness = 'same' | 'fuzzy' | 'none'

/** Whether two different characters share a syllable (tones apart), or one that speakers mix up. */
export function soundsAlike(a: string, b: string): boolean {
  return a !== b && soundCloseness(a, b) !== 'none'
}

/** The nearest that any reading of `a` comes to any reading of `b`. Characters without a reading are `none`. */
export function soundCloseness(a: string, b: string): SoundCloseness {
  const ofA = readings().get(a)
  const ofB = readings().get(b)
  if (ofA === undefined || ofB === undefined) return 'none'
  if (ofA.some((syllable) => ofB.includes(syllable))) return 'same'
  const classes = ofB.map(fuzzy)
  return ofA.some((syllable) => classes.includes(fuzzy(syllable))) ? 'fuzzy' : 'none'
}

/** The toneless syllables of a character, ü written v; empty when it has none. */
export function syllables(char: string): readonly string[] {
  return readings().get(char) ?? []
}

/** The characters that share a syllable with `char`, common ones first; without `char` itself. */
export function homophones(char: string): readonly string[] {
  const found = new Set<string>()
  for (const syllable of syllables(char)) for (const other of bySyllable().get(syllable) ?? '') found.add(other)
  found.delete(char)
  return [...found]
}

/** The characters whose syllable is only mixed up with one of `char`'s; homophones are not among them. */
export function fuzzyHomophones(char: string): readonly string[] {
  const own = syllables(char)
  const classes = new Set(own.map(fuzzy))
  const found = new Set<string>()
  for (const [syllable, characters] of bySyllable()) {
    if (own.includes(syllable) || !classes.has(fuzzy(syllable))) continue
    for (const other of characters) found.add(other)
  }
  for (const other of [char, ...homophones(char)]) found.delete(other)
  return [...found]
}

let syllableTable: ReadonlyMap<string, string> | undefined
let readingTable: ReadonlyMap<string, readonly string[]> | undefined
const fuzzyClasses = new Map<string, string>()

function bySyllable(): ReadonlyMap<string, string> {
  syllableTable ??= new Map(
    Array.from(soundTable.matchAll(/([a-z]+)([^a-z\s]+)/g), ([, syllable = '', characters = '']) => [
      syllable,
      characters,
    ]),
  )
  return syllableTable
}

function readings(): ReadonlyMap<string, readonly string[]> {
  if (readingTable !== undefined) return readingTable
  const table = new Map<string, string[]>()
  for (const [syllable, characters] of bySyllable()) {
    for (const char of characters) {
      const known = table.get(char)
      if (known === undefined) table.set(char, [syllable])
      else known.push(syllable)
    }
  }
  readingTable = table
  return table
}

/** Folds what southern and northern speakers mix up: zh/z ch/c sh/s, n/l, r/l, h/f, ang/an eng/en ing/in. */
function fuzzy(syllable: string): string {
  const known = fuzzyClasses.get(syllable)
  if (known !== undefined) return known
  const folded = syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=.)/, 'l')
    .replace(/^hu$/, 'fu')
    .replace(/^hui$/, 'fei')
    .replace(/^hun$/, 'fen')
    .replace(/^hu(?=[ao])/, 'f')
    .replace(/([aei])ng$/, '$1n')
  fuzzyClasses.set(syllable, folded)
  return folded
}
