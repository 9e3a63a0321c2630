// Near-miss matching as catalogs grow, by the script that measures it alone: 5,000 and 50,000 forms.
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { resultOf } from '../harness/ratio.mjs'

const script = fileURLToPath(new URL('../near-miss-cost.mjs', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const RUNS = 3

/** The cost of a character at 50,000 forms against that at 5,000, a round for each run of the script. */
export async function measure() {
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(
      execFileSync(process.execPath, [script, '--sizes', '5000,50000', '--json'], { cwd: root, encoding: 'utf8' }),
    ),
  )
  const rows = runs.map(({ rows: [few, many] }) => ({ few: few.nanoseconds, many: many.nanoseconds }))
  return [
    resultOf({
      name: 'near-miss matching: a character at 50,000 forms ÷ at 5,000',
      values: rows.map(({ few, many }) => many / few),
      better: 'less',
      goal: { atMost: 1.5 },
      note: rows.map(({ few, many }) => `${few} → ${many} ns`).join(', '),
    }),
  ]
}
