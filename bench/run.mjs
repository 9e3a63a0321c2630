// `pnpm bench [--only NAME,NAME] [--update] [--list]`: kanwu and its peers on the same text, as ratios.
// Fails when a ratio is more than 20 % worse than the committed one (harness/judge.mjs says how noise is kept out);
// --update commits the measured ratios to results.json and RESULTS.md instead.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cases, scripts } from './cases/index.mjs'
import { judge } from './harness/judge.mjs'
import { keep, keptResults } from './harness/results.mjs'
import { lineOf } from './harness/table.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const known = { ...cases, ...scripts }
const { values: options } = parseArgs({
  options: { only: { type: 'string' }, update: { type: 'boolean' }, list: { type: 'boolean' } },
})

if (options.list) for (const [name, { title }] of Object.entries(known)) console.log(`${name.padEnd(18)} ${title}`)
else process.exitCode = run(namesOf(options.only))

function namesOf(only) {
  const names = only?.split(',') ?? Object.keys(cases)
  const unknown = names.filter((name) => !Object.hasOwn(known, name))
  if (unknown.length === 0) return names
  console.error(`no such case: ${unknown.join(', ')}; there are ${Object.keys(known).join(', ')}`)
  process.exit(2)
}

/** The exit code: 0, or 1 when something has become slower. */
function run(names) {
  installPeers()
  for (const name of names.filter((one) => Object.hasOwn(scripts, one))) {
    spawnSync(process.execPath, [`bench/${scripts[name].file}`], { cwd: `${folder}..`, stdio: 'inherit' })
  }
  const kept = keptResults()
  const faults = names.filter((name) => Object.hasOwn(cases, name)).flatMap((name) => faultsOf(name, kept[name] ?? []))
  for (const fault of faults) console.error(fault)
  return faults.length === 0 ? 0 : 1
}

/** Measures a case and prints it; answers what has become slower, or that it could not be measured. */
function faultsOf(name, before) {
  try {
    const { results, regressions } = options.update
      ? { results: measure(name), regressions: [] }
      : judge({ before, measure: () => measure(name), say: (line) => console.log(line) })
    for (const result of results) console.log(lineOf(result, before))
    if (options.update && results.length > 0) keep(name, results)
    return regressions.map((line) => `SLOWER  ${line}`)
  } catch (error) {
    return [`FAILED  ${error.message}`]
  }
}

function measure(name) {
  const child = spawnSync(process.execPath, ['run-case.mjs', name], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(`case ${name} ended with ${child.status ?? child.signal}`)
  return JSON.parse(child.stdout)
}

/** The peers are no part of kanwu's own installation. */
function installPeers() {
  if (existsSync(`${folder}peers/node_modules`)) return
  const { status } = spawnSync('pnpm', ['install', '--frozen-lockfile'], {
    cwd: `${folder}peers`,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('the peers could not be installed: pnpm install in bench/peers')
}
