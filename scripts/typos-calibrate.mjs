// Works out packages/core/src/matchers/statistical/weights.ts: node scripts/typos-calibrate.mjs MODEL TEXT...
// MODEL was built with --hold-out; the texts are read as they are (no error in them) and with planted errors:
// homophones, look-alikes and near sounds in the shares that published error collections show. Run `pnpm build` first.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { evidence } from '../packages/core/dist/matchers/statistical/evidence.js'
import { suspicions } from '../packages/core/dist/matchers/statistical/scan.js'
import { firstCharacter } from '../packages/core/dist/model/character-table.js'
import { confusionNumber, confusions, listEnd, listStart, meantId } from '../packages/core/dist/model/confusions.js'
import { decodeModel } from '../packages/core/dist/model/file.js'
import { characterProbability } from '../packages/core/dist/model/language-model.js'

/** A false alarm weighs as much as this many errors found. */
const alarmWeight = 5
const shares = { sound: 0.72, 'fuzzy-sound': 0.06 }

const [modelPath, ...texts] = process.argv.slice(2)
const model = decodeModel(readFileSync(modelPath))
const random = seeded(12345)
const examples = texts.flatMap(readLines).flatMap(readExamples)
const names = Object.keys(examples[0].evidence)
const fitted = regress(examples)
const path = new URL('../packages/core/src/matchers/statistical/weights.ts', import.meta.url)
writeFileSync(path, print(names, fitted))
console.log(`${examples.length} examples, ${examples.filter(({ label }) => label === 1).length} planted errors seen`)

function readLines(path) {
  const [file, part] = path.split('#')
  const bytes = readFileSync(file)
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean)
  if (part === 'held-out')
    return lines.filter((_, index) => Math.floor(index / 200) % 20 === 7).filter((_, index) => index % 2)
  return part === 'half' ? lines.filter((_, index) => index % 2) : lines
}

function readExamples(line) {
  const clean = suspicions(line, model).map((suspicion) => ({ label: 0, evidence: evidence(suspicion) }))
  return [...clean, ...readPlanted(line), ...readPlanted(line)]
}

function readPlanted(line) {
  const planted = new Map()
  const characters = line.split('')
  for (let at = Math.floor(random() * 40); at < characters.length; at += 25 + Math.floor(random() * 50)) {
    const wrong = pick(characters[at])
    if (wrong === undefined) continue
    planted.set(at, characters[at])
    characters[at] = wrong
  }
  if (planted.size === 0) return []
  return suspicions(characters.join(''), model)
    .filter(({ at, meant }) => planted.get(at) === meant)
    .map((suspicion) => ({ label: 1, evidence: evidence(suspicion) }))
}

/** The characters that one is written for. */
function candidates(written) {
  const unit = written.charCodeAt(0)
  const { entries } = model.confusions
  return [...entries.subarray(listStart(model.confusions, unit), listEnd(model.confusions, unit))].map((entry) => ({
    id: meantId(entry),
    character: model.characters.characters[meantId(entry) - firstCharacter],
    confusion: confusions[confusionNumber(entry)],
  }))
}

function pick(character) {
  const all = candidates(character)
  const draw = random()
  const confusion =
    draw < shares.sound ? 'sound' : draw < shares.sound + shares['fuzzy-sound'] ? 'fuzzy-sound' : 'shape'
  const some = all.filter((candidate) => candidate.confusion === confusion)
  const pool = some.length > 0 ? some : all
  const weigh = ({ id }) => characterProbability(model, id) ** 0.7
  let rest = random() * pool.reduce((sum, candidate) => sum + weigh(candidate), 0)
  for (const candidate of pool) {
    rest -= weigh(candidate)
    if (rest <= 0) return candidate.character
  }
  return undefined
}

/** Logistic regression by Newton's method with a slight pull to zero. */
function regress(examples) {
  const size = names.length
  const rows = examples.map(({ evidence, label }) => ({ label, values: names.map((name) => evidence[name]) }))
  const result = new Float64Array(size)
  for (let round = 0; round < 20; round++) {
    const matrix = Array.from({ length: size }, () => new Float64Array(size + 1))
    for (const { label, values } of rows) addRow(matrix, result, { label, values })
    for (let row = 0; row < size; row++) {
      matrix[row][row] += 1
      matrix[row][size] -= result[row]
    }
    const step = solve(matrix)
    for (let row = 0; row < size; row++) result[row] += step[row]
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return result
}

function addRow(matrix, current, { label, values }) {
  const size = values.length
  const score = values.reduce((sum, value, at) => sum + value * current[at], 0)
  const chance = 1 / (1 + Math.exp(-score))
  const weight = label === 1 ? 1 : alarmWeight
  const curve = Math.max(chance * (1 - chance), 1e-6) * weight
  for (let row = 0; row < size; row++) {
    if (values[row] === 0) continue
    matrix[row][size] += (label - chance) * weight * values[row]
    for (let column = 0; column < size; column++) matrix[row][column] += curve * values[row] * values[column]
  }
}

function solve(matrix) {
  const size = matrix.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column; row < size; row++)
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) pivot = row
    ;[matrix[column], matrix[pivot]] = [matrix[pivot], matrix[column]]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = matrix[row][column] / matrix[column][column]
      for (let at = column; at <= size; at++) matrix[row][at] -= factor * matrix[column][at]
    }
  }
  return matrix.map((row, at) => row[size] / row[at])
}

function print(names, values) {
  const lines = names.map((name, at) => `  ${name}: ${values[at].toFixed(3)},`)
  return `// Written by scripts/typos-calibrate.mjs; do not edit.

/** The weight of each kind of evidence, by logistic regression on errors planted in official text. */
export const weights = {
${lines.join('\n')}
}
`
}

/** A small generator, so that a second run gives the same weights. */
function seeded(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}
