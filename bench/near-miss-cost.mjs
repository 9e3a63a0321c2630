// What near-miss matching costs a character as catalogs grow: 1,000, 5,000, 10,000 and 50,000 synthetic forms (how they
// are made: near-miss-catalog.mjs) over government prose and over text made of the forms' own words. Also text made to
// be hard: time must grow with its length only.
// usage: node bench/near-miss-cost.mjs [--sizes 1000,5000,10000,50000] [--text FILE] [--rounds N] [--json]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { intlSegmenter } from '../packages/core/dist/index.js'
import { buildIndex } from '../packages/core/dist/matchers/near-miss/catalog-index.js'
import { nearMisses } from '../packages/core/dist/matchers/near-miss/choice.js'
import { buildEnumerations } from '../packages/core/dist/matchers/near-miss/enumeration.js'
import { Page } from '../packages/core/dist/matchers/near-miss/page.js'
import { search } from '../packages/core/dist/matchers/near-miss/search.js'
import { suspects } from '../packages/core/dist/matchers/near-miss/suspects.js'
import { randomness } from './near-miss-breaks.mjs'
import { syntheticCatalog } from './near-miss-catalog.mjs'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,5000,10000,50000' },
    rounds: { type: 'string', default: '9' },
    rules: { type: 'string', default: 'rules' },
    json: { type: 'boolean' },
    text: { type: 'string' },
  },
})

const mostCharacters = 45_000
const linesTogether = 4
const enumerations = buildEnumerations([])
const judgement = { segmenter: intlSegmenter(), isInForce: () => true }
const catalog = syntheticCatalog(options.rules, randomness(7))
const sizes = options.sizes.split(',').map(Number)
const prepared = sizes.map((size) => {
  const skeletons = catalog.forms(size)
  const started = performance.now()
  const index = buildIndex(skeletons.map(formOf), skeletons)
  return { size, index, build: Math.round(performance.now() - started) }
})
const prose = options.text === undefined ? proseOf('docs') + proseOf('rules') : readFileSync(options.text, 'utf8')
const tables = {
  'government prose': measure(prose.slice(0, mostCharacters)),
  "the forms' own words": measure(catalog.text(mostCharacters)),
}
const hard = hardTexts()

if (options.json) console.log(JSON.stringify({ tables, hard }))
else print()

/** The project's own Chinese sentences: lines of documents and rules that are mostly Chinese, without markup. */
function proseOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.(md|yaml)$/.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .map((line) => line.replace(/[a-z0-9:{}[\]|`"#-]+/gi, ' ').trim())
    .filter((line) => line.length > 12)
    .join('\n')
}

function formOf(skeleton) {
  return { text: skeleton, skeleton, hasMarks: false, before: [], after: [], period: {}, citations: [], rules: [0] }
}

/**
 * The least time of several rounds for every few lines, added up, the sizes taken in turn: a busy machine takes the
 * processor and its caches away for a while, but not each time at the same line.
 */
function measure(text) {
  const lines = text.split('\n').map((line) => ({ text: line }))
  const chunks = lines.flatMap((_, at) => (at % linesTogether ? [] : [lines.slice(at, at + linesTogether)]))
  const least = prepared.map(() => chunks.map(() => Number.POSITIVE_INFINITY))
  for (let round = 0; round < Number(options.rounds); round++) {
    prepared.forEach(({ index }, which) => {
      chunks.forEach((chunk, at) => {
        const started = performance.now()
        findAll(index, chunk)
        least[which][at] = Math.min(least[which][at], performance.now() - started)
      })
    })
  }
  return prepared.map(({ size, index, build }, which) => ({
    size,
    build,
    nanoseconds: Math.round((1e6 * least[which].reduce((sum, time) => sum + time, 0)) / text.length),
    ...workOf(index, chunks, text.length),
  }))
}

/** The near misses of some texts. */
function findAll(index, texts) {
  return suspects({ index, enumerations }, texts).flatMap((suspect) => nearMisses(index, suspect, judgement).misses)
}

/** What is counted rather than timed: for each 1,000 characters. */
function workOf(index, chunks, characters) {
  const counts = { visits: 0, asked: 0, verified: 0, candidates: 0, found: 0 }
  const page = new Page()
  for (const texts of chunks) {
    for (let next = 0; next < texts.length; ) {
      next = page.fill(texts, next)
      const { work, near, wholes } = search(index, page)
      counts.visits += work.visits
      counts.asked += work.asked
      counts.verified += work.verified
      counts.candidates += near.length + wholes.count
    }
    counts.found += findAll(index, texts).length
  }
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, (1000 * count) / characters]))
}

/** Milliseconds for a hard text and for one twice as long. */
function hardTexts() {
  const forms = [
    '人民人民人民大会',
    '中国人民大学',
    '人民大会堂',
    '的的的的的',
    '中国特色社会主义中国特色社会主义',
  ].map(formOf)
  const index = buildIndex(
    forms,
    forms.map(({ skeleton }) => skeleton),
  )
  return ['人民', '的', '中国人民的', '社会主义中国特色', '“人', '一'].map((unit) => {
    const time = (length) => {
      const texts = [{ text: unit.repeat(length / unit.length) }]
      findAll(index, texts)
      const started = performance.now()
      findAll(index, texts)
      return performance.now() - started
    }
    return { unit, once: time(20_000), twice: time(40_000) }
  })
}

function print() {
  for (const [name, rows] of Object.entries(tables)) {
    const middle = rows.find(({ size }) => size === 5000) ?? rows[0]
    console.log(`\n${name}; counts for 1,000 characters`)
    console.log('forms   build ms   ns a character   ratio   lists    asked   verified   candidates   found')
    for (const { size, build, nanoseconds, visits, asked, verified, candidates, found } of rows) {
      const cells = [
        [build, 11],
        [nanoseconds, 17],
        [(nanoseconds / middle.nanoseconds).toFixed(2), 8],
        [visits.toFixed(0), 8],
        [asked.toFixed(0), 9],
        [verified.toFixed(0), 11],
        [candidates.toFixed(1), 13],
        [found.toFixed(2), 8],
      ]
      console.log(String(size).padEnd(5) + cells.map(([cell, width]) => String(cell).padStart(width)).join(''))
    }
  }
  console.log('\nhard text, 20,000 and 40,000 characters: ms')
  for (const { unit, once, twice } of hard)
    console.log(`${unit.padEnd(10)} ${once.toFixed(1).padStart(8)} ${twice.toFixed(1).padStart(8)}`)
}
