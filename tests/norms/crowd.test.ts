import { createChecker, type Finding } from '@kanwu/core'
import { expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'
import { processorTime } from '../support/time.ts'

const FIELDS = /^(?:punctuation|numerals|usage-style)\/|^documents\/document-number/
const checker = createChecker({ rulebook: rulebookOf(({ id }) => FIELDS.test(id)) })

const commasIn = (text: string): Finding[] =>
  checker
    .check({ text, format: 'plain', uri: 'crowd', date: '2026-11-22' })
    .findings.filter(({ rule }) => rule === 'punctuation/half-width-mark')

const severities = (findings: readonly Finding[]) => findings.map(({ severity }) => severity)

test('a slip here and there is told each time', () => {
  const findings = commasIn('各镇街要压实责任,按时整改。\n整改情况要留痕,可查可溯。')
  expect(severities(findings)).toEqual(['warning', 'warning'])
  expect(findings[0]?.message).toBe('中文语句里用了半角标点，全文共2处')
})

test('of one paragraph the first place is told, the others are advice with their own cure', () => {
  const findings = commasIn('各镇街要压实责任,按时整改,不得拖延。')
  expect(severities(findings)).toEqual(['warning', 'info'])
  expect(findings[1]?.suggestions[0]?.text).toBe('，')
})

test('a habit of the whole document is told once, and names other places', () => {
  const findings = commasIn(Array.from({ length: 20 }, () => '各镇街要压实责任,按时整改。').join('\n'))
  expect(severities(findings)).toEqual(['warning', ...Array.from({ length: 19 }, () => 'info')])
  expect(findings[0]?.related).toHaveLength(9)
})

test('forty thousand marks of any kind are read in one breath', () => {
  for (const unit of ['甲“（', '甲,', '9. 7% ', '甲。，', '1、2个', '3-5亿', '（\n', '甲\t9. 7\t']) {
    const text = unit.repeat(40_000 / unit.length)
    const time = processorTime(() => checker.check({ text, format: 'plain', uri: 'crowd' }))
    expect(time, unit).toBeLessThan(30_000)
  }
})
