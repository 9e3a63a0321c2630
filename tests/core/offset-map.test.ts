import { expect, test } from 'vitest'
import { joinPieces } from '../../packages/core/src/text/offset-map.ts'

test('a name split by markup maps back to the source stretch that holds it', () => {
  const source = '国家**工商**总局'
  const { text, map } = joinPieces([
    { text: '国家', start: 0, end: 2 },
    { text: '工商', start: 4, end: 6 },
    { text: '总局', start: 8, end: 10 },
  ])
  expect(text).toBe('国家工商总局')
  const span = map.toDocument({ start: 0, end: 6 })
  expect(source.slice(span.start, span.end)).toBe(source)
  expect(map.isVerbatim({ start: 0, end: 6 })).toBe(false)
  expect(map.isVerbatim({ start: 2, end: 4 })).toBe(true)
})
