import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankEnd, blankFrom, hasLineEnd } from '../../packages/core/src/formats/white-space.ts'
import { read, texts } from './read.ts'

const parts = fc.array(fc.constantFrom('甲', 'a', ' ', '\t', '\n', '\r', '\f', '\v', '\u3000', '\u00a0'), {
  maxLength: 8,
})

test('white space is what a search for it finds', () => {
  fc.assert(
    fc.property(parts, fc.nat(3), (all, start) => {
      const source = all.join('')
      const end = source.length
      const from = Math.min(start, end)
      const rest = source.slice(from)
      const blank = rest.search(/[ \t\n\r\f]/)
      expect(blankFrom(source, from, end)).toBe(blank < 0 ? end : from + blank)
      expect(blankEnd(source, from, end)).toBe(from + /^[ \t\n\r\f]*/.exec(rest)![0].length)
      expect(hasLineEnd(source, from, end)).toBe(/[\n\r]/.test(rest))
    }),
    { numRuns: 1000 },
  )
})

test('runs of it are one blank, and nothing where a line ends between Chinese characters', () => {
  expect(texts(read('html', '<p> 甲 \t乙\n 丙\r丁\f戊\u3000己 </p>'))).toEqual(['甲 乙丙丁 戊\u3000己'])
})
