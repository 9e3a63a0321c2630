import { createChecker } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

const checker = createChecker({ rulebook: rulebookOf(({ detect }) => detect === 'slip'), model: defaultModel })

function findings(text: string): readonly (readonly [rule: string, right: string])[] {
  const report = checker.check({ text, format: 'plain', uri: 'line', date: 'unknown' })
  return report.findings.map(({ rule, suggestions }) => [rule, suggestions[0]?.text ?? ''])
}

describe('slips inside words', () => {
  test.each([
    ['我们要持坚群众路线。', 'typos/swapped-characters', '坚持'],
    ['严格行执各项规定。', 'typos/swapped-characters', '执行'],
    ['请收到后及时处理并馈反。', 'typos/swapped-characters', '反馈'],
    ['全面推进乡振兴各项工作。', 'typos/missing-character', '乡村振兴'],
    ['切实抓好安全生 产各项工作。', 'typos/split-word', '生产'],
  ])('%s', (text, rule, right) => {
    expect(findings(text)).toEqual([[rule, right]])
  })

  test.each([
    '坚持以进促稳、先立后破。',
    '棉粮挂钩奖售政策不变。',
    '案涉房屋已经交付。',
    '先照后证改革全面推开。',
    '加快自贸协定谈判进程。',
    '春 节 放 假 通 知',
    '领导班子 党员干部 普通群众',
    '张 三 李 四',
    '国泰民安 风调雨顺',
    '李白洋、王学文两位同志到会。',
    '走中国特色社会义经济发展道路。',
    '征求全国协委员的意见。',
  ])('%s is silent', (text) => {
    expect(findings(text)).toEqual([])
  })

  test('nothing is said without a model', () => {
    const bare = createChecker({ rulebook: rulebookOf(({ detect }) => detect === 'slip') })
    expect(bare.check({ text: '严格行执规定。', format: 'plain', uri: 'line', date: 'unknown' }).findings).toEqual([])
  })
})
