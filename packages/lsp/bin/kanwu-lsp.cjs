#!/usr/bin/env node
'use strict'
// Starts the bundle through V8's code cache, as kanwu does: an editor waits for `initialize`.
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { constants, Script } = require('node:vm')

const filename = join(__dirname, '../dist/bundle/main.cjs')
const cache = join(__dirname, `../dist/bundle/main.${process.version}-${process.arch}.cache`)

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
