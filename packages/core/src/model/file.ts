import { characterTable, firstCharacter } from './character-table.ts'
import { confusionTable, listed } from './confusions.ts'
import type { LanguageModel } from './language-model.ts'
import { filterUnits, joinFilters } from './pair-filter.ts'

/** A model's bytes were not what they should be. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
}

interface Header {
  readonly title: string
  /** Known characters. */
  readonly characters: number
  readonly total: number
  readonly wordTotal: number
  readonly grams: number
  readonly words: number
  /** Entries of all lists of confusions. */
  readonly confusions: number
  /** Halves of the table of gaps, and usual pairs; the former format had none. */
  readonly gaps?: number
  readonly usual?: number
}

const magic = 'kanwu model 5\n'
/** The format before, in which publishers' own counts may lie: it lacks what only the model that ships has. */
const formerMagic = 'kanwu model 4\n'

/**
 * The model as one file: a line that names the format, a line of ASCII JSON, then from a multiple of four on the words
 * and the gaps in them (four bytes a piece, low byte first), the other tables and the characters (two bytes a piece), the rarities and how
 * long each list of confusions is: each table can be used where it lies.
 */
export function encodeModel(model: LanguageModel): Uint8Array {
  const { title, total, wordTotal } = model
  const characters = writeUnits(model.characters.characters)
  const { grams, words, gaps, pairs, joins, usual, confusions, rarity } = model
  const wordUnits = halves(words.slots)
  const gapUnits = halves(gaps.slots)
  const tables = [wordUnits, gapUnits, grams.slots, pairs.bits, joins.bits, usual.slots, confusions.entries, characters]
  const sizes = {
    characters: characters.length,
    grams: grams.slots.length,
    words: wordUnits.length,
    gaps: gapUnits.length,
    usual: usual.slots.length,
    confusions: confusions.entries.length,
  }
  const header: Header = { title, total, wordTotal, ...sizes }
  const json = asciiJson(header)
  const head = `${magic}${json}${' '.repeat(3 - ((magic.length + json.length) % 4))}\n`
  const doubles = 2 * tables.reduce((sum, table) => sum + table.length, 0)
  const bytes = new Uint8Array(head.length + doubles + rarity.length + confusions.lengths.length)
  for (let at = 0; at < head.length; at++) bytes[at] = head.charCodeAt(at)
  let at = head.length
  for (const table of tables) {
    for (const unit of table) {
      bytes[at++] = unit & 255
      bytes[at++] = unit >>> 8
    }
  }
  bytes.set(rarity, at)
  bytes.set(confusions.lengths, at + rarity.length)
  return bytes
}

/**
 * Reads what {@link encodeModel} wrote. The model uses the bytes where they lie: they must not change afterwards.
 * @throws ModelError when the bytes are no model of this format or end early.
 */
export function decodeModel(bytes: Uint8Array): LanguageModel {
  const headed = bytes.indexOf(10, bytes.indexOf(10) + 1)
  const header = readHeader(String.fromCharCode(...bytes.subarray(0, Math.min(headed, longestHead))))
  const wordsEnd = headed + 1 + 2 * header.words
  const gapsEnd = wordsEnd + 2 * (header.gaps ?? 0)
  const gramsEnd = gapsEnd + 2 * header.grams
  const pairsEnd = gramsEnd + 2 * filterUnits
  const joinsEnd = pairsEnd + 2 * filterUnits
  const usualEnd = joinsEnd + 2 * (header.usual ?? 0)
  const confusionsEnd = usualEnd + 2 * header.confusions
  const charactersEnd = confusionsEnd + 2 * header.characters
  const rarityEnd = charactersEnd + header.characters + firstCharacter
  if (bytes.length !== rarityEnd + listed) throw new ModelError('模型文件不完整')
  return {
    title: header.title,
    characters: characterTable(readText(bytes.subarray(confusionsEnd, charactersEnd))),
    total: header.total,
    wordTotal: header.wordTotal,
    rarity: readBytes(bytes.subarray(charactersEnd, rarityEnd)),
    confusions: confusionTable(
      readBytes(bytes.subarray(rarityEnd)),
      readUnits(bytes.subarray(usualEnd, confusionsEnd)),
    ),
    grams: { slots: readUnits(bytes.subarray(gapsEnd, gramsEnd)) },
    gaps: { slots: readWide(bytes.subarray(wordsEnd, gapsEnd)) },
    words: { slots: readWide(bytes.subarray(headed + 1, wordsEnd)) },
    pairs: { bits: readUnits(bytes.subarray(gramsEnd, pairsEnd)) },
    joins: { bits: readUnits(bytes.subarray(pairsEnd, joinsEnd)) },
    usual: { slots: readUnits(bytes.subarray(joinsEnd, usualEnd)) },
  }
}

/**
 * A model that also counts what `own` counted; words stay those of `base`.
 * @throws ModelError when the two number their characters differently.
 */
export function withOwnCounts(base: LanguageModel, own: LanguageModel): LanguageModel {
  if (base.characters.characters !== own.characters.characters) throw new ModelError('两个模型的字表不同')
  return {
    ...base,
    title: `${base.title}；${own.title}`,
    own: own.grams,
    pairs: joinFilters(base.pairs, own.pairs),
    total: base.total + own.total,
  }
}

const longestHead = 4096

function asciiJson(value: object): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function readHeader(head: string): Header {
  if (!head.startsWith(magic) && !head.startsWith(formerMagic)) throw new ModelError('不是本版本的模型文件')
  try {
    return JSON.parse(head.slice(magic.length)) as Header
  } catch {
    throw new ModelError('模型文件头无法读取')
  }
}

function readBytes({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length)
}

/** The bytes themselves where they lie well and in this machine's order, else a copy. */
function readUnits(bytes: Uint8Array): Uint16Array {
  const { buffer, byteOffset, length } = LITTLE_ENDIAN && bytes.byteOffset % 2 === 0 ? bytes : inOrder(bytes, 2)
  return new Uint16Array(buffer, byteOffset, length >>> 1)
}

/** The same for pieces of four bytes. */
function readWide(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = LITTLE_ENDIAN && bytes.byteOffset % 4 === 0 ? bytes : inOrder(bytes, 4)
  return new Uint32Array(buffer, byteOffset, length >>> 2)
}

function inOrder(bytes: Uint8Array, size: number): Uint8Array {
  const copy = new Uint8Array(bytes)
  if (!LITTLE_ENDIAN) for (let at = 0; at + size <= copy.length; at += size) copy.subarray(at, at + size).reverse()
  return copy
}

/** Pieces of four bytes as pieces of two, the low half first. */
function halves(wide: Uint32Array): Uint16Array {
  return Uint16Array.from({ length: wide.length * 2 }, (_, at) => wide[at >>> 1]! >>> ((at & 1) * 16))
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

function writeUnits(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

function readText(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(bytes)
}
