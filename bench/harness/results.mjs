import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import process from 'node:process'
import { pageOf } from './table.mjs'

const DATA = new URL('../results.json', import.meta.url)
const PAGE = new URL('../RESULTS.md', import.meta.url)

/** Ratios depend on V8 as much as on kanwu: each major version of Node has its own. */
const node = process.version.split('.')[0]

/** The committed results of this Node's major version: case → lines. Empty when there are none yet. */
export function keptResults() {
  const known = all()[node]?.cases ?? {}
  return Object.fromEntries(Object.entries(known).map(([name, { results }]) => [name, results]))
}

/** Commits a case's results, and writes the page anew. */
export function keep(name, results) {
  const known = all()
  const cases = { ...known[node]?.cases, [name]: { date: today(), results } }
  const updated = { ...known, [node]: { version: process.version, machine: machine(), cases } }
  writeFileSync(DATA, `${JSON.stringify(updated, undefined, 2)}\n`)
  writeFileSync(PAGE, pageOf(updated))
}

function all() {
  return existsSync(DATA) ? JSON.parse(readFileSync(DATA, 'utf8')) : {}
}

function machine() {
  const processors = cpus()
  return `${processors.length} × ${processors[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`
}

function today() {
  return new Date().toISOString().slice(0, 10)
}
