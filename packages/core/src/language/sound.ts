import { soundTable } from './sound-table.ts'

/** How near two characters sound: the same syllable whatever the tone, one that speakers mix up (zh/z, n/l, in/ing), or neither. */
export type SoundCloseness = 'same' | 'fuzzy' | 'none'

/** Whether two different characters share a syllable (tones apart), or one that speakers mix up. */
export function soundsAlike(a: string, b: string): boolean {
  return a !== b && soundCloseness(a, b) !== 'none'
}

/** The nearest that any reading of `a` comes to any reading of `b`. Characters without a reading are `none`. */
export function soundCloseness(a: string, b: string): SoundCloseness {
  if (shareAny(syllables(a), syllables(b))) return 'same'
  return shareAny(soundClasses(a), soundClasses(b)) ? 'fuzzy' : 'none'
}

function shareAny(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) if (others.includes(one)) return true
  return false
}

/** What a character's syllables are mixed up with, as `fuzzy` folds them; remembered, for the same characters are asked about again. */
function soundClasses(char: string): readonly string[] {
  const known = classes.get(char)
  if (known !== undefined) return known
  const found = syllables(char).map(fuzzy)
  classes.set(char, found)
  return found
}

/** The toneless syllables of a character, ü written v; empty when it has none. */
export function syllables(char: string): readonly string[] {
  const known = readings.get(char)
  if (known !== undefined) return known
  const found = readSyllables(char)
  readings.set(char, found)
  return found
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
const readings = new Map<string, readonly string[]>()
const classes = new Map<string, readonly string[]>()
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

/** Looked up in the table as it stands: a draft asks about few of its characters. */
function readSyllables(char: string): readonly string[] {
  if (char.charCodeAt(0) < 0x3400) return []
  const found: string[] = []
  for (let at = soundTable.indexOf(char); at >= 0; at = soundTable.indexOf(char, at + char.length)) {
    let end = at
    while (end > 0 && !isLetter(soundTable.charCodeAt(end - 1))) end--
    let start = end
    while (start > 0 && isLetter(soundTable.charCodeAt(start - 1))) start--
    found.push(soundTable.slice(start, end))
  }
  return found
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122
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
