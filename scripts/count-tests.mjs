// Adds up the test results of several vitest runs and says so in one line; a run without results has failed.
import { existsSync, readFileSync } from 'node:fs'

let passed = 0
let failed = 0
for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    console.error(`no results: ${path}`)
    failed += 1
    continue
  }
  const results = JSON.parse(readFileSync(path, 'utf8'))
  passed += results.numPassedTests
  failed +=
    results.numFailedTests +
    results.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
      .length
}
console.log(`${passed} passed, ${failed} failed`)
if (failed > 0 || passed === 0) process.exitCode = 1
