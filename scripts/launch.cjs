'use strict'
// Starts a bundle through V8's code cache: compiling it anew would take longer than checking a page.
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
// Fetched before V8's flags are changed: with other flags Node compiles modules of its own instead of reading them.
require('node:util').parseArgs
const { constants, Script } = require('node:vm')

const filename = join(__dirname, 'main.cjs')
const cache = join(__dirname, `main.${process.version}-${process.arch}.cache`)

/**
 * Runs the bundle. V8 is set for long runs of hot code; on one page it spends a quarter of the time optimising what then
 * ends. With `patience` a function must run so many times longer than usual before it is optimised: what stays hot still
 * is, and with fewer wrong guesses, so that long runs are faster too. Nearly all that a start makes stays: the room for
 * new objects grows at once to what long runs need, or V8 copies them again and again and, since much survives, begins to
 * clear the old ones as well, which takes a tenth of a start.
 */
module.exports = function launch({ patience }) {
  const [major] = process.versions.v8.split('.')
  if (major < 12) setFlagsFromString(`--interrupt-budget=${66_000 * patience}`)
  else {
    setFlagsFromString(`--invocation-count-for-turbofan=${3000 * patience}`)
    // The tier between, from Node 24 on: half as patient, since it costs less.
    setFlagsFromString(`--invocation-count-for-maglev=${200 * patience}`)
  }
  setFlagsFromString('--regexp-tier-up-ticks=30')
  setFlagsFromString('--semi-space-growth-factor=8')
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: kept(),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  // The program unsets `lean` when it ran code that the next starts need not.
  const start = { lean: true }
  script.runInThisContext()(require, filename, start)
  if (script.cachedDataRejected !== false) process.once('exit', () => start.lean && keep(script))
}

function kept() {
  try {
    return readFileSync(cache)
  } catch {
    return undefined
  }
}

/** After the work, so that the functions it used are in the cache; a read-only installation goes without. */
function keep(script) {
  try {
    writeFileSync(`${cache}.${process.pid}`, script.createCachedData())
    renameSync(`${cache}.${process.pid}`, cache)
  } catch {}
}
