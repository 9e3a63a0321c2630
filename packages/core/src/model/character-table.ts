/** Which number stands for which character in a language model. */
export interface CharacterTable {
  /** The known Han characters in the order of their numbers, the first being {@link firstCharacter}. */
  readonly characters: string
  /** For each UTF-16 unit its number: a kind below {@link firstCharacter}, or a known character. */
  readonly ids: Uint16Array
}

/** Numbers below {@link firstCharacter}: what a unit is when it is no known Han character. */
export const kind = { boundary: 0, digit: 1, letter: 2, unknown: 3 } as const

/** The number of the first known character. */
export const firstCharacter = 4

/** Boundaries before the first and after the last unit of an encoded text: the longest run counted, less one. */
export const margin = 3

const HAN = { from: 0x3400, to: 0x9fff } as const

/** From an ASCII character to its full-width form. */
const WIDE = 0xfee0

/** Whether a UTF-16 unit is a Han character of the basic planes. */
export function isHan(unit: number): boolean {
  return unit >= HAN.from && unit <= HAN.to
}

/** Builds the table for the given known characters, each at most once. */
export function characterTable(characters: string): CharacterTable {
  const ids = new Uint16Array(65_536)
  ids.fill(kind.unknown, HAN.from, HAN.to + 1)
  for (let unit = 0; unit < 128; unit++) ids[unit] = ids[unit + WIDE] = kindOf(unit)
  for (let index = 0; index < characters.length; index++) ids[characters.charCodeAt(index)] = firstCharacter + index
  return { characters, ids }
}

/** The text's numbers, one a UTF-16 unit, with {@link margin} boundaries on both sides and one to spare. */
export function encode(text: string, table: CharacterTable): Uint16Array {
  return encodeInto(text, table, new Uint16Array(encodedSize(text)))
}

/** The same into an array with room for {@link encodedSize}, whose first {@link margin} numbers are boundaries. */
export function encodeInto(text: string, { ids }: CharacterTable, encoded: Uint16Array): Uint16Array {
  const { length } = text
  for (let index = 0; index < length; index++) encoded[index + margin] = ids[text.charCodeAt(index)]!
  return encoded.fill(kind.boundary, length + margin, encodedSize(text))
}

/** How many numbers an encoded text has. */
export function encodedSize(text: string): number {
  return text.length + 2 * margin + 1
}

/** Of an ASCII character; everything else that is no Han character is a boundary. */
function kindOf(unit: number): number {
  if (unit >= 48 && unit <= 57) return kind.digit
  const lower = unit | 32
  return lower >= 97 && lower <= 122 ? kind.letter : kind.boundary
}
