import { expect, test } from 'vitest'
import { lineIndex } from '../../packages/core/src/text/line-index.ts'
import { normalise } from '../../packages/core/src/text/normalise.ts'

test('lines end with CRLF, LF or CR, and positions go both ways', () => {
  const text = '甲𠮷\r\n\n乙\r丙'
  const index = lineIndex(text)
  expect(index.lineCount).toBe(4)
  expect([0, 3, 5, 6, 8, 9].map((offset) => index.positionAt(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 4 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 4, column: 2 },
  ])
  for (const offset of [0, 1, 2, 3, 5, 6, 7, 8, 9]) expect(index.offsetAt(index.positionAt(offset))).toBe(offset)
  expect(index.offsetAt({ line: 1, column: 99 })).toBe(3)
  expect(index.offsetAt({ line: 99, column: 1 })).toBe(text.length)
  expect(index.offsetAt({ line: 0, column: 5 })).toBe(0)
})

test('variant forms become the usual ones, at the right offsets', () => {
  const text = '甲习\u200B总\u00AD书记２０Ａ⽅\uF900\uFEFF'
  const { text: usual, toText } = normalise(text)
  expect(usual).toBe('甲习总书记20A方豈')
  const start = usual.indexOf('习总书记')
  const span = toText({ start, end: start + 4 })
  expect(text.slice(span.start, span.end)).toBe('习\u200B总\u00AD书记')
  expect(toText({ start: usual.length, end: usual.length })).toEqual({ start: text.length, end: text.length })
  expect(toText({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 })
})

test('a compatibility ideograph that becomes two units still ends where it stood', () => {
  const text = '\uFACF甲'
  const { text: usual, toText } = normalise(text)
  expect(usual).toBe('\u{2284A}甲')
  expect(toText({ start: 0, end: 2 })).toEqual({ start: 0, end: 1 })
  expect(toText({ start: 2, end: 3 })).toEqual({ start: 1, end: 2 })
})

test('usual text stays the very same text', () => {
  const { text, toText } = normalise('，（）：常见文字 abc 12')
  expect(text).toBe('，（）：常见文字 abc 12')
  expect(toText({ start: 2, end: 5 })).toEqual({ start: 2, end: 5 })
})
