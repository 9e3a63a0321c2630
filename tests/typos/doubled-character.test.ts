import { createChecker } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import { expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

const rulebook = rulebookOf(({ id }) => id === 'typos/doubled-character')
const checker = createChecker({ rulebook, model: defaultModel })
const found = (text: string) =>
  checker
    .check({ text, format: 'plain', uri: 'draft', date: '2026-11-22' })
    .findings.map(({ span }) => [span.start, text.slice(span.start, span.end)])

test.each([
  ['林果产业要', '因地制宜宜', '开展，不搞一刀切'],
  ['河道清理要', '持之以恒恒', '抓落实，不能松劲'],
  ['各镇要', '因势利导导', '推动土地流转'],
  ['县里', '加强监督督', '检查，防止反弹'],
])('in a paragraph before and behind which there is more, %s%s%s is told where it stands', (before, slip, behind) => {
  const lead = `入秋以来雨水偏多，${before}`
  const text = `${lead}${slip}${behind}，年底前逐项销号。`
  const at = lead.length + slip.length - 2
  expect(found(text)).toEqual([[at, slip.slice(-2)]])
  expect(found(text.replace(slip, slip.slice(0, -1)))).toEqual([])
})
