import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TSchema } from 'typebox'
import Value from 'typebox/value'
import { expect, test } from 'vitest'
import { Stopwatch } from '../../packages/cli/src/stats/stopwatch.ts'
import { folderOf, kanwu, OWN_RULE } from '../support/cli.ts'
import { ROOT } from '../support/shared.ts'

interface Stats {
  readonly milliseconds: number
  readonly files: number
  readonly characters: number
  readonly stages: readonly { stage: string; kind?: string; milliseconds: number; times: number }[]
  readonly rules: readonly {
    rule: string
    kind?: string
    matches: number
    findings: number
    exempted: number
    milliseconds?: number
  }[]
}

const DRAFTS = {
  ...OWN_RULE,
  'a.md': '# 通知\n\n测错词，测错词。\n\n<!-- kanwu-disable-next-line -->\n测错词。\n',
  'b.txt': '占比在10-15%之间。',
}

function statsOf(...args: readonly string[]) {
  const run = kanwu(['check', '--format', 'json', '--stats', '--severity', 'error', ...args], {
    cwd: folderOf(DRAFTS),
  })
  return { ...run, report: JSON.parse(run.stdout) as { stats: Stats } }
}

test('JSON has the stats: every stage, kinds with the most time first, what each rule did', () => {
  const { report } = statsOf('a.md', 'b.txt')
  const { stats } = report
  expect(stats.files).toBe(2)
  expect(stats.characters).toBe(DRAFTS['a.md'].length + DRAFTS['b.txt'].length)
  const stages = stats.stages.map(({ stage }) => stage)
  for (const stage of ['start', 'rulebook', 'compile', 'read', 'decode', 'extract', 'match', 'exempt', 'report']) {
    expect(stages).toContain(stage)
  }
  const times = stats.stages.map(({ milliseconds }) => milliseconds)
  expect(times).toEqual([...times].sort((a, b) => b - a))
  expect(stats.stages.find(({ stage }) => stage === 'extract')?.times).toBe(2)
  expect(stats.stages.find(({ kind }) => kind === 'phrase')?.times).toBe(2)
  const own = stats.rules.find(({ rule }) => rule === 'own/wrong-word')
  expect(own).toMatchObject({ kind: 'phrase', matches: 3, findings: 2, exempted: 1 })
  // What the stages took lies within the run: none is counted twice.
  expect(times.reduce((sum, time) => sum + time, 0)).toBeLessThanOrEqual(stats.milliseconds + times.length)
})

test('rules with an expression of their own have a time, also when they find nothing', () => {
  const { stats } = statsOf('b.txt').report
  const timed = stats.rules.filter(({ milliseconds }) => milliseconds !== undefined)
  expect(timed.length).toBeGreaterThan(0)
  expect(timed.every(({ kind }) => kind === 'pattern')).toBe(true)
})

test('the JSON with stats fits its committed schema', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'packages/cli/schema/report.schema.json'), 'utf8')) as TSchema
  expect([...Value.Errors(schema, statsOf('a.md').report)]).toEqual([])
})

test('people read the tables on stderr; the findings on stdout are as without', () => {
  const cwd = folderOf(DRAFTS)
  const plain = kanwu(['check', 'a.md'], { cwd })
  const counted = kanwu(['check', 'a.md', '--stats'], { cwd })
  expect(counted.stdout).toBe(plain.stdout)
  expect(counted.code).toBe(plain.code)
  expect(plain.stderr).toBe('')
  expect(counted.stderr).toMatch(/^共 [\d.]+ 毫秒：1 个文件、\d+ 字\n/)
  expect(counted.stderr).toMatch(/^查找 phrase +[\d.]+ +[\d.]+% +1$/m)
  expect(counted.stderr).toMatch(/^own\/wrong-word +3 +2 +1$/m)
  expect(counted.stderr).toMatch(/^输出 /m)
})

test('without --stats there are none', () => {
  const run = kanwu(['check', '--format', 'json', 'a.md'], { cwd: folderOf(DRAFTS) })
  expect(JSON.parse(run.stdout)).not.toHaveProperty('stats')
  expect(run.stderr).toBe('')
})

test('a stopwatch times promises until they settle, and work that fails', async () => {
  const stopwatch = new Stopwatch()
  const wait = () => new Promise((resolve) => setTimeout(resolve, 30))
  await stopwatch.timing('wait', wait)
  const fail = () => {
    throw new Error('no')
  }
  expect(() => stopwatch.timing('fail', fail)).toThrow('no')
  await expect(stopwatch.timing('reject', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(stopwatch.spent.get('wait')?.milliseconds).toBeGreaterThan(20)
  expect(stopwatch.spent.get('wait')?.times).toBe(1)
  expect([...stopwatch.spent.keys()]).toEqual(['start', 'wait', 'fail', 'reject'])
})
