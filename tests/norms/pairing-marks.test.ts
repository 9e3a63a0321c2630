import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairParagraphs } from '../../packages/core/src/matchers/pairing-marks/across.ts'
import { pairMarks } from '../../packages/core/src/matchers/pairing-marks/pair.ts'
import { verbatim } from '../../packages/core/src/text/offset-map.ts'
import type { Segment } from '../../packages/core/src/types.ts'
import { leastTime } from '../support/time.ts'

const segmentsOf = (...texts: string[]): Segment[] =>
  texts.map((text, index) => ({ index, scope: 'prose', ...verbatim(text, 0) }))

/** The lone marks of each paragraph, as `mark@offset`. */
const loneMarks = (...texts: string[]): string[][] => {
  const segments = segmentsOf(...texts)
  const paired = pairParagraphs({ segments })
  return segments.map((segment) => {
    const { unclosed = [], unopened = [] } = paired.find((paragraph) => paragraph.segment === segment) ?? {}
    return [...unclosed, ...unopened].map(({ character, at }) => `${character}@${at}`)
  })
}

describe('marks within a paragraph', () => {
  test.each([
    ['办理材料：1）申请表；2）身份证明；a) 复印件'],
    ['事项（包括：1）登记；2）变更）'],
    ['（1）申请；（2）受理'],
    ['今天很开心:)'],
    ['孩子们都去了:-('],
    ['取值（0，100]分档计算'],
    ['配置27”显示器，屏幕约15’左右'],
    ['’97年的照片，it’s fine'],
    ['“他说‘好’”（见《甲〈乙〉丙》）'],
    ['［2020］和[1]、【通知】〔2024〕'],
  ])('%s is whole', (text) => {
    expect(loneMarks(text)).toEqual([[]])
  })

  test.each([
    ['见附件1（略', '（@4'],
    ['见附件1略）', '）@5'],
    ['要坚持“先审后发的原则。', '“@3'],
    ['根据《条例的规定', '《@2'],
    ['（见“附件）', '“@2'],
    ['名单见附件3）。', '）@6'],
  ])('%s lacks a partner', (text, mark) => {
    expect(loneMarks(text)).toEqual([[mark]])
  })

  test('pairs that cut into each other are told apart from a missing mark', () => {
    const { crossings, unclosed, unopened } = pairMarks('（甲“乙）丙”')
    expect(crossings.map(({ early, over }) => early.character + over.character)).toEqual(['）“'])
    expect([...unclosed, ...unopened]).toEqual([])
  })
})

describe('marks across paragraphs', () => {
  test('a quotation of several paragraphs is closed once', () => {
    expect(loneMarks('文件指出：“第一段。', '“第二段。', '“第三段。”')).toEqual([[], [], []])
    expect(loneMarks('修改为：“第一款。', '第二款。”')).toEqual([[], []])
  })

  test('a bracket may end in a line that runs on, not in another sentence', () => {
    expect(loneMarks('各单位（含区直', '部门）要落实责任')).toEqual([[], []])
    expect(loneMarks('各单位（含区直。', '部门）要落实责任')).toEqual([['（@3'], ['）@2']])
  })

  test('a title that was cut off with dots says nothing', () => {
    expect(loneMarks('关于印发《城镇道路…')).toEqual([[]])
  })

  test('where numbers are bracketed, a lone 二） has lost its bracket', () => {
    expect(loneMarks('（一）加强领导。', '二）抓好落实。')).toEqual([[], ['）@1']])
    expect(loneMarks('一）加强领导。', '二）抓好落实。')).toEqual([[], []])
    expect(loneMarks('（1）申请。', '2）受理。')).toEqual([[], ['）@1']])
    expect(loneMarks('（1）申请。', '1）书面；', '2）口头。')).toEqual([[], [], []])
  })

  test('cells do not pair with each other', () => {
    const [a, b] = segmentsOf('（甲', '乙）')
    const cells = [a!, b!].map((segment, column) => ({ ...segment, cell: { table: 0, row: 0, column } }))
    expect(
      pairParagraphs({ segments: cells }).map(({ unclosed, unopened }) => unclosed.length + unopened.length),
    ).toEqual([1, 1])
  })
})

test('any marks in any order: nothing thrown, each mark in at most one place', () => {
  const marks = fc.array(fc.constantFrom(...'（）()“”‘’《》〈〉[]【】〔〕甲1a:，。 '.split('')), { maxLength: 60 })
  fc.assert(
    fc.property(marks, (characters) => {
      const { pairs, crossings, unclosed, unopened } = pairMarks(characters.join(''))
      const lone = [...unclosed, ...unopened].map(({ at }) => at)
      const used = [
        ...pairs.flatMap(({ open, close }) => [open.at, close.at]),
        ...crossings.map(({ over }) => over.at),
        ...lone,
      ]
      expect(new Set(used).size).toBe(used.length)
      for (const { open, close } of pairs) expect(open.at).toBeLessThan(close.at)
    }),
  )
})

test('a hundred thousand marks take time in proportion', () => {
  const time = (text: string) => leastTime(() => pairMarks(text))
  for (const unit of ['（', '）', '“）', '（“）”', '《（》', '“（【']) {
    time(unit.repeat(2_000))
    expect(time(unit.repeat(100_000)), unit).toBeLessThan(Math.max(20, time(unit.repeat(10_000))) * 40)
  }
})
