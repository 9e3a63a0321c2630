import { type CharacterTable, characterTable, encode, firstCharacter, isHan, kind, margin } from './character-table.ts'
import { listConfusions } from './confusion-lists.ts'
import { confusionTable, listed } from './confusions.ts'
import { createGapTable, putGaps } from './gap-table.ts'
import { createGramTable, gramHash, putGram } from './gram-table.ts'
import { type LanguageModel, longestWord, rarityScale } from './language-model.ts'
import { createPairFilter, type PairFilter, putPair } from './pair-filter.ts'
import { collectUsualPairs, noUsualPairs } from './usual-pairs.ts'
import { createWordTable, putWord } from './word-table.ts'

/** A word of general language and how often it occurs. */
export interface CountedWord {
  readonly word: string
  readonly count: number
}

/** A run of one to four characters, a blank at either end for a boundary, and how often it counts. */
export interface CountedRun {
  readonly run: string
  readonly count: number
}

/** What a model is made from. */
export interface TrainingData {
  readonly title: string
  /** Paragraphs; runs do not cross them. */
  readonly lines: readonly string[]
  /** Runs that were counted elsewhere, added to those of the lines. */
  readonly runs?: readonly CountedRun[]
  readonly words: readonly CountedWord[]
  /** Groups of characters that look alike. */
  readonly shapes: readonly string[]
}

/** What a publisher's own model is made from. */
export type OwnData = Pick<TrainingData, 'title' | 'lines' | 'runs'>

/** Runs seen less often are not kept, for each length from one. */
const leastSeen = [1, 1, 2, 2] as const
/** Words of four less frequent than this are not looked for with a character left out. */
const leastGapped = 4
/** Runs are counted as one number, this many characters to a place. */
const radix = 8192

/** Counts lines and words into a model. Needs about 40 bytes a character while it runs. */
export function trainModel(data: TrainingData): LanguageModel {
  const characters = characterTable(knownCharacters(data))
  const rarity = rarityOf(data, characters)
  const words = countWords(data.words, characters)
  const counted = { ...countLines(data, characters), ...words }
  return {
    ...counted,
    usual: collectUsualPairs(counted),
    rarity,
    confusions: listConfusions({ characters, rarity, ...words, shapes: data.shapes }),
  }
}

/** Counts a publisher's own lines in the character numbers of `base`; the result has no words and lists of its own. */
export function trainOwnModel(data: OwnData, base: LanguageModel): LanguageModel {
  return {
    ...countLines(data, base.characters),
    words: createWordTable(0),
    joins: createPairFilter(),
    gaps: createGapTable(0),
    usual: noUsualPairs(),
    wordTotal: base.wordTotal,
    rarity: base.rarity,
    confusions: confusionTable(new Uint8Array(listed), new Uint16Array(0)),
  }
}

type Counted = Pick<LanguageModel, 'title' | 'characters' | 'grams' | 'pairs' | 'total'>

function countLines(data: OwnData, characters: CharacterTable): Counted {
  const texts = data.lines.map((line) => encode(line, characters))
  const others = packRuns(data.runs ?? [], characters)
  const lists = leastSeen.map((least, index) => withOthers(countRuns(texts, index + 1, least), others[index]!))
  const grams = createGramTable(lists.reduce((sum, list) => sum + list.runs.length, 0))
  lists.forEach((list, index) => {
    list.runs.forEach((run, at) => {
      putGram(grams, gramHash(unpack(run, index + 1), 0, index + 1), list.counts[at]!)
    })
  })
  return {
    title: data.title,
    characters,
    grams,
    pairs: filterOf(lists[1]!),
    total: Math.round(lists[0]!.counts.reduce((sum, count) => sum + count, 0)),
  }
}

function filterOf({ runs }: RunCounts): PairFilter {
  const filter = createPairFilter()
  for (const run of runs) putPair(filter, Math.floor(run / radix), run % radix)
  return filter
}

interface RunCounts {
  readonly runs: readonly number[]
  readonly counts: readonly number[]
}

/** Every run of one length with its count: all runs as numbers, sorted, equal ones counted. */
function countRuns(texts: readonly Uint16Array[], length: number, least: number): RunCounts {
  const all = new Float64Array(texts.reduce((sum, text) => sum + text.length, 0))
  let size = 0
  for (const text of texts) {
    for (let from = margin - 1; from + length <= text.length - margin; from++) {
      const run = pack(text, from, length)
      if (run >= 0) all[size++] = run
    }
  }
  const sorted = all.subarray(0, size).sort()
  const runs: number[] = []
  const counts: number[] = []
  for (let from = 0; from < size; ) {
    let to = from + 1
    while (to < size && sorted[to] === sorted[from]) to++
    if (to - from >= least) {
      runs.push(sorted[from]!)
      counts.push(to - from)
    }
    from = to
  }
  return { runs, counts }
}

/** The counts of runs as numbers, a map for each length. Runs with unknown characters are left out. */
function packRuns(runs: readonly CountedRun[], characters: CharacterTable): readonly Map<number, number>[] {
  const packed = leastSeen.map(() => new Map<number, number>())
  for (const { run, count } of runs) {
    const ids = encode(run, characters)
    const number = pack(ids, margin, run.length)
    if (number < 0 || ids.subarray(margin, margin + run.length).includes(kind.unknown)) continue
    const map = packed[run.length - 1]
    map?.set(number, (map.get(number) ?? 0) + count)
  }
  return packed
}

function withOthers({ runs, counts }: RunCounts, others: ReadonlyMap<number, number>): RunCounts {
  const known = new Set(runs)
  const added = [...others].filter(([run]) => !known.has(run))
  return {
    runs: [...runs, ...added.map(([run]) => run)],
    counts: [...counts.map((count, at) => count + (others.get(runs[at]!) ?? 0)), ...added.map(([, count]) => count)],
  }
}

/** A run as one number, or −1 when it has no Han character or runs over a boundary. */
function pack(text: Uint16Array, from: number, length: number): number {
  let run = 0
  let han = false
  for (let at = from; at < from + length; at++) {
    const id = text[at]!
    if (id === kind.boundary && at > from && at < from + length - 1) return -1
    if (id >= kind.unknown) han = true
    run = run * radix + id
  }
  return han ? run : -1
}

function unpack(run: number, length: number): Uint16Array {
  const ids = new Uint16Array(length)
  let rest = run
  for (let at = length - 1; at >= 0; at--) {
    ids[at] = rest % radix
    rest = Math.floor(rest / radix)
  }
  return ids
}

function countWords(
  words: readonly CountedWord[],
  characters: CharacterTable,
): Pick<LanguageModel, 'words' | 'joins' | 'gaps' | 'wordTotal'> {
  const kept = words.filter(({ word }) => word.length <= longestWord && allKnown(word, characters))
  const table = createWordTable(kept.length)
  const joins = createPairFilter()
  const long = kept.filter(({ word, count }) => word.length === longestWord && count >= leastGapped)
  const gaps = createGapTable(long.length)
  for (const { word } of long) putGaps(gaps, encode(word, characters).subarray(margin))
  for (const { word, count } of kept) {
    const ids = encode(word, characters).subarray(margin, margin + word.length)
    putWord(table, gramHash(ids, 0, word.length), count)
    for (let at = 1; at < word.length; at++) putPair(joins, ids[at - 1]!, ids[at]!)
  }
  return { words: table, joins, gaps, wordTotal: words.reduce((sum, { count }) => sum + count, 0) }
}

function allKnown(word: string, characters: CharacterTable): boolean {
  for (let at = 0; at < word.length; at++) {
    if (characters.ids[word.charCodeAt(at)]! < firstCharacter) return false
  }
  return true
}

/** The Han characters that occur at least twice, in code order. */
function knownCharacters({ lines, words }: TrainingData): string {
  const seen = new Uint32Array(65_536)
  for (const line of lines) for (let at = 0; at < line.length; at++) seen[line.charCodeAt(at)]!++
  for (const { word } of words) for (let at = 0; at < word.length; at++) seen[word.charCodeAt(at)]!++
  let known = ''
  seen.forEach((count, unit) => {
    if (count >= 2 && isHan(unit)) known += String.fromCharCode(unit)
  })
  if (known.length > radix - firstCharacter) throw new RangeError('字表超过 8188 字')
  return known
}

/** Four fifths the counted texts, one fifth general language, so that a character unknown to the law is not impossible. */
function rarityOf({ lines, words, runs = [] }: TrainingData, characters: CharacterTable): Uint8Array {
  const size = characters.characters.length + firstCharacter
  const counted = new Float64Array(size)
  const general = new Float64Array(size)
  for (const line of lines) for (let at = 0; at < line.length; at++) counted[characters.ids[line.charCodeAt(at)]!]!++
  for (const { run, count } of runs) if (run.length === 1) counted[characters.ids[run.charCodeAt(0)]!]! += count
  for (const { word, count } of words) {
    for (let at = 0; at < word.length; at++) general[characters.ids[word.charCodeAt(at)]!]! += count
  }
  const countedTotal = sumFrom(counted)
  const generalTotal = sumFrom(general)
  return Uint8Array.from({ length: size }, (_, id) => {
    const share = (0.8 * counted[id]!) / countedTotal + (0.2 * general[id]!) / generalTotal
    return Math.min(255, Math.round(-Math.log(Math.max(share, 2e-8)) * rarityScale))
  })
}

function sumFrom(counts: Float64Array): number {
  return counts.subarray(firstCharacter).reduce((sum, count) => sum + count, 1)
}
