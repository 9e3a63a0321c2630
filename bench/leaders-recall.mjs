// How many misspelt names of leaders and broken offices are found, and how often the right form is suggested first.
// Every present holder of the roll beside every way to write the office; breaks that are right wording are set aside.
// usage: node bench/leaders-recall.mjs [--seed N] [--rounds N] [--missed]
import { parseArgs } from 'node:util'
import { createChecker, intlSegmenter } from '../packages/core/dist/index.js'
import { parseRulebook } from '../packages/core/dist/rulebook/index.js'
import { readRulebookFiles } from '../packages/node/dist/index.js'
import { breakInside, kinds, randomness } from './near-miss-breaks.mjs'

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    missed: { type: 'boolean' },
  },
})

const rulebook = parseRulebook(readRulebookFiles('rules'))
const rules = rulebook.rules.filter(({ topic }) => topic === 'leaders/offices')
const checker = createChecker({ rulebook: { ...rulebook, rules }, segmenter: intlSegmenter() })
const { leaders, offices } = rulebook.catalogs
const present = leaders.rows.filter(({ office, until }) => office && !until)
const names = new Set(leaders.rows.map(({ person }) => person))
const forms = new Map(offices.rows.map((row) => [row.office, { before: list(row.before), after: list(row.after) }]))
const known = new Set([...forms.values()].flatMap(({ before, after }) => [...before, ...after]))
const random = randomness(Number(options.seed))
const table = new Map()

for (let round = 0; round < Number(options.rounds); round++) {
  for (const { person, office } of present) {
    for (const kind of kinds) {
      for (const form of forms.get(office).before) {
        tellName(person, kind, (written) => ({ text: `${form}${written}到会祝贺。`, at: form.length }))
        tellOffice(form, kind, person)
      }
      for (const form of forms.get(office).after) {
        tellName(person, kind, (written) => ({ text: `${written}${form}到会祝贺。`, at: 0 }))
      }
    }
  }
}
print()

/** Names are too short to lose a character; two neighbours stand in for the ends that a break leaves alone. */
function tellName(person, kind, place) {
  if (kind.startsWith('drop')) return
  const broken = breakInside(`甲${person}乙`, kind, random)?.slice(1, -1)
  if (broken === undefined || names.has(broken)) return
  tell('names', kind, { ...place(broken), broken, right: person })
}

function tellOffice(form, kind, person) {
  if (form.length < (kind === 'drop-two' ? 6 : 4)) return
  const broken = breakInside(form, kind, random)
  if (broken === undefined || known.has(broken)) return
  tell('offices', kind, { text: `${broken}${person}到会祝贺。`, at: 0, broken, right: form })
}

function tell(field, kind, { text, at, broken, right }) {
  const key = `${field}\t${kind}`
  if (!table.has(key)) table.set(key, { field, kind, all: 0, found: 0, right: 0 })
  const cell = table.get(key)
  cell.all++
  const { findings } = checker.check({ text, format: 'plain', uri: 'bench', date: leaders.asOf })
  const hit = findings.find(({ span }) => span.start < at + broken.length && span.end > at)
  if (hit === undefined) {
    if (options.missed) console.log(['missed', field, kind, right, text].join('\t'))
    return
  }
  cell.found++
  const edit = hit.suggestions[0]?.edit
  const fixed = edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
  if (fixed === text.slice(0, at) + right + text.slice(at + broken.length)) cell.right++
  else if (options.missed) console.log(['other', field, kind, right, text, hit.suggestions[0]?.text].join('\t'))
}

function print() {
  console.log('field    break          cases  found   recall  right first')
  for (const field of ['names', 'offices']) {
    const cells = [...table.values()].filter((cell) => cell.field === field)
    for (const cell of cells) row(field, cell.kind, [cell])
    row(
      field,
      'one change',
      cells.filter(({ kind }) => kind !== 'drop-two'),
    )
    row(field, 'all', cells)
  }
}

function row(field, kind, cells) {
  const [all, found, right] = ['all', 'found', 'right'].map((key) => cells.reduce((sum, cell) => sum + cell[key], 0))
  const percent = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`)
  const figures = [String(all).padStart(7), String(found).padStart(7), percent(found, all).padStart(9)]
  console.log(field.padEnd(9) + kind.padEnd(12) + figures.join('') + percent(right, found).padStart(12))
}

function list(cell) {
  return (cell ?? '').split(';').filter((entry) => entry !== '')
}
