// How long an editor waits for diagnostics after an edit, by the script that measures it alone (lsp.mjs).
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { processorTime } from '../harness/clock.mjs'
import { resultOf } from '../harness/ratio.mjs'
import { formats } from '../text/formats.mjs'
import { formsFrom } from '../text/forms.mjs'
import { drafts } from '../text/prose.mjs'

const script = fileURLToPath(new URL('../lsp.mjs', import.meta.url))
const require = createRequire(new URL('../../packages/core/package.json', import.meta.url))
const { AhoCorasick } = require('@monyone/aho-corasick/fast')

const ROUNDS = 3
const CHANGES = 30
/** Milliseconds that the 95th of 100 edits may take. */
const GOALS = { 35000: 15, 350000: 50 }

/** `own95` is what is waited for on a machine that does nothing else. */
const FIGURES = { own95: 'p95 of the main thread’s own time', p95: 'p95 by the clock' }

/** For each size and language: processor time of an edit in yardsticks (judged), and p95 in milliseconds (told only). */
export async function measure() {
  const yardstick = yardstickOf()
  await yardstick()
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push({ unit: await yardstick(), rows: edits() })
  return rounds[0].rows.flatMap(({ size, language }, at) => {
    const draft = `${size.toLocaleString('en')} characters, ${language}`
    return [
      resultOf({
        name: `LSP edit, ${draft}: processor time ÷ yardstick`,
        values: rounds.map(({ unit, rows }) => rows[at].cpu / unit),
        better: 'less',
        ...(at === 0 ? { note: 'yardstick: @monyone/aho-corasick/fast, 1,000 forms over 35,000 characters' } : {}),
      }),
      ...['own95', 'p95'].map((figure) =>
        resultOf({
          name: `LSP edit, ${draft}: ${FIGURES[figure]}`,
          values: rounds.map(({ rows }) => rows[at][figure]),
          better: 'less',
          goal: { atMost: GOALS[size] },
          unit: 'ms',
          judged: false,
        }),
      ),
    ]
  })
}

function edits() {
  const env = { ...process.env, KANWU_BENCH_CHANGES: String(CHANGES) }
  const stdio = ['ignore', 'pipe', 'ignore']
  return JSON.parse(execFileSync(process.execPath, [script, '--print'], { env, stdio, encoding: 'utf8' })).results
}

/** Milliseconds of a fixed piece of work, so that figures of other processes become ratios. */
function yardstickOf() {
  const [draft] = drafts({ count: 1, characters: 35_000 }).map(formats.plain.write)
  const text = draft.slice(0, 35_000)
  const library = new AhoCorasick(formsFrom(text, 1000))
  const times = 20
  const work = () => {
    for (let time = 0; time < times; time++) for (const _ of library.matchInText(text));
  }
  return async () => (await processorTime(work)) / times
}
