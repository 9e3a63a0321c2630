// Near-miss matching as catalogs grow, by the script that measures it alone: 5,000 and 50,000 forms.
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { resultOf } from '../harness/ratio.mjs'

const script = fileURLToPath(new URL('../near-miss-cost.mjs', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const RUNS = 3

/** The cost of a character at 50,000 forms against that at 5,000, on each text of the script; a round for each run. */
export async function measure() {
  const runs = Array.from({ length: RUNS }, run)
  return Object.keys(runs[0]).map((text) => {
    const rounds = runs.map((tables) => tables[text].map(({ nanoseconds }) => nanoseconds))
    return resultOf({
      name: `near-miss matching, ${text}: a character at 50,000 forms ÷ at 5,000`,
      values: rounds.map(([few, many]) => many / few),
      better: 'less',
      goal: { atMost: 1.5 },
      note: rounds.map(([few, many]) => `${few} → ${many} ns`).join(', '),
    })
  })
}

function run() {
  const sizes = ['--sizes', '5000,50000', '--rounds', '5', '--json']
  return JSON.parse(execFileSync(process.execPath, [script, ...sizes], { cwd: root, encoding: 'utf8' })).tables
}
