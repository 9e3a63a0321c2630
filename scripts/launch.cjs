'use strict'
// Starts a bundle through V8's code cache: compiling it anew would take longer than checking a page.
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { constants, Script } = require('node:vm')

const filename = join(__dirname, 'main.cjs')
const cache = join(__dirname, `main.${process.version}-${process.arch}.cache`)

// V8 is set for long runs of hot code; on one page it spends a quarter of the time optimising what then ends. What stays
// hot is optimised all the same, and with fewer wrong guesses: long runs are faster too.
const [major] = process.versions.v8.split('.')
setFlagsFromString(major < 12 ? '--interrupt-budget=1000000' : '--invocation-count-for-turbofan=30000')
setFlagsFromString('--regexp-tier-up-ticks=30')

const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  cachedData: kept(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
})
// The program unsets `lean` when it ran code that the next starts need not.
const start = { lean: true }
script.runInThisContext()(require, filename, start)
if (script.cachedDataRejected !== false) process.once('exit', keep)

function kept() {
  try {
    return readFileSync(cache)
  } catch {
    return undefined
  }
}

/** After the work, so that the functions it used are in the cache; a read-only installation goes without. */
function keep() {
  if (!start.lean) return
  try {
    writeFileSync(`${cache}.${process.pid}`, script.createCachedData())
    renameSync(`${cache}.${process.pid}`, cache)
  } catch {}
}
