'use strict'
// Starts a bundle through V8's code cache: compiling it anew would take longer than checking a page.
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
// Fetched before V8's flags are changed: with other flags Node compiles modules of its own instead of reading them.
require('node:util').parseArgs
const { Script } = require('node:vm')

/**
 * Runs the bundle. V8 is set for long runs of hot code; on one page it spends a quarter of the time optimising what then
 * ends. With `patience` a function must run so many times longer than usual before it is optimised: what stays hot still
 * is, and with fewer wrong guesses, so that long runs are faster too. Nearly all that a start makes stays: the room for
 * new objects grows at once to what long runs need, or V8 copies them again and again and, since much survives, begins to
 * clear the old ones as well, which takes a tenth of a start. A `worker` finds V8 set by the main thread.
 */
module.exports = function launch({ patience, worker = false }) {
  if (!worker) {
    setFlags(patience)
    // Nothing is left to do or to write then, and taking V8's memory apart piece by piece takes part of a start.
    process.once('beforeExit', () => process.exit())
  }
  runParts(worker)
}

function setFlags(patience) {
  const [major] = process.versions.v8.split('.')
  if (major < 12) setFlagsFromString(`--interrupt-budget=${66_000 * patience}`)
  else {
    setFlagsFromString(`--invocation-count-for-turbofan=${3000 * patience}`)
    // The tier between, from Node 24 on: half as patient, since it costs less.
    setFlagsFromString(`--invocation-count-for-maglev=${200 * patience}`)
  }
  setFlagsFromString('--regexp-tier-up-ticks=30')
  // Expressions are interpreted until then, and most never are so often: polishing their code takes longer than it saves.
  setFlagsFromString('--no-regexp-peephole-optimization')
  setFlagsFromString('--semi-space-growth-factor=8')
}

/** Runs the first part; the others are read when a module of theirs is asked for. */
function runParts(worker) {
  const parts = {}
  const start = {
    worker,
    // The program says when it ran code that the next starts need not, and when it ran most of what they need.
    lean: !worker,
    checked: false,
    share(modules) {
      parts.first = modules
    },
  }
  const ask = (name) => {
    const [, part, path] = /^(first|markup|late):(.+)/.exec(name) ?? []
    if (part === undefined) return require(name)
    parts[part] ??= run(part, { ask, start })
    return plain(parts[part][path]())
  }
  run('first', { ask, start })
}

/** What a part of the bundle exports. */
function run(part, { ask, start }) {
  const filename = join(__dirname, `${part}.cjs`)
  const base = join(__dirname, `${part}.${process.version}-${process.arch}`)
  const caches = { whole: `${base}.cache`, partial: `${base}.part.cache` }
  const whole = kept(caches.whole)
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: whole ?? kept(caches.partial) })
  const isKept = script.cachedDataRejected === false
  if (!isKept || whole === undefined) process.once('exit', () => keep(script, { isKept, caches, start }))
  return script.runInThisContext()(ask, filename, __dirname, start)
}

/** A module's exports as values: getters, which the bundler makes of them, are slow where code is hot. */
function plain(exports) {
  return exports.__esModule ? Object.defineProperty({ ...exports }, '__esModule', { value: true }) : exports
}

function kept(cache) {
  try {
    return readFileSync(cache)
  } catch {
    return undefined
  }
}

/**
 * After the work, so that the functions it used are in the cache; a read-only installation goes without. What a run that
 * checked nothing used is kept apart, until one comes that checks.
 */
function keep(script, { isKept, caches, start }) {
  if (!start.lean || (isKept && !start.checked)) return
  const cache = start.checked ? caches.whole : caches.partial
  try {
    writeFileSync(`${cache}.${process.pid}`, script.createCachedData())
    renameSync(`${cache}.${process.pid}`, cache)
  } catch {}
}
