import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { folderOf } from '../support/cli.ts'
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

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

test('a cold start on a one-page draft costs at most three empty Nodes', () => {
  const page = join(folderOf({ 'a.txt': '各单位要抓好落实，按时报送整改情况。'.repeat(60) }), 'a.txt')
  const kanwu = [join(ROOT, 'packages/cli/bin/kanwu.cjs'), 'check', '--no-config', page]
  cost(kanwu)
  const rounds = Array.from({ length: 7 }, () => ({ empty: cost(['-e', '0']), check: cost(kanwu) }))
  const ratio = median(rounds.map(({ empty, check }) => check / empty))
  console.info(`cold start: ${ratio.toFixed(2)} × node -e 0`)
  expect(ratio).toBeLessThanOrEqual(3)
})
