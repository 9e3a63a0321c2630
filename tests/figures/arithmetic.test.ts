import { createChecker } from '@kanwu/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

const checker = createChecker({ rulebook: rulebookOf(({ category }) => ['figures', 'dates'].includes(category)) })

const rulesIn = (text: string, format = 'plain') =>
  checker.check({ text, format, uri: 'draft', date: '2024-07-04' }).findings.map(({ rule }) => rule)

const counts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 5 })
const classes = ['建议类', '咨询类', '投诉类', '求助类', '举报类']

describe('sums that are right stay silent, sums that are wrong are shown', () => {
  test('parts of a total', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 3 }), (parts, slip) => {
        fc.pre(new Set(parts).size === parts.length && parts.every((part) => part * 2 !== sum(parts)))
        const list = parts.map((part, index) => `${classes[index]}${part}件`).join('、')
        const total = sum(parts)
        expect(rulesIn(`共受理信件${total}件，其中${list}。`)).toEqual([])
        expect(rulesIn(`共受理信件${total + slip}件，其中${list}。`)).toEqual(['figures/parts-do-not-add-up'])
      }),
    )
  })

  test('shares, rounded or cut off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 9000 }), fc.integer({ min: 1, max: 19 }), (whole, part) => {
        const share = (part / whole) * 100
        const said = (percent: string) => `共发布信息${whole}条。其中，原创信息${part}条，占比${percent}%。`
        expect(rulesIn(said(share.toFixed(2)))).toEqual([])
        expect(rulesIn(said((Math.floor(share * 10) / 10).toFixed(1)))).toEqual([])
        expect(rulesIn(said((share + 3).toFixed(1)))).toEqual(['figures/share-does-not-fit'])
      }),
    )
  })

  test('totals of a table', () => {
    const table = (rows: readonly number[], total: number) =>
      [
        '| 单位 | 件数 |',
        '|---|---|',
        ...rows.map((row, index) => `| 第${index}镇 | ${row} |`),
        `| 合计 | ${total} |`,
      ].join('\n')
    fc.assert(
      fc.property(counts, (rows) => {
        expect(rulesIn(table(rows, sum(rows)), 'markdown')).toEqual([])
        expect(rulesIn(table(rows, sum(rows) + 1), 'markdown')).toEqual(['figures/table-total'])
      }),
    )
  })

  test('every day of the calendar with its weekday', () => {
    for (let day = Date.UTC(2023, 0, 1); day < Date.UTC(2025, 0, 1); day += 86_400_000) {
      const date = new Date(day)
      const words = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
      const [right, wrong] = [0, 3].map((shift) => '日一二三四五六'[(date.getUTCDay() + shift) % 7])
      expect(rulesIn(`定于${words}（星期${right}）开会。`), words).toEqual([])
      expect(rulesIn(`定于${words}（星期${wrong}）开会。`), words).toEqual(['dates/weekday-mismatch'])
    }
  })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
