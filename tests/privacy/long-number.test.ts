import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasLongNumber } from '../../packages/core/src/privacy/long-number.ts'

/** So many digits or stars, at most three other signs between two of them, and no Chinese character. */
function searchFor(least: number): RegExp {
  return new RegExp(`[0-9０-９*＊](?:[^\\u3400-\\u9fff0-9０-９*＊]{0,3}[0-9０-９*＊]){${least - 1}}`)
}

const parts = fc.array(fc.constantFrom('1', '45', '789', '**', '３', ' ', '-', '    ', '号', '第', '，', 'a'), {
  maxLength: 16,
})

test('a long number is found wherever it stands, and nothing else', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 11 }), (all, least) => {
      const text = all.join('')
      expect(hasLongNumber(text, least)).toBe(searchFor(least).test(text))
    }),
    { numRuns: 5000 },
  )
})
