import { createChecker, intlSegmenter } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

const rulebook = rulebookOf(({ detect }) => detect === 'mistyped')
const segmenter = intlSegmenter()
const checker = createChecker({ rulebook, segmenter, model: defaultModel })

/** What is told of a text: what is written and what is meant. */
function told(text: string, by = checker): readonly string[] {
  const { findings } = by.check({ text, format: 'plain', uri: 'line', date: 'unknown' })
  return findings.map(({ text: written, suggestions }) => `${written} ${suggestions[0]?.text}`)
}

describe('two characters that make no word', () => {
  test.each([
    ['落实各项政策挫施。', '挫施 措施'],
    ['请认真惯彻执行。', '惯彻 贯彻'],
    ['不断提高人民群众的生活只良。', '只良 质量'],
    ['积极参加志愿服务火动。', '火动 活动'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  test.each([
    '落实各项政策措施。',
    '项目位于只良镇火动村。',
    '市公安局章贡分局民警到场。',
    '省直、县直有关部门参加会议。',
    '张挫施和李惯彻获得表彰。',
    '外运的煤有条件集中装车。',
    '旅客应当出示其所收执的航空客票。',
  ])('%s is left alone', (text) => {
    expect(told(text)).toEqual([])
  })

  test('nothing is told without a model', () => {
    expect(told('落实各项政策挫施。', createChecker({ rulebook, segmenter }))).toEqual([])
  })
})
