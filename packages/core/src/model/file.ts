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
}

const magic = 'kanwu model 3\n'

/**
 * The model as one file: a line that names the format, a line of ASCII JSON, then the characters and the tables (two bytes a
 * piece, low byte first; a word is two pieces), then the rarities and how long each list of confusions is.
 */
export function encodeModel(model: LanguageModel): Uint8Array {
  const { title, total, wordTotal } = model
  const characters = writeUnits(model.characters.characters)
  const { grams, words, pairs, joins, confusions, rarity } = model
  const wordUnits = halves(words.slots)
  const tables = [characters, grams.slots, wordUnits, pairs.bits, joins.bits, confusions.entries]
  const sizes = {
    characters: characters.length,
    grams: grams.slots.length,
    words: wordUnits.length,
    confusions: confusions.entries.length,
  }
  const header: Header = { title, total, wordTotal, ...sizes }
  const head = `${magic}${asciiJson(header)}\n`
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
 * Reads what {@link encodeModel} wrote.
 * @throws ModelError when the bytes are no model of this format or end early.
 */
export function decodeModel(bytes: Uint8Array): LanguageModel {
  const headed = bytes.indexOf(10, bytes.indexOf(10) + 1)
  const header = readHeader(String.fromCharCode(...bytes.subarray(0, Math.min(headed, longestHead))))
  const charactersEnd = headed + 1 + 2 * header.characters
  const gramsEnd = charactersEnd + 2 * header.grams
  const wordsEnd = gramsEnd + 2 * header.words
  const pairsEnd = wordsEnd + 2 * filterUnits
  const joinsEnd = pairsEnd + 2 * filterUnits
  const confusionsEnd = joinsEnd + 2 * header.confusions
  const rarityEnd = confusionsEnd + header.characters + firstCharacter
  if (bytes.length !== rarityEnd + listed) throw new ModelError('模型文件不完整')
  return {
    title: header.title,
    characters: characterTable(readText(bytes.subarray(headed + 1, charactersEnd))),
    total: header.total,
    wordTotal: header.wordTotal,
    rarity: new Uint8Array(bytes.subarray(confusionsEnd, rarityEnd)),
    confusions: confusionTable(
      new Uint8Array(bytes.subarray(rarityEnd)),
      readUnits(bytes.subarray(joinsEnd, confusionsEnd)),
    ),
    grams: { slots: readUnits(bytes.subarray(charactersEnd, gramsEnd)) },
    words: { slots: readWide(bytes.subarray(gramsEnd, wordsEnd)) },
    pairs: { bits: readUnits(bytes.subarray(wordsEnd, pairsEnd)) },
    joins: { bits: readUnits(bytes.subarray(pairsEnd, joinsEnd)) },
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
  if (!head.startsWith(magic)) throw new ModelError('不是本版本的模型文件')
  try {
    return JSON.parse(head.slice(magic.length)) as Header
  } catch {
    throw new ModelError('模型文件头无法读取')
  }
}

/** A copy, because the file's tables begin at odd places; on the usual machines the bytes are in order as they are. */
function readUnits(bytes: Uint8Array): Uint16Array {
  const copy = new Uint8Array(bytes)
  if (!LITTLE_ENDIAN) for (let at = 0; at + 1 < copy.length; at += 2) copy.subarray(at, at + 2).reverse()
  return new Uint16Array(copy.buffer, copy.byteOffset, copy.length >>> 1)
}

/** The same for pieces of four bytes. */
function readWide(bytes: Uint8Array): Uint32Array {
  const copy = new Uint8Array(bytes)
  if (!LITTLE_ENDIAN) for (let at = 0; at + 3 < copy.length; at += 4) copy.subarray(at, at + 4).reverse()
  return new Uint32Array(copy.buffer, copy.byteOffset, copy.length >>> 2)
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
