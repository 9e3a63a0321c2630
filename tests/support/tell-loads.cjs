'use strict'
// Preloaded before a program under test: tells on stderr of every load of the module named in KANWU_TELL_LOADS.
const Module = require('node:module')

const load = Module._load
Module._load = function (request, ...rest) {
  if (request === process.env.KANWU_TELL_LOADS) process.stderr.write(`loads ${request}\n`)
  return load.call(this, request, ...rest)
}
