import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { folderOf } from '../support/cli.ts'
import { PAGE } from '../support/page.ts'
import { ROOT } from '../support/shared.ts'

/** Processor milliseconds, user and system, that a child takes. */
function cost(args: readonly string[]): number {
  const used = spawnSync(
    '/usr/bin/env',
    ['bash', '-c', 'times >/dev/null; "$@" >/dev/null 2>&1; times', '_', process.execPath, ...args],
    { encoding: 'utf8' },
  )
  const [, children] = used.stdout.trim().split('\n')
  const seconds = [...(children ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  )
  return seconds.reduce((sum, part) => sum + part, 0) * 1000
}

/** What it may cost. An empty Node 22 starts in half the time of an empty Node 20, kanwu in nearly the same. */
const BUDGET = process.version.startsWith('v20.') ? 3 : 6

/** The least of several runs: what the work takes when nobody else is in the way. */
const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b))

function ratioOf(command: readonly string[]): number {
  const rounds = Array.from({ length: 9 }, () => ({ empty: cost(['-e', '0']), check: cost(command) }))
  return least(rounds.map(({ check }) => check)) / least(rounds.map(({ empty }) => empty))
}

test('a cold start on a one-page draft stays within its budget of empty Nodes', () => {
  const page = join(folderOf({ 'a.txt': PAGE }), 'a.txt')
  const kanwu = [join(ROOT, 'packages/cli/bin/kanwu.cjs'), 'check', '--no-config', page]
  // The first start may make the rulebook's snapshot, the second the code cache.
  for (let start = 0; start < 2; start++) cost(kanwu)
  let ratio = ratioOf(kanwu)
  // Whatever else the machine does only ever adds.
  for (let again = 0; again < 2 && ratio > BUDGET; again++) ratio = Math.min(ratio, ratioOf(kanwu))
  console.info(`cold start: ${ratio.toFixed(2)} × node -e 0`)
  expect(ratio).toBeLessThanOrEqual(BUDGET)
}, 60_000)
