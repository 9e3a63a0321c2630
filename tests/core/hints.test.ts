import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BLANKS, hint, waysOfHints } from '../../packages/core/src/text/hints.ts'
import { verbatim } from '../../packages/core/src/text/offset-map.ts'
import { hasAnyHint, hasHint, hintSet } from '../../packages/core/src/text/traits.ts'
import type { Segment } from '../../packages/core/src/types.ts'

function segmentOf(text: string): Segment {
  return { index: 0, scope: 'prose', ...verbatim(text, 0) }
}

function classOf(members: string): string {
  const escaped = members.replace(/[\\\]^-]/g, '\\$&')
  return `[${escaped.replace('0', '0-9').replace(' ', '\\s')}]`
}

/** What a search would look for, hint by hint. */
const searches = waysOfHints.map(
  (ways) => new RegExp(ways.map(([first, second]) => `${classOf(first)}${classOf(second)}`).join('|')),
)

const units = [...new Set(waysOfHints.flat(2).join(''))]
const texts = fc.array(fc.constantFrom(...units, ...BLANKS, '国', 'a', '3', '9'), { maxLength: 12 })

test('a hint is met where a search for its characters finds them, and nowhere else', () => {
  fc.assert(
    fc.property(texts, (parts) => {
      const segment = segmentOf(parts.join(''))
      for (const [number, search] of searches.entries())
        expect([number, hasHint(segment, number)]).toEqual([number, search.test(segment.text)])
    }),
    { numRuns: 3000 },
  )
})

test('every way to write a hint is met', () => {
  for (const [number, ways] of waysOfHints.entries()) {
    for (const [firsts, seconds] of ways) {
      for (const first of firsts)
        for (const second of seconds) expect(hasHint(segmentOf(`国${first}${second}国`), number)).toBe(true)
    }
  }
})

test('there are no more hints than two words have bits', () => {
  expect(Object.keys(hint).length).toBeLessThanOrEqual(64)
})

test('hints that are asked for together are answered like each by itself', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: waysOfHints.length - 1 }), { maxLength: 4 })
  const texts = fc
    .array(fc.constantFrom('其中', '月3', '〔2', '、等', '华人', '答复', '国', '。', '治州', '小时'), { maxLength: 4 })
    .map((parts) => parts.join('国'))
  fc.assert(
    fc.property(numbers, texts, (asked, text) => {
      const segment = segmentOf(text)
      expect(hasAnyHint(segment, hintSet(asked))).toBe(asked.some((number) => hasHint(segment, number)))
    }),
    { numRuns: 2000 },
  )
})
