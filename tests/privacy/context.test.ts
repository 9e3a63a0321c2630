import { createChecker, type Document, type FileReport, type Segment } from '@kanwu/core'
import { describe, expect, it } from 'vitest'
import { compileMatchers } from '../../packages/core/src/matchers/index.ts'
import { intlSegmenter } from '../../packages/core/src/segmentation/intl.ts'
import { verbatim } from '../../packages/core/src/text/offset-map.ts'
import { rulebookOf } from '../support/rulebook.ts'

const rulebook = rulebookOf(({ category }) => category === 'privacy')
const checker = createChecker({ rulebook })

function report(text: string, date = '2026-11-22'): FileReport {
  return checker.check({ text, format: 'plain', uri: 'draft.txt', date })
}

/** `rule severity` of each finding, `(rule)` of each that was seen and let pass. */
function verdicts(text: string, date?: string): string[] {
  const { findings, exempted } = report(text, date)
  return [
    ...findings.map(({ rule, severity }) => `${rule.replace('privacy/', '')} ${severity}`),
    ...exempted.map(({ finding }) => `(${finding.rule.replace('privacy/', '')})`),
  ]
}

/** The same for a table given as rows of cells; its segments are made here, whatever the formats can read. */
function tableVerdicts(rows: readonly (readonly string[])[]): string[] {
  const segments: Segment[] = []
  for (const [row, cells] of rows.entries()) {
    for (const [column, text] of cells.entries()) {
      if (text === '') continue
      const place = verbatim(text, segments.length * 100)
      segments.push({ index: segments.length, scope: 'cell', cell: { table: 0, row, column }, ...place })
    }
  }
  const document: Document = {
    source: { text: '', format: 'plain', uri: 'table' },
    segments,
    links: [],
    directives: [],
    problems: [],
    date: '2026-11-22',
  }
  return compileMatchers(rulebook)
    .flatMap((matcher) => matcher.find({ document, segmenter: intlSegmenter() }, segments))
    .map(({ rule, severity, exempt }) => {
      const name = rule.id.replace('privacy/', '')
      return exempt === undefined ? `${name} ${severity ?? rule.severity}` : `(${name})`
    })
}

describe('a mobile number in running text', () => {
  it.each([
    ['张三，13800000000', ['mobile-number error']],
    ['申请人张三（13800000000）', ['mobile-number error']],
    ['13800000000（张三）', ['mobile-number error']],
    ['请拨13800000000', ['mobile-number warning']],
    ['张三，身份证号330106189003074518，联系电话13800000000', ['identity-number error', 'mobile-number error']],
    ['联系电话：13800000000', ['(mobile-number)']],
    ['1.张三，男，56岁，联系电话13800000000', ['mobile-number error']],
    ['王主任 13800000000', ['mobile-number warning']],
    ['联系电话：0571-80000000\n拟补助名单\n张三 13800000000', ['mobile-number error']],
    ['联系人：张三\n邮寄地址：某路1号\n手机：13800000000', ['(mobile-number)']],
    ['咨询电话：0571-80000000，13800000000', ['(mobile-number)']],
    ['举报电话13800000000', ['(mobile-number)']],
    ['值班电话 138 0000 0000', ['(mobile-number)']],
    ['传真：13800000000', ['(mobile-number)']],
    ['联系人：张三\n手机：13800000000', ['(mobile-number)']],
    ['手机号码\n13800000000', ['mobile-number warning']],
    ['手机：１３８　００００　００００', ['mobile-number warning']],
    ['手机：+86 13800000000', ['mobile-number warning']],
    ['手机：+8613800000000', ['mobile-number warning']],
    ['增长13800000000元', []],
    ['共13800000000.5吨', []],
    ['第13800000000号', []],
    ['序列号13800000000', []],
    ['0722-3257066，027-60858577，12345，400-800-8000', []],
    ['12800000000和10000000000', []],
    ['138 0000 0000三项合计', []],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })
})

describe('an identity number in running text', () => {
  it.each([
    ['330106189003074518', ['identity-number error']],
    ['330106 18900307 4518', ['identity-number error']],
    ['330106-18900307-4518', ['identity-number error']],
    ['3 3 0 1 0 6 1 8 9 0 0 3 0 7 4 5 1 8', ['identity-number error']],
    ['330106\u200b189003074518', ['identity-number error']],
    ['2024 330106189003074518 2025', ['identity-number error']],
    ['12330106189003074518', []],
    ['A330106189003074518', []],
    ['330199189003074511', ['identity-number warning']],
    ['330106500307451', []],
    ['身份证号330106500307451', ['identity-number-old error']],
    ['外国人永久居留身份证FRA110000000012', ['identity-number error']],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })

  it('asks for the draft’s own day', () => {
    const born2020 = '110105202002290012'
    expect(verdicts(born2020, '2021-01-01')).toEqual(['identity-number error'])
    expect(verdicts(born2020, '2019-01-01')).toEqual([])
    expect(verdicts(`身份证号${born2020}`, '2019-01-01')).toEqual(['identity-number-doubtful warning'])
    expect(verdicts(born2020, 'unknown')).toEqual(['identity-number error'])
  })
})

describe('numbers in tables', () => {
  it('judges a list of persons', () => {
    const rows = [
      ['姓名', '身份证号', '联系电话', '补助金额'],
      ['张三', '330106189003074518', '13800000000', '13900000000'],
      ['李四', '33*************518', '138****0000', '500'],
    ]
    expect(tableVerdicts(rows)).toEqual(['identity-number error', 'mobile-number error', 'mobile-number error'])
  })

  it('lets a table of posts publish its numbers', () => {
    const rows = [
      ['单位', '联系人', '联系电话'],
      ['区水利局', '张三', '13800000000'],
    ]
    expect(tableVerdicts(rows)).toEqual(['(mobile-number)'])
  })

  it('warns of names with phones alone', () => {
    const rows = [
      ['姓名', '联系电话'],
      ['张三', '13800000000'],
    ]
    expect(tableVerdicts(rows)).toEqual(['mobile-number warning'])
  })

  it('reads the label to the left in a form', () => {
    const rows = [
      ['姓名', '张三', '身份证号码', '330106189003074519'],
      ['卡号', '6217000000000000129', '护照号', 'E00000001'],
    ]
    expect(tableVerdicts(rows)).toEqual(['identity-number-doubtful warning', 'bank-card error', 'passport error'])
  })

  it('joins a number that stands in adjacent cells', () => {
    const boxes = [...'330106189003074518']
    expect(tableVerdicts([['身份证号', ...boxes]])).toHaveLength(18)
    expect(tableVerdicts([['张三', '330106', '18900307', '4518']])).toHaveLength(3)
    expect(tableVerdicts([['张三', '330106', '18900307', '4519']])).toEqual([])
    expect(tableVerdicts([['手机号码', ...'13800000000']])).toHaveLength(11)
    expect(tableVerdicts([['合计', ...'13800000000']])).toEqual([])
    expect(tableVerdicts([['银行卡号', '6217', '0000', '0000', '0000', '129']])).toHaveLength(5)
  })

  it('stays quiet about figures', () => {
    const rows = [
      ['年份', '产值（元）', '税收（元）'],
      ['2023', '330106189003074519', '202300000000'],
    ]
    expect(tableVerdicts(rows)).toEqual([])
  })
})

describe('masking and other data', () => {
  it.each([
    ['张三 138****0000', []],
    ['张三 138***0000', ['weak-masking warning']],
    ['张三 身份证号330106********4518', []],
    ['张三 身份证号330106189003***518', ['weak-masking warning']],
    ['面积1500*800*600毫米', []],
    ['网址标识码3025416030774556', []],
    ['单号6217000000000000129', []],
    ['6217 0000 0000 0000 129', ['bank-card warning']],
    ['统一社会信用代码91350100M000100Y43', []],
    ['91350100m000100y44', ['credit-code warning']],
    ['车主：冯立新，京A·00A00', ['vehicle-plate warning']],
    ['邮箱：office@example.gov.cn', []],
    ['邮箱：10000000＠qq．com', ['private-mailbox warning']],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })

  it('takes a private mailbox in a reply for an error', () => {
    expect(verdicts('政府信息公开申请答复书\n意见可发10000000@qq.com')).toEqual(['private-mailbox error'])
  })

  it('says nothing that was not masked', () => {
    const { findings, exempted } = report('张三330106189003074518，13800000000\n联系电话：13900000000')
    const said = JSON.stringify([findings, exempted].map((list) => JSON.stringify(list)))
    for (const number of ['330106189003074518', '13800000000', '13900000000']) expect(said).not.toContain(number)
    expect(findings.map(({ text }) => text)).toEqual(['33*************518', '138****0000'])
    expect(findings.every(({ personal }) => personal)).toBe(true)
  })
})
