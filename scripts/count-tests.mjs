// Adds up the test results of several vitest runs and says so in one line, after the names of what failed; a run
// without results has failed.
import { existsSync, readFileSync } from 'node:fs'

let passed = 0
const failed = []
for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    failed.push(`${path}: no results`)
    continue
  }
  const results = JSON.parse(readFileSync(path, 'utf8'))
  passed += results.numPassedTests
  for (const file of results.testResults) {
    const broken = file.assertionResults.filter(({ status }) => status === 'failed')
    for (const { fullName, failureMessages } of broken) failed.push(`${path}: ${fullName}\n${failureMessages[0]}`)
    if (file.status === 'failed' && broken.length === 0) failed.push(`${path}: ${file.name}\n${file.message}`)
  }
}
for (const failure of failed) console.log(`✗ ${failure}`)
console.log(`${passed} passed, ${failed.length} failed`)
if (failed.length > 0 || passed === 0) process.exitCode = 1
