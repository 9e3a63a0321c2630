// Turns the word model of open-gram (CC BY-SA 3.0; Debian package sunpinyin-data) into counts of character runs:
// tslminfo -v -p lm_sc.t3g > lm.arpa   # of Debian's sunpinyin-utils
// node scripts/typos-general.mjs --words pydict_sc.bin --model lm.arpa --output general.tsv.gz
// Rows: run, tab, count expected in a text of WORDS words; a blank in a run is a boundary.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'

const { values } = parseArgs({
  options: { words: { type: 'string' }, model: { type: 'string' }, output: { type: 'string' } },
})

/** The length of the text that the counts are given for. */
const textWords = 40e6
/** Runs expected less often than this are left out. */
const leastCount = 1
const longestRun = 4
/** Numbers of the model's marks; words begin behind them. */
const marks = { from: 70, to: 99 }

const words = readWordTexts(readFileSync(values.words))
/** Expected counts of words, and of words behind a word. */
const chances = new Float64Array(words.length)
const pairs = new Map()
const counts = Array.from({ length: longestRun + 1 }, () => new Map())
let level = 0
for await (const line of createInterface({ input: createReadStream(values.model) })) {
  if (line.startsWith('\\')) level = Number(line[1])
  else addRow(line.trim().split(/\s+/))
}
const rows = counts.flatMap((runs) => [...runs]).filter(([, count]) => count >= leastCount)
writeFileSync(values.output, gzipSync(rows.map(([run, count]) => `${run}\t${count.toFixed(1)}\n`).join('')))
console.log(`${values.output}: ${rows.length} runs`)

/** The texts of the word numbers: UTF-32 strings that end with 0, from the offset in the third field on. */
function readWordTexts(bytes) {
  const texts = []
  let at = bytes.readUInt32LE(8)
  for (let number = 0; number < bytes.readUInt32LE(0); number++) {
    let text = ''
    for (let unit = bytes.readUInt32LE(at); unit !== 0; unit = bytes.readUInt32LE(at)) {
      text += String.fromCodePoint(unit)
      at += 4
    }
    at += 4
    texts.push(number >= marks.from && number <= marks.to ? ' ' : /^\p{Script=Han}+$/u.test(text) ? text : '')
  }
  return texts
}

/** One word, or a word behind one or two others, with its probability there. */
function addRow(fields) {
  if (level === 0) return
  const [first, second, third] = fields.slice(0, level).map(Number)
  const chance = Number(fields[level])
  if (level === 1) chances[first] = chance * textWords
  const before = level === 1 ? textWords : level === 2 ? chances[first] : (pairs.get(keyOf(first, second)) ?? 0)
  if (level === 2) pairs.set(keyOf(first, second), before * chance)
  const parts = [first, second, third].slice(0, level).map((number) => words[number] ?? '')
  if (parts.every(Boolean)) addRuns(parts, before * chance)
}

function keyOf(first, second) {
  return first * words.length + second
}

/** All runs of the joined parts that hold a character of each part; marks stand at the ends only. */
function addRuns(parts, count) {
  if (parts.slice(1, -1).includes(' ')) return
  const text = parts.join('')
  const latestStart = parts[0].length - 1
  const earliestEnd = text.length - parts.at(-1).length + 1
  for (let start = 0; start <= latestStart; start++) {
    for (let end = Math.max(earliestEnd, start + 1); end <= text.length && end - start <= longestRun; end++) {
      const run = text.slice(start, end)
      if (run.trim() === '') continue
      const runs = counts[end - start]
      runs.set(run, (runs.get(run) ?? 0) + count)
    }
  }
}
