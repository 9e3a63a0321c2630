import { createChecker, type Source } from '@kanwu/core'
import { expect, test } from 'vitest'
import { fixtureRulebook, REQUIRED } from '../support/fixture-rulebook.ts'

const rulebook = fixtureRulebook(
  `id: phrase, wrong: [测错词], right: [测对词], ${REQUIRED}`,
  `id: slow, detect: pattern, with: {anchor: [第], match: '第[一二]{2}项'}, right: [第二项], ${REQUIRED}`,
  `id: elsewhere, detect: pattern, with: {anchor: [无处], match: '无处[一二]'}, right: [处], ${REQUIRED}`,
)
const source: Source = { text: '# 测错词\n\n第一二项，测错词。', format: 'markdown', uri: 'a.md', date: '2024-07-04' }

test('a stopwatch is told of every stage, of the kinds that search, and of rules with expressions that were tried', () => {
  const told: string[] = []
  const timing = <Result>(task: string, work: () => Result): Result => {
    told.push(task)
    return work()
  }
  const report = createChecker({ rulebook, timing }).check(source)
  expect(told[0]).toBe('compile')
  expect([...new Set(told)].sort()).toEqual(
    ['compile', 'exempt', 'extract', 'match pattern', 'match phrase', 'report', 'rule test/slow'].sort(),
  )
  expect(report).toEqual(createChecker({ rulebook }).check(source))
  expect(report.findings).toHaveLength(3)
})

test('without a stopwatch the matchers are the compiled ones themselves', async () => {
  const { timedMatchers } = await import('../../packages/core/src/timing.ts')
  const { compileMatchers } = await import('../../packages/core/src/matchers/index.ts')
  const matchers = compileMatchers(rulebook)
  expect(timedMatchers(matchers, undefined)).toBe(matchers)
})
