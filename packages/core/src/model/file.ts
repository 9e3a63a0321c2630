import { characterTable, firstCharacter } from './character-table.ts'
import type { LanguageModel } from './language-model.ts'

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
  /** UTF-16 units of the groups of shapes, blanks between them. */
  readonly shapes: number
}

const magic = 'kanwu model 1\n'

/**
 * The model as one file: a line that names the format, a line of ASCII JSON, then the characters, the shapes, the tables (all
 * two bytes a piece, low byte first) and the rarities.
 */
export function encodeModel(model: LanguageModel): Uint8Array {
  const { title, total, wordTotal } = model
  const characters = writeUnits(model.characters.characters)
  const shapes = writeUnits(model.shapes.join(' '))
  const { grams, words } = model
  const tables = [characters, shapes, grams.slots, words.slots]
  const sizes = {
    characters: characters.length,
    shapes: shapes.length,
    grams: grams.slots.length,
    words: words.slots.length,
  }
  const header: Header = { title, total, wordTotal, ...sizes }
  const head = `${magic}${asciiJson(header)}\n`
  const bytes = new Uint8Array(
    head.length + 2 * tables.reduce((sum, table) => sum + table.length, 0) + model.rarity.length,
  )
  for (let at = 0; at < head.length; at++) bytes[at] = head.charCodeAt(at)
  let at = head.length
  for (const table of tables) {
    for (const unit of table) {
      bytes[at++] = unit & 255
      bytes[at++] = unit >>> 8
    }
  }
  bytes.set(model.rarity, at)
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
  const shapesEnd = charactersEnd + 2 * header.shapes
  const gramsEnd = shapesEnd + 2 * header.grams
  const wordsEnd = gramsEnd + 2 * header.words
  if (bytes.length !== wordsEnd + header.characters + firstCharacter) throw new ModelError('模型文件不完整')
  return {
    title: header.title,
    characters: characterTable(readText(bytes.subarray(headed + 1, charactersEnd))),
    total: header.total,
    wordTotal: header.wordTotal,
    rarity: new Uint8Array(bytes.subarray(wordsEnd)),
    shapes: readText(bytes.subarray(charactersEnd, shapesEnd)).split(' ').filter(Boolean),
    grams: { slots: readUnits(bytes.subarray(shapesEnd, gramsEnd)) },
    words: { slots: readUnits(bytes.subarray(gramsEnd, wordsEnd)) },
  }
}

/**
 * A model that also counts what `own` counted; words stay those of `base`.
 * @throws ModelError when the two number their characters differently.
 */
export function withOwnCounts(base: LanguageModel, own: LanguageModel): LanguageModel {
  if (base.characters.characters !== own.characters.characters) throw new ModelError('两个模型的字表不同')
  return { ...base, title: `${base.title}；${own.title}`, own: own.grams, total: base.total + own.total }
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

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

function writeUnits(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

function readText(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(bytes)
}
