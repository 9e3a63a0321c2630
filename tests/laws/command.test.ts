import { describe, expect, test } from 'vitest'
import { kanwu } from '../support/cli.ts'

describe('kanwu law', () => {
  test('tells force, successor and articles on a day', () => {
    const { stdout, code } = kanwu(['law', '合同法', '--date', '2022-01-01'])
    expect(code).toBe(0)
    expect(stdout).toContain('已废止')
    expect(stdout).toContain('《中华人民共和国民法典》')
    expect(stdout).toContain('428')
  })

  test('gives JSON', () => {
    const { stdout } = kanwu(['law', '合同法', '--date', '2019-01-01', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ date: '2019-01-01', found: { force: 'in-force', form: 'short' } })
  })

  test('offers the right title for a wrong one, and exits 1', () => {
    const { stdout, code } = kanwu(['law', '中华人民共和国政府采购实施条例'])
    expect(code).toBe(1)
    expect(stdout).toContain('中华人民共和国政府采购法实施条例')
  })

  test.each([[['law']], [['law', '合同法', '--date', '2022年']], [['law', '合同法', '物权法']]])(
    '%j is a usage error',
    (args) => {
      expect(kanwu(args).code).toBe(2)
    },
  )
})
