import { createChecker } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { expect, test } from 'vitest'
import { wholeRulebook } from '../support/rulebook.ts'

const checker = createChecker({ rulebook: wholeRulebook(), segmenter: hostSegmenter() })

function told(text: string): { readonly found: string[]; readonly covered: string[] } {
  const { findings, exempted } = checker.check({ text, format: 'plain', uri: 'one-place', date: '2026-03-12' })
  return {
    found: findings.map(({ rule }) => rule),
    covered: exempted.filter(({ because }) => because === 'covered').map(({ finding }) => finding.rule),
  }
}

test('a title mark that a law lacks is told with the law only', () => {
  const { found, covered } = told('依据《中华人民共和国安全生产法第三十二条作出决定。')
  expect(found).toEqual(['laws/marks-unpaired'])
  expect(covered).toContain('punctuation/title-unclosed')
})

test('the same stretch is told once, by the graver rule', () => {
  const { found, covered } = told('最高人民检查院发布典型案例。')
  expect(found).toEqual(['institutions/supreme-court-misnamed'])
  expect(covered).toContain('typos/misspelling')
})

test('a mark that a stretch with no suggestion holds is still told', () => {
  const { found } = told('完成投资120亿元，同比增长5.2%,比上年减少6亿元，')
  expect(found).toContain('punctuation/half-width-mark')
})

test('faults side by side are each told', () => {
  expect(told('各镇街要压实责任，，由国家工商行政管理总局负责。').found).toEqual(
    expect.arrayContaining(['punctuation/doubled-mark', 'institutions/renamed']),
  )
})
