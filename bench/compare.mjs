// Where the time of a check goes, and what a change has gained: this checkout beside another one that was built, in one
// process, in turn, each round on drafts that neither has seen.
// usage: node bench/compare.mjs [OTHER-CHECKOUT] [--format plain|markdown|html] [--corpora] [--singly] [--rounds N]
import { resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { processorTime } from './harness/clock.mjs'
import { quantile } from './harness/ratio.mjs'
import { corpusBatches } from './text/corpora.mjs'
import { formats } from './text/formats.mjs'
import { drafts } from './text/prose.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    format: { type: 'string', default: 'plain' },
    corpora: { type: 'boolean', default: false },
    singly: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '30' },
  },
})

const rounds = Number(options.rounds)
const BATCH = { count: 24, characters: 2500 }
/** The rounds before those that count: V8 has optimised by then. */
const WARM = 30

const batches = options.corpora
  ? corpusBatches(BATCH)
  : Array.from({ length: WARM + rounds }, (_, at) =>
      drafts({ ...BATCH, seed: at + 1 }).map(formats[options.format].write),
    )
if (batches.length === 0) {
  process.stderr.write('the reference corpora are not there\n')
  process.exit(2)
}

const checkouts = ['.', ...positionals.slice(0, 1)].map((path) => resolve(path))
const subjects = await Promise.all(checkouts.map(open))
for (let round = 0; round < WARM + rounds; round++) {
  const texts = batches[round % batches.length]
  const characters = texts.reduce((sum, { length }) => sum + length, 0)
  for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
    const spent = await processorTime(() => subject.check(texts))
    if (round < WARM) subject.tasks.clear()
    else {
      subject.paces.push((spent * 1e6) / characters)
      subject.characters += characters
    }
  }
}
print(subjects)

/** A checkout's checker, which notes how long each task takes. */
async function open(checkout) {
  const load = (path) => import(pathToFileURL(`${checkout}/packages/${path}/dist/index.js`))
  const [{ createChecker, intlSegmenter }, { defaultModel, loadRulebook }] = [await load('core'), await load('node')]
  const subject = { checkout, tasks: new Map(), paces: [], characters: 0 }
  const timing = (task, work) => {
    const from = performance.now()
    const result = work()
    subject.tasks.set(task, (subject.tasks.get(task) ?? 0) + performance.now() - from)
    return result
  }
  const made = { rulebook: await loadRulebook(), segmenter: intlSegmenter(), model: defaultModel, timing }
  const checker = createChecker(made)
  const sourceOf = (text) => ({ text, format: options.format, uri: 'draft', date: '2026-06-01' })
  subject.check = (texts) => {
    const sources = texts.map(sourceOf)
    if (options.singly || checker.checkAll === undefined) for (const source of sources) checker.check(source)
    else checker.checkAll(sources)
  }
  return subject
}

/** Nanoseconds a character: of processor time for all, by the clock for each task. */
function print(all) {
  const [own, other] = all
  const cells = (values) => values.map((value) => value.toFixed(1).padStart(9)).join('')
  const lines = [cells(all.map(({ paces }) => quantile(paces, 0.5))) + '  altogether, nanoseconds a character, median']
  const tasks = [...own.tasks].filter(([task]) => !task.startsWith('rule ')).sort(([, one], [, two]) => two - one)
  for (const [task] of tasks) {
    lines.push(`${cells(all.map((one) => ((one.tasks.get(task) ?? 0) * 1e6) / one.characters))}  ${task}`)
  }
  if (other !== undefined) {
    const ratios = other.paces.map((pace, round) => pace / own.paces[round])
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2))
    lines.unshift(`${other.checkout} ÷ here: ${middle} × (${low}–${high})`)
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}
