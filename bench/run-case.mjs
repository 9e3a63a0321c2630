// Measures one case and prints its results as JSON; run.mjs gives each case such a process of its own.
import process from 'node:process'
import { cases } from './cases/index.mjs'

const results = await cases[process.argv[2]].measure()
process.stdout.write(`${JSON.stringify(results)}\n`)
