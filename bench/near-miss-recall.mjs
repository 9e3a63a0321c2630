// How many broken wordings the near-miss rules find, by field and kind of break, and how often the right one is
// suggested first. Breaks that clean text uses, or that are right wording themselves, are set aside and listed.
// usage: node bench/near-miss-recall.mjs [--seed N] [--rounds N] [--missed] [--aside] [--other-sentences] [--field NAME] [--clean FOLDER] [--segmenter host|intl|jieba]
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createChecker, intlSegmenter } from '../packages/core/dist/index.js'
import { skeletonText } from '../packages/core/dist/matchers/near-miss/skeleton.js'
import { parseRulebook } from '../packages/core/dist/rulebook/index.js'
import { hostSegmenter, loadJieba, readRulebookFiles } from '../packages/node/dist/index.js'
import { breakEdge, breakInside, kinds, randomness, sentence } from './near-miss-breaks.mjs'

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '1' },
    missed: { type: 'boolean' },
    aside: { type: 'boolean' },
    'other-sentences': { type: 'boolean' },
    field: { type: 'string' },
    rules: { type: 'string', default: 'rules' },
    segmenter: { type: 'string', default: 'host' },
    clean: { type: 'string', default: join(process.env.KANWU_SHARED ?? '../shared', 'corpora/clean') },
  },
})

const rulebook = parseRulebook(readRulebookFiles(options.rules))
const nearMiss = rulebook.rules.filter(
  (rule) => rule.detect === 'near-miss' && (options.field ?? rule.category) === rule.category,
)
const segmenter = { intl: intlSegmenter, jieba: loadJieba, host: hostSegmenter }[options.segmenter]()
const wording = rulebook.rules.filter(({ detect }) => ['near-miss', 'misworded', 'phrase'].includes(detect))
const checker = createChecker({ rulebook: { ...rulebook, rules: wording }, segmenter })
const known = new Set()
const forms = guardedForms()
const clean = cleanText(options.clean)
const random = randomness(Number(options.seed))
const table = new Map()
const asideList = []

for (let round = 0; round < Number(options.rounds); round++) {
  for (const form of forms) {
    for (const kind of kinds) {
      if (kind === 'drop-two' && skeletonText(form.text).length < 6) continue
      const broken = breakInside(form.text, kind, random)
      if (broken !== undefined)
        tell(form, { kind, place: 'inside', broken, ...sentence(broken, random, options['other-sentences']) })
    }
    for (const side of ['head', 'tail']) tellEdge(form, side)
  }
}
print()

function tellEdge(form, side) {
  const word = side === 'head' ? form.before[0] : form.after[0]
  if (word === undefined) return
  const kind = ['drop-one', 'homophone', 'look-alike'][Math.floor(random() * 3)]
  const broken = breakEdge(form.text, kind, side, random)
  if (broken === undefined) return
  const lead = `各支部要${side === 'head' ? word : '认真领会'}`
  const text = `${lead}${broken}${side === 'tail' ? word : ''}，做好下一步工作。`
  tell(form, { kind, place: 'edge', broken, text, at: lead.length })
}

function tell(form, { kind, place, broken, text, at }) {
  const cell = cellOf(form.category, kind, place)
  const skeleton = skeletonText(broken)
  const elsewhere = place === 'edge' ? clean.replaceAll(skeletonText(form.text), '|') : clean
  if (known.has(skeleton) || elsewhere.includes(skeleton)) {
    cell.aside++
    asideList.push(
      [form.category, kind, form.text, broken, known.has(skeleton) ? 'right wording' : 'in clean text'].join('\t'),
    )
    return
  }
  cell.all++
  const { findings } = checker.check({ text, format: 'plain', uri: 'bench', date: form.day })
  const hit = findings.find(({ span }) => span.start < at + broken.length && span.end > at)
  if (hit === undefined) {
    if (options.missed) console.log(['missed', form.category, kind, place, form.text, broken, text].join('\t'))
    return
  }
  cell.found++
  const edit = hit.suggestions[0]?.edit
  const meant = text.slice(0, at) + form.text + text.slice(at + broken.length)
  const fixed = edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
  if (fixed && skeletonText(fixed) === skeletonText(meant)) cell.right++
  else if (options.missed)
    console.log(
      ['other', form.category, kind, place, form.text, broken, hit.suggestions[0]?.text, hit.text, hit.rule].join('\t'),
    )
}

function cellOf(category, kind, place) {
  const key = `${category}\t${place}\t${kind}`
  if (!table.has(key)) table.set(key, { category, kind, place, all: 0, found: 0, right: 0, aside: 0 })
  return table.get(key)
}

function guardedForms() {
  const guarded = new Map()
  for (const rule of nearMiss) {
    for (const name of [rule.with.catalog].flat()) {
      const groups = rule.with.groups
      for (const row of rulebook.catalogs[name].rows) {
        const whole = [row.form, ...list(row.variants), ...list(row.allow)].map(skeletonText)
        for (const text of whole) known.add(text)
        if (groups && !groups.includes(row.group)) continue
        if (row.items && !row.form.includes('“')) continue
        if (whole[0].length < Math.max(4, rule.with.min ?? 4)) continue
        guarded.set(row.form, {
          text: row.form,
          category: rule.category,
          before: list(row.before),
          after: list(row.after),
          day: row.until ? dayBefore(row.until) : '2026-11-22',
        })
      }
    }
  }
  return [...guarded.values()]
}

function list(cell) {
  return (cell ?? '').split(/[;；]/).filter((entry) => entry !== '')
}

function dayBefore(day) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

function cleanText(folder) {
  if (!existsSync(folder)) return ''
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
  return files
    .filter((file) => file.endsWith('.txt') && statSync(file).isFile())
    .map((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => (line.length > 60_000 ? '' : skeletonText(line)))
        .join('\n'),
    )
    .join('\n')
}

function print() {
  console.log(`segmenter: ${segmenter.name}`)
  const cells = [...table.values()]
  const fields = [...new Set(cells.map(({ category }) => category))].sort()
  console.log('field                 place  break        cases  found  recall  right first  set aside')
  for (const field of [...fields, 'all']) {
    const own = cells.filter(({ category }) => field === 'all' || category === field)
    for (const place of ['inside', 'edge']) {
      for (const kind of kinds)
        row(
          field,
          place,
          kind,
          own.filter((cell) => cell.place === place && cell.kind === kind),
        )
    }
    row(
      field,
      'inside',
      'one change',
      own.filter((cell) => cell.place === 'inside' && cell.kind !== 'drop-two'),
    )
    row(field, 'any', 'all', own)
  }
  if (options.aside) for (const line of new Set(asideList)) console.log(`aside\t${line}`)
}

function row(field, place, kind, cells) {
  const sum = (key) => cells.reduce((total, cell) => total + cell[key], 0)
  const [all, found, right, aside] = ['all', 'found', 'right', 'aside'].map(sum)
  if (all + aside === 0) return
  const percent = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`)
  console.log(
    field.padEnd(22) +
      place.padEnd(7) +
      kind.padEnd(11) +
      String(all).padStart(7) +
      String(found).padStart(7) +
      percent(found, all).padStart(9) +
      percent(right, found).padStart(11) +
      String(aside).padStart(9),
  )
}
