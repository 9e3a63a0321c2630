import { maskAll } from '@kanwu/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { processorTime } from '../support/time.ts'

it.each([
  ['身份证330106189003074518，手机13800000000', '身份证33*************518，手机138****0000'],
  ['３３０１０６１８９００３０７４５１８', '３３*************５１８'],
  ['330106 18900307 4518', '33**** ******** *518'],
  ['35010218811225334x。', '35*************34x。'],
  ['卡号6217 0000 0000 0000 129', '卡号6217 **** **** ***0 129'],
  ['+8613800000000', '+86138****0000'],
  ['护照E00000001', '护照E*****001'],
  ['信箱linyu@example.com', '信箱li***@example.com'],
  ['办公电话0571-80000000、010-60000000', '办公电话0571-80000000、010-60000000'],
  ['2024年全省投入1234567.89万元', '2024年全省投入1234567.89万元'],
  ['编号11010518900307000112', '编号1101************0112'],
])('masks %s', (text, masked) => {
  expect(maskAll(text)).toBe(masked)
})

it('keeps the length of any text, and no eleven or more digits in a row', () => {
  const digits = fc.stringMatching(/^1[3-9][0-9]{9}$/)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), digits, fc.string(), (before, number, after) => {
      const text = `${before}，${number}，${after}`
      const masked = maskAll(text)
      expect(masked).toHaveLength(text.length)
      expect(masked).not.toContain(number)
    }),
  )
})

it('takes time in proportion to the text', () => {
  const text = '1 '.repeat(100_000) + '@'.repeat(100_000) + '13800000000'.repeat(20_000)
  expect(processorTime(() => maskAll(text))).toBeLessThan(5000)
})
