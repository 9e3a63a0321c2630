import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '@kanwu/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFiles } from '../support/corpora.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'
import { processorTime } from '../support/time.ts'
import { verdicts } from './paper.ts'

describe('texts that are no replies', () => {
  it.each([
    ['a law', '某某条例\n第九条 当事人不服的，可以在十五日内向人民法院起诉。'],
    ['a notice about replies', '关于规范政府信息公开申请答复书的通知\n可以在三个月内申请行政复议。'],
    ['a list of forms', '1.政府信息公开申请补正告知书\n可以在三个月内申请行政复议。'],
    ['a report', '2025年政府信息公开工作年度报告\n行政复议3件，行政诉讼2件。'],
    ['a court’s decision', '某某人民法院\n拘留决定书\n可以在三日内向上一级人民法院申请复议。'],
    ['an arbitration', '劳动仲裁不予受理通知书\n可以在十五日内向人民法院提起诉讼。'],
    ['state compensation', '国家赔偿决定书\n可以在三十日内申请复议。'],
    ['a decision on reconsideration', '行政复议决定书\n如不服本决定，可以在收到之日起15日内向人民法院提起行政诉讼。'],
    [
      'a story of reconsideration',
      '行政复议决定书\n申请人不服处罚，于某日向甲市人民政府申请行政复议，又向丙区人民法院提起行政诉讼。',
    ],
    ['a template of forms', '政府信息公开申请答复书（示范文本）\n可以在三个月内申请行政复议。'],
  ])('%s', (_, text) => {
    expect(verdicts(text)).toEqual([])
  })

  it('no text makes it throw', () => {
    const words = fc.constantFrom(
      '申请行政复议',
      '提起诉讼',
      '60日',
      '内',
      '向',
      '人民政府',
      '，',
      '。',
      '之日起',
      '自',
      '第三十三条',
      '（',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        expect(() => verdicts(`行政处罚决定书\n${parts.join('')}`)).not.toThrow()
      }),
    )
  })

  it('takes time in proportion to the text', () => {
    const text = `行政处罚决定书\n${'自向60日内申请行政复议或者提起诉讼（'.repeat(10_000)}`
    expect(processorTime(() => verdicts(text))).toBeLessThan(5000)
  })
})

const checker = createChecker({ rulebook: rulebookOf(({ category }) => category === 'replies') })
const corpora = sharedFolder('corpora')
const seeds = sharedFolder('seeds')

describe('official text', () => {
  it.skipIf(corpora === undefined)('is no reply', () => {
    const findings = (corpora === undefined ? [] : cleanFiles(corpora)).flatMap(
      ({ name, text, date }) => checker.check({ text, format: 'plain', uri: name, date }).findings,
    )
    expect(findings).toEqual([])
  })

  it.skipIf(seeds === undefined)('nor are notices of inspection', () => {
    const folder = seeds ?? ''
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8')
      expect(checker.check({ text, format: 'plain', uri: name, date: '2024-07-01' }).findings).toEqual([])
    }
  })
})
