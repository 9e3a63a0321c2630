// The full check with the real rulebook on drafts of government style, beside the peers on the same text.

import { interleave } from '../harness/interleave.mjs'
import { DATE, openChecker, openCheckerWithoutModel } from '../harness/kanwu.mjs'
import * as peers from '../harness/peers.mjs'
import { resultOf, timesAs } from '../harness/ratio.mjs'
import { corpusBatches } from '../text/corpora.mjs'
import { formats } from '../text/formats.mjs'
import { drafts } from '../text/prose.mjs'

const GOALS = {
  plain: { 'autocorrect-node': { atLeast: 5 }, zhlint: { atLeast: 20 } },
  markdown: { 'autocorrect-node': { atLeast: 3 } },
}

/** The peers that read a format. */
const PEERS = {
  plain: ['autocorrect-node', 'zhlint', 'textlint + prh'],
  markdown: ['autocorrect-node', 'zhlint', 'textlint + prh'],
  html: ['autocorrect-node'],
}

const BATCH = { count: 24, characters: 2500 }
const BATCHES = 24

/** As hosts check that have a single draft; `kanwu` checks the drafts of a batch together, as the command line does. */
const SINGLY = 'kanwu, one draft at a time'

/** What is left when a publisher turns the language model off. */
const WITHOUT_MODEL = 'kanwu, model: off'

/** How much longer each peer takes than kanwu on drafts of the format. */
export async function measureFormat(format) {
  const batches = Array.from({ length: BATCHES }, (_, at) =>
    drafts({ ...BATCH, seed: at + 1 }).map(formats[format].write),
  )
  return compare(batches, { format, label: format, goals: GOALS[format] ?? {} })
}

/** The same on real texts, where the reference corpora are at hand. */
export async function measureCorpora() {
  const batches = corpusBatches(BATCH)
  return batches.length === 0 ? [] : compare(batches, { format: 'plain', label: 'work reports', goals: {} })
}

/** Each run of a subject takes the next batch: a checker that remembers what it has read gains nothing by that here. */
async function compare(batches, { format, label, goals }) {
  const { file } = formats[format]
  const checker = openChecker()
  const sourceOf = (text) => ({ text, format, uri: file, date: DATE })
  const together = (one) => (texts) => one.checkAll(texts.map(sourceOf)).flatMap(({ findings }) => findings).length
  const subjects = {
    kanwu: inTurn(batches, together(checker)),
    [WITHOUT_MODEL]: inTurn(batches, together(openCheckerWithoutModel())),
    [SINGLY]: inTurn(batches, (texts) => sumOf(texts, (text) => checker.check(sourceOf(text)).findings.length)),
  }
  for (const name of PEERS[format]) {
    const lint = await OPENERS[name]()
    subjects[name] = inTurn(batches, (texts) => sumOf(texts, (text) => lint(text, file)))
  }
  const { times, first } = await interleave(subjects)
  const characters = batches.flat().reduce((sum, { length }) => sum + length, 0) / batches.length
  const ratios = PEERS[format].map((name, at) =>
    resultOf({
      name: `full check, ${label}: ${name} ÷ kanwu`,
      values: timesAs(times[name], times.kanwu),
      better: 'more',
      goal: goals[name],
      ...(at === 0 ? { note: paces(times, characters) } : {}),
    }),
  )
  const others = { 'one draft at a time': SINGLY, 'model: off': WITHOUT_MODEL }
  const otherwise = Object.entries(others).map(([what, subject]) =>
    resultOf({
      name: `full check, ${label}, ${what}: autocorrect-node ÷ kanwu`,
      values: timesAs(times['autocorrect-node'], times[subject]),
      better: 'more',
    }),
  )
  return [...ratios, ...otherwise, firstPass({ label, first, characters })]
}

/** What nobody waits for twice: the first pass of a new process, in code that V8 has not optimised. Run once only. */
function firstPass({ label, first, characters }) {
  const strangers = Object.entries(first).filter(([name]) => name !== SINGLY && name !== WITHOUT_MODEL)
  const once = Object.fromEntries(strangers.map(([name, spent]) => [name, [spent]]))
  return resultOf({
    name: `first pass of a new process, ${label}: autocorrect-node ÷ kanwu`,
    values: timesAs(once['autocorrect-node'], once.kanwu),
    better: 'more',
    note: paces(once, characters),
    judged: false,
  })
}

const OPENERS = { 'autocorrect-node': peers.autocorrect, zhlint: peers.zhlint, 'textlint + prh': peers.textlint }

function inTurn(batches, check) {
  let next = 0
  return () => check(batches[next++ % batches.length])
}

async function sumOf(texts, count) {
  let sum = 0
  for (const text of texts) sum += await count(text)
  return sum
}

/** Thousands of characters a second, for a feeling; only ratios are compared. */
function paces(times, characters) {
  const parts = Object.entries(times).map(
    ([name, spent]) => `${name} ${Math.round(characters / Math.min(...spent)).toLocaleString('en')}`,
  )
  return `thousand characters a second: ${parts.join(', ')}`
}
