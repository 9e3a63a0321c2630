import { createChecker, type Rule } from '@kanwu/core'
import { describe, expect, test } from 'vitest'
import { literalsOf } from '../../packages/core/src/matchers/pattern/anchor-ways.ts'
import { measurePattern } from '../../packages/core/src/matchers/pattern/measure.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { leastTime } from '../support/time.ts'

/** A rulebook with one pattern rule of the test's own. */
function checkerOf(anchor: readonly string[], match: string, right: readonly string[] = []) {
  const rulebook = rulebookOf(({ id }) => id === 'numerals/celsius-split')
  const rule: Rule = { ...rulebook.rules[0]!, with: { anchor, match }, right, message: '{unit}不对', fix: 'suggested' }
  return createChecker({ rulebook: { ...rulebook, rules: [rule] } })
}

const findingsOf = (checker: ReturnType<typeof createChecker>, text: string) =>
  checker.check({ text, format: 'plain', uri: 'test' }).findings

describe('what a pattern may be', () => {
  test.each([
    ['a*', '上限'],
    ['a+b', '上限'],
    ['a{2,}', '上限'],
    ['(a)\\1', '反向引用'],
    ['(?<x>a)\\k<x>', '反向引用'],
    ['(a', '少了一个 )'],
    ['a)', '多了一个 )'],
    ['[ab', '少了一个 ]'],
  ])('%s is refused', (source, reason) => {
    expect(() => checkerOf(['a'], source)).toThrow(reason)
  })

  test('one that looks too far or may be tried in too many ways is refused', () => {
    expect(() => checkerOf(['a'], 'a.{0,60}b')).toThrow('最多能看')
    expect(() => checkerOf(['a'], '(?:a{1,4}){1,8}')).toThrow('最多要比较')
  })

  test('an anchor and an expression are needed', () => {
    expect(() => checkerOf([], 'a')).toThrow('缺少 with.anchor')
    expect(() => checkerOf(['a'], '(?<1>a)')).toThrow('不是正则表达式')
  })

  test('anchors stand for a bounded number of literals', () => {
    expect(literalsOf('甲')).toEqual(['甲'])
    expect(literalsOf('[(1')).toEqual(['[(1'])
    expect(literalsOf('[至到]\\d年')).toHaveLength(20)
    expect(literalsOf('约[有\\d几]')).toContain('约7')
    expect(() => checkerOf(['\\d\\d\\d'], '\\d{3}')).toThrow('上限')
  })

  test('the measure counts characters and steps', () => {
    expect(measurePattern('ab?(?=[cd])')).toEqual({ reach: 3, steps: 4 })
    expect(measurePattern('\\p{Script=Han}{1,3}').reach).toBe(6)
  })
})

describe('what a pattern finds', () => {
  test('groups go into the suggestion and the message; the span is the group at', () => {
    const checker = checkerOf(['公里'], '(\\d{1,3})(?<at>(?<unit>公里)路)', ['$1$<unit>'])
    const [finding] = findingsOf(checker, '全长12公里路。')
    expect(finding).toMatchObject({ text: '公里路', message: '公里不对', span: { start: 4, end: 7 } })
    expect(finding?.suggestions[0]?.text).toBe('12公里')
  })

  test('an anchor may be of several characters', () => {
    const checker = checkerOf(['[分元]\\d'], '\\d{1,3}(?:元|分)\\d')
    expect(findingsOf(checker, '5分8角9元7厘6分整').map(({ text }) => text)).toEqual(['5分8', '9元7'])
  })

  test('matches without an anchor do not count, and every anchor is tried', () => {
    const checker = checkerOf(['元'], '\\d{1,3}(?:元|分)')
    expect(findingsOf(checker, '5分8元9分').map(({ text }) => text)).toEqual(['8元'])
    const spread = `3元${'，'.repeat(300)}4元，5元`
    expect(findingsOf(checker, spread).map(({ text }) => text)).toEqual(['3元', '4元', '5元'])
  })

  test('a start or an end of the window is not taken for one of the text', () => {
    const checker = checkerOf(['乙'], '^甲{0,2}乙$')
    expect(findingsOf(checker, '甲乙')).toHaveLength(1)
    expect(findingsOf(checker, `${'丙'.repeat(90)}甲乙`)).toHaveLength(0)
  })

  test('a long text of anchors takes time in proportion', () => {
    const checker = checkerOf(['零'], '(?<![一零])[一二零]{2,8}(?=年)')
    const time = (length: number) => {
      const text = '零'.repeat(length)
      return leastTime(() => findingsOf(checker, text))
    }
    time(20_000)
    expect(time(400_000)).toBeLessThan(Math.max(40, time(40_000)) * 40)
  })
})
