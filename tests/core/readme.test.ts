import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '@kanwu/core'
import { loadRulebook } from '@kanwu/node'
import { expect, test } from 'vitest'
import { ROOT } from '../support/shared.ts'

test('the README’s example of the library runs and finds what it shows', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const body = example.replace(/^import .*\n/gm, '')
  const lines: unknown[][] = []
  const AsyncFunction = (async () => undefined).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>
  const run = new AsyncFunction('createChecker', 'loadRulebook', 'console', body)
  await run(createChecker, loadRulebook, { log: (...words: unknown[]) => lines.push(words) })
  expect(lines).toEqual([['leaders/general-secretary-truncated', '习总书记', '习近平总书记']])
})
