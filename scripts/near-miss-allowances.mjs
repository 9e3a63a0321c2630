// Reads a folder of clean text with the near-miss rules and proposes what the catalogs should allow: every stretch
// that comes near a form, however often, whatever the draft's date. A person decides; the decision is applied with
// `apply`, which writes the phrase into the row's `allow` and the reason into its `note`.
// usage: node scripts/near-miss-allowances.mjs propose <folder> > proposals.tsv
//        node scripts/near-miss-allowances.mjs apply <decided.tsv>    (columns: catalog, form, phrase, why)
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '../packages/core/dist/index.js'
import { parseRulebook } from '../packages/core/dist/rulebook/index.js'
import { hostSegmenter, readRulebookFiles } from '../packages/node/dist/index.js'

const [command, path] = process.argv.slice(2)
if (command === 'propose' && path !== undefined) propose(path)
else if (command === 'apply' && path !== undefined) apply(path)
else {
  console.error('usage: near-miss-allowances.mjs propose <folder> | apply <decided.tsv>')
  process.exitCode = 2
}

function propose(folder) {
  const rulebook = parseRulebook(readRulebookFiles('rules'))
  const rules = rulebook.rules.filter(({ detect }) => detect === 'near-miss')
  const checker = createChecker({ rulebook: timeless({ ...rulebook, rules }), segmenter: hostSegmenter() })
  const proposals = new Map()
  for (const file of textFiles(folder)) {
    const text = readFileSync(file, 'utf8')
    const { findings } = checker.check({ text, format: 'plain', uri: file, date: 'unknown' })
    for (const { rule, span, suggestions, message } of findings) {
      const phrase = text.slice(span.start, span.end)
      const form = suggestions[0]?.text ?? ''
      const key = `${form}\t${phrase}`
      const known = proposals.get(key) ?? { rule, form, phrase, message, count: 0, around: aroundOf(text, span) }
      proposals.set(key, { ...known, count: known.count + 1 })
    }
  }
  console.log(['catalog', 'form', 'phrase', 'count', 'message', 'around'].join('\t'))
  for (const { rule, form, phrase, message, count, around } of [...proposals.values()].sort(
    (a, b) => b.count - a.count,
  )) {
    console.log([catalogOf(rulebook, rule, form), form, phrase, count, message, around].join('\t'))
  }
}

/** Every form held against every text: what was right once may be written again. */
function timeless(rulebook) {
  const open = (row) => ({ ...row, from: '', until: '' })
  const catalogs = Object.entries(rulebook.catalogs).map(([name, catalog]) => [
    name,
    { ...catalog, rows: catalog.rows.map(open) },
  ])
  return { ...rulebook, catalogs: Object.fromEntries(catalogs) }
}

function catalogOf({ rules, catalogs }, id, form) {
  const names = [rules.find((rule) => rule.id === id).with.catalog].flat()
  return names.find((name) => catalogs[name].rows.some((row) => row.form === form)) ?? names[0]
}

function apply(file) {
  const decided = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('catalog\t'))
  for (const line of decided) {
    const [catalog, form, phrase, why] = line.split('\t')
    if (!why) throw new Error(`no reason given for ${form}: ${phrase}`)
    allow(`rules/catalogs/${catalog}.tsv`, form, { phrase, why })
  }
}

function allow(path, form, { phrase, why }) {
  const lines = readFileSync(path, 'utf8').split('\n')
  const header = lines.findIndex((line) => line !== '' && !line.startsWith('#'))
  const columns = lines[header].split('\t')
  const [at, allowAt, noteAt] = ['form', 'allow', 'note'].map((name) => columns.indexOf(name))
  const row = lines.findIndex((line, index) => index > header && line.split('\t')[at] === form)
  if (row < 0 || allowAt < 0 || noteAt < 0) throw new Error(`${path}: no row for ${form}, or no allow and note columns`)
  const cells = columns.map((_, index) => lines[row].split('\t')[index] ?? '')
  cells[allowAt] = joined(cells[allowAt], phrase)
  cells[noteAt] = joined(cells[noteAt], why)
  lines[row] = cells.join('\t').replace(/\t+$/, '')
  writeFileSync(path, lines.join('\n'))
}

function joined(cell, entry) {
  const entries = cell.split(';').filter((known) => known !== '')
  return entries.includes(entry) ? cell : [...entries, entry].join(';')
}

function aroundOf(text, { start, end }) {
  const around = `${text.slice(Math.max(0, start - 12), start)}【${text.slice(start, end)}】${text.slice(end, end + 12)}`
  return around.replace(/\s+/g, ' ')
}

function textFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => file.endsWith('.txt') && statSync(file).isFile())
}
