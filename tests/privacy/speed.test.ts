import { createChecker } from '@kanwu/core'
import { expect, it } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'
import { processorTime } from '../support/time.ts'

const checker = createChecker({ rulebook: rulebookOf(({ category }) => category === 'privacy') })

it.each([
  ['numbers in one line', '电话13800000000，'.repeat(5_000)],
  ['names in one line', '张三13800000000'.repeat(5_000)],
  ['a long row of cells', '1\t'.repeat(20_000)],
  ['many rows', '张三\t330106189003074518\t13800000000\n'.repeat(5_000)],
  ['mailboxes without end', 'a@'.repeat(50_000)],
  ['stars without end', '1*'.repeat(50_000)],
  ['digits without end', '1'.repeat(200_000)],
  ['digits and blanks', '1 '.repeat(50_000)],
])('%s take time in proportion', (_, text) => {
  const time = processorTime(() => checker.check({ text, format: 'plain', uri: 'draft', date: '2026-11-22' }))
  expect(time).toBeLessThan(8000)
})
