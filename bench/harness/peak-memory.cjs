'use strict'
// Loaded before a program that is measured: tells on descriptor 3 how many kilobytes it held at most.
const { writeSync } = require('node:fs')

process.once('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
