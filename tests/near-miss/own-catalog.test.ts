import { createChecker } from '@kanwu/core'
import { describe, expect, it } from 'vitest'
import { ownCatalogRule, readOwnCatalog } from '../../packages/core/src/matchers/near-miss/own-catalog.ts'
import { extendRulebook } from '../../packages/core/src/rulebook/index.ts'
import { wholeRulebook } from '../support/rulebook.ts'

const csv = `规范写法,简称,开始,说明
青川县河长制办公室,县河长办,,2017年设
"“四季花海”乡村旅游项目",,2023-01-01,
`

const yaml = `- 青川县河长制办公室
- 规范写法: “四季花海”乡村旅游项目
  简称: [四季花海项目]
  from: "2023-01-01"
`

function problemsOf(path: string, text: string): string[] {
  return readOwnCatalog({ path, text }, 'names').problems.map(({ line, message }) => `${line}: ${message}`)
}

describe.each([
  ['名称表.csv', csv],
  ['名称表.yaml', yaml],
])('%s', (path, text) => {
  it('guards its names through the whole pipeline', () => {
    const { catalog, problems } = readOwnCatalog({ path, text }, 'names')
    expect(problems).toEqual([])
    const own = { topics: [], catalogs: [catalog!], rules: [ownCatalogRule(catalog!)] }
    const rulebook = extendRulebook({ ...wholeRulebook(), rules: [] }, own)
    const { findings } = createChecker({ rulebook }).check({
      text: '青川县河长治办公室牵头，“四季化海”乡村旅游项目已经开工。',
      format: 'plain',
      uri: 'x',
      date: '2024-05-01',
    })
    expect(findings.map(({ rule, message, suggestions }) => [rule, message, suggestions[0]?.text])).toEqual([
      ['own/names', '与本单位名称表有出入：“制”误作“治”', '青川县河长制办公室'],
      ['own/names', '与本单位名称表有出入：“花”误作“化”', '“四季花海”乡村旅游项目'],
    ])
    expect(findings[0]?.sources[0]?.title).toBe('本单位自定')
  })
})

describe('a bad row is named by its line', () => {
  it.each([
    ['a.csv', 'form\n某某\n', '2: “某某”只有 2 字，至少 4 字才能近似比对'],
    ['a.csv', 'form,from\n青川县河长办公室,2017年\n', '2: from 应写作 2024-01-31 这样的日期，现为“2017年”'],
    ['a.csv', 'form,部门\n青川县河长办公室,水利\n', '1: 不认识的列“部门”'],
    ['a.csv', 'variants\n青川县河长办公室\n', '1: 缺少“规范写法”（form）一列'],
    ['a.csv', 'form\n青川县河长办公室,多出来\n', '2: 有 2 列，表头只有 1 列'],
    ['a.csv', 'form,note\n"青川县\n河长办公室",一\n青川县河长办公室,二\n', '4: “青川县河长办公室”与第 2 行重复'],
    ['a.csv', '', '1: 没有条目'],
    ['a.yaml', '- 青川县河长办公室\n- 规范写法: 青川县政务中心\n  电话: 1\n', '2: 不认识的列“电话”'],
    ['a.yaml', '名称: 青川县河长办公室\n', '1: 应为一列名称'],
    ['a.yml', '- [青川县, 河长办]\n', '1: 应为一个名称，或“规范写法: …”这样的条目'],
    ['a.yml', '- "青川县\n', '2: YAML 语法错误'],
  ])('%s %j', (path, text, problem) => {
    expect(problemsOf(path, text).some((told) => told.startsWith(problem))).toBe(true)
  })
})
