// Writes packages/core/src/matchers/homophone/weights.ts: logistic regression on words of official text that are
// replaced by others of the same sound, against the words that stand there.
// node scripts/typos-homophones-fit.mjs --text FILE [--text FILE …] [--print]
// Texts: one paragraph a line, none of which the language model was counted from.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { evidence, isInLonger, isVouchedFor, standing } from '../packages/core/dist/matchers/homophone/evidence.js'
import { encode, margin } from '../packages/core/dist/model/character-table.js'
import { defaultModel, hostSegmenter } from '../packages/node/dist/index.js'

const { values } = parseArgs({ options: { text: { type: 'string', multiple: true }, print: { type: 'boolean' } } })
const target = new URL('../packages/core/src/matchers/homophone/weights.ts', import.meta.url)
/** One word in so many is replaced; a word that is right weighs so much more, since real drafts hold few slips. */
const settings = { plantEvery: 25, rightWeight: 4, rounds: 4000, rate: 0.5, decay: 0.001 }

const model = defaultModel()
const segmenter = hostSegmenter()
const meantFor = readPairs()
const writtenFor = invert(meantFor)
const samples = []
const counts = { planted: 0, characters: 0 }
let seed = 11
for (const file of values.text) for (const line of readFileSync(file, 'utf8').split('\n')) readLine(line)
const { weights, names } = regress()
report()
if (!values.print) writeFileSync(target, moduleOf())

function readLine(line) {
  counts.characters += line.length
  const ids = encode(line, model.characters)
  for (let at = 0; at + 1 < line.length; at++) addSamples(ids, { line, at, meant: undefined })
  for (let at = 0; at + 1 < line.length; at++) {
    const meant = line.slice(at, at + 2)
    const others = writtenFor.get(meant)
    if (others === undefined || random() * settings.plantEvery > 1 || !isWord(line, at)) continue
    const written = others[Math.floor(random() * others.length)]
    const wrong = line.slice(0, at) + written + line.slice(at + 2)
    counts.planted++
    addSamples(encode(wrong, model.characters), { line: wrong, at, meant })
  }
}

/** What the matcher would weigh at the place; a slip when `meant` is the word that stood there. */
function addSamples(ids, { line, at, meant }) {
  const place = at + margin
  const written = line.slice(at, at + 2)
  const words = meantFor.get(written)
  if (words === undefined) return
  if (isVouchedFor(ids, place, model) || isInLonger(ids, place, model)) return
  const seen = standing(ids, place, model)
  for (const word of words) {
    if (meant !== undefined && word !== meant) continue
    const kept = [ids[place], ids[place + 1]]
    ids[place] = model.characters.ids[word.charCodeAt(0)]
    ids[place + 1] = model.characters.ids[word.charCodeAt(1)]
    const other = isVouchedFor(ids, place, model) ? standing(ids, place, model) : undefined
    ;[ids[place], ids[place + 1]] = kept
    if (other === undefined) continue
    const around = `${line.slice(Math.max(0, at - 6), at)}[${written}→${word}]${line.slice(at + 2, at + 8)}`
    samples.push({ isSlip: meant !== undefined, values: evidence(seen, other), around })
  }
}

function regress() {
  const names = Object.keys(samples[0].values)
  const rows = samples.map(({ values }) => names.map((name) => values[name]))
  const scale = names.map((_, column) => Math.max(1e-6, Math.sqrt(mean(rows.map((row) => row[column] ** 2)))))
  const weights = names.map(() => 0)
  for (let round = 0; round < settings.rounds; round++) {
    const slope = names.map(() => 0)
    rows.forEach((row, index) => {
      const { isSlip } = samples[index]
      const sum = row.reduce((total, value, column) => total + (weights[column] * value) / scale[column], 0)
      const miss = (1 / (1 + Math.exp(-sum)) - (isSlip ? 1 : 0)) * (isSlip ? 1 : settings.rightWeight)
      row.forEach((value, column) => {
        slope[column] += (miss * value) / scale[column]
      })
    })
    names.forEach((_, column) => {
      weights[column] -= settings.rate * (slope[column] / rows.length + settings.decay * weights[column])
    })
  }
  return { names, weights: weights.map((weight, column) => weight / scale[column]) }
}

/** Recall and false alarms by threshold, and the right words that look most like slips. */
function report() {
  const odds = samples.map(({ values }) => names.reduce((sum, name, at) => sum + weights[at] * values[name], 0))
  for (const threshold of [1, 2, 2.5, 3, 3.5, 4, 4.5, 5]) {
    const over = samples.filter((_, index) => odds[index] > threshold)
    const slips = over.filter(({ isSlip }) => isSlip).length
    const alarms = ((over.length - slips) / counts.characters) * 10_000
    console.log(`${threshold}: recall ${(slips / counts.planted).toFixed(3)}, alarms ${alarms.toFixed(3)} per 10,000`)
  }
  const rights = samples.map((sample, index) => ({ ...sample, odds: odds[index] })).filter(({ isSlip }) => !isSlip)
  rights.sort((one, other) => other.odds - one.odds)
  for (const { odds: value, around } of rights.slice(0, 60)) console.log(value.toFixed(1), around)
}

function moduleOf() {
  const lines = names.map((name, at) => `  ${name}: ${weights[at].toFixed(3)},`)
  return `// Written by scripts/typos-homophones-fit.mjs; do not edit.

/** The weight of each kind of evidence, by logistic regression on words planted for others of the same sound. */
export const weights = {
${lines.join('\n')}
}

/** The kinds of evidence; \`bias\` is always 1. */
export type EvidenceName = keyof typeof weights
`
}

function readPairs() {
  const text = readFileSync(new URL('../rules/catalogs/homophones.tsv', import.meta.url), 'utf8')
  const rows = text.split('\n').filter((line) => line.includes('\t') && !line.startsWith('form'))
  return new Map(rows.map((row) => row.split('\t')).map(([form, right]) => [form, right.split(';')]))
}

function invert(pairs) {
  const inverse = new Map()
  for (const [written, words] of pairs) {
    for (const word of words) inverse.set(word, [...(inverse.get(word) ?? []), written])
  }
  return inverse
}

function isWord(line, at) {
  const from = Math.max(0, at - 8)
  let start = from
  for (const word of segmenter.cut(line.slice(from, at + 10))) {
    if (start === at && word.length === 2) return true
    start += word.length
  }
  return false
}

function random() {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
  return seed / 0x7fffffff
}

function mean(list) {
  return list.reduce((sum, value) => sum + value, 0) / list.length
}
