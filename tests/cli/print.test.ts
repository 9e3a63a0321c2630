import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { folderOf } from '../support/cli.ts'
import { ROOT } from '../support/shared.ts'

const PROGRAM = join(ROOT, 'packages/cli/bin/kanwu.cjs')
const LINES = Array.from({ length: 1500 }, (_, line) => `第${line}行，习总书记强调。`)

function start() {
  const draft = join(folderOf({ 'a.txt': LINES.join('\n') }), 'a.txt')
  return spawn(process.execPath, [PROGRAM, 'check', '--no-config', '--format', 'json', draft])
}

test('a report longer than a pipe holds arrives whole, however late it is read', async () => {
  const run = start()
  await setTimeout(1500)
  let output = ''
  run.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part
  })
  const [code] = (await once(run, 'close')) as [number]
  const { summary } = JSON.parse(output) as { summary: Record<string, number> }
  expect([code, summary['error']]).toEqual([1, LINES.length])
}, 30_000)

test('a reader that leaves early is no error', async () => {
  const run = start()
  let complaint = ''
  run.stderr.setEncoding('utf8').on('data', (part: string) => {
    complaint += part
  })
  run.stdout.once('data', () => run.stdout.destroy())
  const [code] = (await once(run, 'close')) as [number]
  expect([code, complaint]).toEqual([1, ''])
}, 30_000)
