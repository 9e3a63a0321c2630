import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createClauseIndex } from '../../packages/core/src/laws/clauses.ts'
import { createLawIndex } from '../../packages/core/src/laws/law-index.ts'
import { lawTables } from '../../packages/core/src/laws/law-tables.ts'
import { lookUpLaw } from '../../packages/core/src/laws/look-up.ts'
import { wholeRulebook } from '../support/rulebook.ts'
import { ROOT } from '../support/shared.ts'

interface CatalogScript {
  parse(text: string): Readonly<Record<string, string>>[]
  problemsOf(entries: readonly Readonly<Record<string, string>>[]): string[]
}

const script: CatalogScript = await import(join(ROOT, 'scripts/laws-catalog.mjs'))
const entries = script.parse(readFileSync(join(ROOT, 'rules/catalogs/laws.tsv'), 'utf8'))
const { catalogs } = wholeRulebook()
const index = createLawIndex(lawTables(catalogs['laws']!))

describe('the law catalog', () => {
  test('has no problems', () => {
    expect(script.problemsOf(entries)).toEqual([])
  })

  test('the validator sees what can be wrong', () => {
    const sound = entries.find(({ title }) => title === '中华人民共和国合同法')!
    const broken = [
      { ...sound, abolished: '2021-02-30' },
      { ...sound, title: '甲', successor: '乙' },
      { ...sound, title: '丙', abolished: '1998-01-01' },
      { ...sound, title: '丁', articles: '0' },
      { ...sound, title: '丁' },
    ]
    const problems = script.problemsOf(broken).join('\n')
    for (const problem of ['no date', 'not in the catalog', 'before its last revision', 'no count', 'duplicate']) {
      expect(problems).toContain(problem)
    }
  })

  test('holds the laws in force and at least sixty entries checked against two sources', () => {
    expect(entries.filter(({ kind, status }) => kind === '法律' && status === '有效').length).toBeGreaterThanOrEqual(
      300,
    )
    expect(entries.filter(({ verified }) => verified !== '').length).toBeGreaterThanOrEqual(60)
  })
})

describe('looking a law up', () => {
  test.each([
    ['合同法', '2020-12-31', 'in-force', '中华人民共和国民法典'],
    ['《中华人民共和国合同法》', '2021-01-01', 'abolished', '中华人民共和国民法典'],
    ['生态环境法典', '2026-08-14', 'not-yet', undefined],
    ['中华人民共和国生态环境法典', '2026-08-15', 'in-force', undefined],
    ['乡镇企业法', '2026-08-15', 'unknown', undefined],
    ['安全生产法', 'unknown', 'unknown', undefined],
  ])('%s on %s is %s', (title, date, force, successor) => {
    const { found } = lookUpLaw(index, title, date)
    expect(found?.force).toBe(force)
    expect(found?.replacedBy?.title).toBe(successor)
  })

  test('an unknown title brings the near ones', () => {
    expect(lookUpLaw(index, '中华人民共和国政府采购实施条例', '2026-11-22')).toEqual({
      suggestions: ['中华人民共和国政府采购法实施条例'],
    })
    expect(lookUpLaw(index, '江城市市容条例', '2026-11-22')).toEqual({ suggestions: [] })
  })

  test('paragraphs and items are those of the text', () => {
    const clauses = createClauseIndex(() => catalogs['law-clauses']!)
    expect(clauses.find('中华人民共和国个人所得税法', 4)).toEqual([10, 0])
    expect(clauses.find('中华人民共和国个人所得税法', 3)).toEqual([3])
    expect(clauses.find('中华人民共和国个人所得税法', 23)).toBeUndefined()
    expect(clauses.find('江城市条例', 1)).toBeUndefined()
  })
})
