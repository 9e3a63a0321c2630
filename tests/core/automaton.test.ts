import { AhoCorasick } from '@monyone/aho-corasick/fast'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildAutomaton } from '../../packages/core/src/matchers/automaton.ts'

const letters = fc.constantFrom('习', '总', '书', '记', '国', '家', '𠮷', 'a')
const word = fc.array(letters, { minLength: 1, maxLength: 5 }).map((characters) => characters.join(''))

function found(patterns: readonly string[], text: string): string[] {
  const hits: string[] = []
  buildAutomaton(patterns).scan(text, (pattern, start, end) => {
    hits.push(`${patterns[pattern]} ${start} ${end}`)
  })
  return hits.sort()
}

test('the flat tables find what the library finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 20 }), fc.array(word, { maxLength: 30 }), (patterns, words) => {
      const text = words.join('')
      const oracle = patterns.length === 0 ? [] : new AhoCorasick(patterns).matchInText(text)
      expect(found(patterns, text)).toEqual(
        oracle.map(({ keyword, begin, end }) => `${keyword} ${begin} ${end}`).sort(),
      )
    }),
    { numRuns: 500 },
  )
})

test('time grows with the text, not with how nearly it matches', () => {
  const automaton = buildAutomaton([`${'啊'.repeat(500)}哦`])
  const time = (length: number) => {
    const text = '啊'.repeat(length)
    const start = performance.now()
    automaton.scan(text, () => undefined)
    return performance.now() - start
  }
  time(400_000)
  expect(time(1_600_000)).toBeLessThan(Math.max(200, time(400_000) * 12))
})
