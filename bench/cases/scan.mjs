// The core scan: word lists of three sizes over one text, beside the library's own loop and the bare reading of it.
import { createRequire } from 'node:module'
import { buildAutomaton } from '../../packages/core/dist/matchers/automaton.js'
import { interleave } from '../harness/interleave.mjs'
import { resultOf, timesAs } from '../harness/ratio.mjs'
import { formats } from '../text/formats.mjs'
import { formsFrom } from '../text/forms.mjs'
import { drafts } from '../text/prose.mjs'
import { variedText } from '../text/varied.mjs'

const require = createRequire(new URL('../../packages/core/package.json', import.meta.url))
const { AhoCorasick } = require('@monyone/aho-corasick/fast')

const GOALS = { 10000: { library: { atLeast: 6 }, floor: { atMost: 7 } } }
const LENGTH = 300_000

/** Ratios at 1,000, 10,000 and 100,000 forms, on text where every third place begins a form, and on hard text. */
export async function measure() {
  const source = variedText(2_200_000)
  const text = source.slice(0, LENGTH)
  const results = []
  for (const size of [1000, 10_000, 100_000]) {
    results.push(
      ...(await compare(`scan of ${size} forms`, { text, forms: formsFrom(source, size), goals: GOALS[size] })),
    )
  }
  const dense = drafts({ count: 100, characters: 3000 }).map(formats.plain.write).join('\n')
  results.push(...(await compare('scan of 10000 forms, dense', { text: dense, forms: formsFrom(dense, 10_000) })))
  return [...results, await hardText()]
}

async function compare(label, { text, forms, goals = {} }) {
  const automaton = buildAutomaton(forms)
  const library = new AhoCorasick(forms)
  const found = countOf(automaton, text)
  if (found !== libraryCount(library, text)) throw new Error(`${label}: kanwu and the library disagree`)
  const { times } = await interleave({
    kanwu: () => countOf(automaton, text),
    library: () => libraryCount(library, text),
    floor: () => sumOf(text),
  })
  const pace = (text.length / 1000 / Math.min(...times.kanwu)).toFixed(0)
  const note = `${((1000 * found) / text.length).toFixed(1)} matches per 1,000 characters, ${pace} million characters a second`
  return [
    resultOf({
      name: `${label}: @monyone/aho-corasick/fast ÷ kanwu`,
      values: timesAs(times.library, times.kanwu),
      better: 'more',
      goal: goals.library,
      note,
    }),
    resultOf({
      name: `${label}: kanwu ÷ charCode floor`,
      values: timesAs(times.kanwu, times.floor),
      better: 'less',
      goal: goals.floor,
    }),
  ]
}

/** A character of text that nearly matches a form of 500 characters, in a long text against a short one. */
async function hardText() {
  const automaton = buildAutomaton([`${'啊'.repeat(500)}哦`])
  const [short, long] = [100_000, 800_000].map((length) => '啊'.repeat(length))
  const { times } = await interleave({
    short: () => countOf(automaton, short),
    long: () => countOf(automaton, long),
  })
  return resultOf({
    name: 'near miss of a 500-character form: a character of 800,000 ÷ one of 100,000',
    values: timesAs(times.long, times.short).map((ratio) => ratio / 8),
    better: 'less',
    goal: { atMost: 1.2 },
  })
}

function countOf(automaton, text) {
  let found = 0
  automaton.scan(text, () => {
    found++
  })
  return found
}

function libraryCount(library, text) {
  let found = 0
  for (const _ of library.matchInText(text)) found++
  return found
}

function sumOf(text) {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0
  return sum
}
