import { createChecker, type Finding } from '@kanwu/core'
import { describe, expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

const checker = createChecker({ rulebook: rulebookOf(({ category }) => category === 'laws') })

function findings(text: string, date = '2026-11-22'): readonly Finding[] {
  return checker.check({ text, format: 'plain', uri: 'test.txt', date }).findings
}

function told(text: string, date?: string): string[] {
  return findings(text, date)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, text: found, suggestions }) => `${rule} ${found} → ${suggestions[0]?.text ?? ''}`)
}

describe('titles', () => {
  test('a title broken over two lines resolves, or is told where it begins', () => {
    expect(told('依据《中华人民共和国安全\n生产法》第一百二十条。')).toEqual([
      'laws/article-beyond-last 第一百二十条 → ',
    ])
    const [finding] = findings('依据《中华人民共和国安全\n生严法》处罚。')
    expect(finding).toMatchObject({ rule: 'laws/title-misspelt', text: '中华人民共和国安全', suggestions: [] })
    expect(finding?.message).toContain('中华人民共和国安全生产法')
  })

  test('blanks inside a title are seen through', () => {
    expect(told('依据《中华人民共和国 安全生产法》处罚。')).toEqual([])
  })

  test('a title is read with the titles inside it', () => {
    expect(told('《国务院实施〈中华人民共和国民族区域自制法〉若干规定》已公布。')).toEqual([
      'laws/title-misspelt 国务院实施〈中华人民共和国民族区域自制法〉若干规定 → 国务院实施〈中华人民共和国民族区域自治法〉若干规定',
    ])
    expect(told('《江城市实施〈中华人民共和国水土保特法〉办法》已公布。')).toEqual([
      'laws/title-misspelt 中华人民共和国水土保特法 → 中华人民共和国水土保持法',
    ])
    expect(told('《国务院实施〈中华人民共和国民族区域自治法〉若干规定》已公布。')).toEqual([])
  })

  test('a list of titles is judged title by title', () => {
    expect(told('依照《中华人民共和国行政处罚法》《中华人民共和国行政许何法》办理。')).toEqual([
      'laws/title-misspelt 中华人民共和国行政许何法 → 中华人民共和国行政许可法',
    ])
  })

  test('two real titles that differ by one character are both right', () => {
    expect(told('《中华人民共和国环境保护税法》《中华人民共和国监察法》《中华人民共和国监察官法》')).toEqual([])
  })

  test('a title right after words of duty is no mention of an error', () => {
    expect(told('依照《中华人民共和国政府采购实施条例》应当公开招标。')).toHaveLength(1)
    expect(told('将《中华人民共和国政府采购法实施条例》错写为《中华人民共和国政府采购实施条例》。')).toEqual([])
  })

  test('other numbers of a series are not mistakes', () => {
    expect(told('《中华人民共和国刑法修正案（十三）》正在起草。')).toEqual([])
  })

  test.each([
    '《江城市安全生产条例》《江城省信访条例》',
    '《湖北省实施〈中华人民共和国野生动物保护法〉办法》',
    '《关于进一步规范招标投标活动的通知》',
    '《香港植物品种保护条例》，香港《植物品种保护条例》',
    '《中华人民共和国安全生产法（修订草案）》',
    '《中华人民共和国民法典合同编》',
    '《中华人民共和国公司法（2018年修正）》',
    '《机动车停放管理办法（试行）》',
    '全体起立，奏唱《中华人民共和国国歌》。凭《中华人民共和国居民身份证》《中华人民共和国护照》入场。',
    '《江城市市容和环境卫生管理条例》第四十条',
    '《中华人民共和国教育法典（草案）》提请审议，加快制定《中华人民共和国电信法》。',
    '中华人民共和国公民的合法权益受中华人民共和国法律保护。',
    '《中华人民共和国船舶登记办法》《中华人民共和国航道管理条例实施细则》',
    '《国务院第724号令公布的《保障农民工工资支付条例》共七章。',
  ])('%s is silent', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('short names', () => {
  test('a defined short name stands for what it was defined as', () => {
    const text = '《中华人民共和国行政许可法》（以下简称《许可法》）已经施行。\n违反许可法第八十四条的，责令改正。'
    expect(told(text)).toEqual(['laws/article-beyond-last 第八十四条 → '])
  })

  test('a short name defined for a local text is no national law', () => {
    const text =
      '《江城市物业管理条例》（以下简称《物业管理条例》）已经施行。\n违反《物业管理条例》第一百条的，责令改正。'
    expect(told(text)).toEqual([])
  })

  test('本法 and 本条例 are the text itself', () => {
    expect(told('违反本条例第九十九条规定的，责令改正。')).toEqual([])
  })

  test('the longest title before an article counts', () => {
    expect(told('依照劳动合同法第九十八条。', '2022-01-01')).toEqual([])
    expect(told('依照合同法第九十八条。', '2022-01-01')).toHaveLength(1)
  })
})

describe('force', () => {
  test('合同法 is silent in 2019 and gives way to 民法典 in 2022', () => {
    const text = '双方依照《中华人民共和国合同法》订立合同。'
    expect(told(text, '2019-06-01')).toEqual([])
    const [finding] = findings(text, '2022-06-01')
    expect(finding).toMatchObject({ rule: 'laws/title-abolished', severity: 'warning' })
    expect(finding?.message).toContain('中华人民共和国民法典')
    expect(finding?.sources.map(({ id }) => id)).toEqual(['civil-code-1260'])
  })

  test('an unknown date silences what depends on it', () => {
    expect(told('双方依照《中华人民共和国合同法》订立合同。', 'unknown')).toEqual([])
  })

  test.each([
    '依照原《中华人民共和国合同法》处理。',
    '《中华人民共和国合同法》自2021年1月1日起废止。',
    '2018年，双方依照《中华人民共和国合同法》订立合同。',
    '《最高人民法院关于适用〈中华人民共和国合同法〉若干问题的解释（一）》现已废止。',
    '他说：“双方依照《中华人民共和国合同法》订立合同。”',
  ])('%s is history', (text) => {
    expect(told(text, '2022-06-01')).toEqual([])
  })

  test('the chain of successors ends at what is in force', () => {
    const [finding] = findings('依据《中华人民共和国经济合同法》办理。', '2022-06-01')
    expect(finding?.message).toContain('中华人民共和国民法典')
  })

  test('the ten laws of the ecology code are abolished from its first day', () => {
    const titles = [
      '环境保护法',
      '环境影响评价法',
      '海洋环境保护法',
      '大气污染防治法',
      '水污染防治法',
      '土壤污染防治法',
    ]
    const more = ['固体废物污染环境防治法', '噪声污染防治法', '放射性污染防治法', '清洁生产促进法']
    for (const title of [...titles, ...more]) {
      const text = `依据《中华人民共和国${title}》处罚。`
      expect(told(text, '2026-08-14'), title).toEqual([])
      expect(
        findings(text, '2026-08-15').map(({ rule }) => rule),
        title,
      ).toContain('laws/title-abolished')
    }
  })
})

describe('articles', () => {
  test.each([
    ['依据《中华人民共和国行政强制法》第七十一条。', 0],
    ['依据《中华人民共和国行政强制法》第七十二条。', 1],
    ['依据《中华人民共和国行政强制法》第72条。', 1],
    ['依据《中华人民共和国行政强制法》第７２条。', 1],
    ['依据《中华人民共和国行政强制法》第三条第二款第（三）项、第七十二条。', 1],
    ['依据《中华人民共和国行政强制法》第七十条至第七十五条。', 1],
    ['依据《中华人民共和国行政强制法》第三、七十五条。', 1],
    ['依据《中华人民共和国刑法》第一百三十三条之一。', 0],
    ['依据《中华人民共和国行政强制法》的第七十二条。', 1],
  ])('%s', (text, count) => {
    expect(told(text)).toHaveLength(count)
  })
})

describe('abolished laws that are only told of', () => {
  const table = (verdict: string): string =>
    `| 序号 | 文件 | 意见 |\n| --- | --- | --- |\n| 3 | 违反《个体工商户条例》的处理 | ${verdict} |`

  test('a row with the verdict of a clean-up is silent, another row is not', () => {
    const inTable = (verdict: string): readonly Finding[] =>
      checker
        .check({ text: table(verdict), format: 'markdown', uri: 'test.md', date: '2024-05-01' })
        .findings.filter(({ rule }) => rule === 'laws/title-abolished')
    expect(inTable('拟废止')).toEqual([])
    expect(inTable('照办')).toHaveLength(1)
  })

  test('an era counts only when it was over before the law was', () => {
    expect(told('“七五”普法期间宣传《物权法》。', '2024-05-01')).toEqual([])
    expect(told('“八五”普法期间宣传《物权法》。', '2024-05-01')).toHaveLength(1)
    expect(told('“十三五”时期落实《物权法》。', '2024-05-01')).toEqual([])
    expect(told('“十四五”时期落实《物权法》。', '2024-05-01')).toHaveLength(1)
  })

  test('the law named in its place was in force on the day of the draft', () => {
    const messageOn = (title: string, date: string): string =>
      findings(`依照《${title}》办理。`, date).find(({ rule }) => rule === 'laws/title-abolished')?.message ?? ''
    expect(messageOn('环境噪声污染防治法', '2023-03-01')).toContain('现行的是《中华人民共和国噪声污染防治法》')
    expect(messageOn('环境噪声污染防治法', '2026-10-01')).toContain('现行的是《中华人民共和国生态环境法典》')
    expect(messageOn('营业税暂行条例', '2019-03-01')).toContain('现行的是《中华人民共和国增值税暂行条例》')
  })
})
