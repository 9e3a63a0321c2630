import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildAutomaton } from '../../packages/core/src/matchers/automaton.ts'
import { Lexicon } from '../../packages/core/src/matchers/lexicon.ts'
import { normalise } from '../../packages/core/src/text/normalise.ts'
import { verbatim } from '../../packages/core/src/text/offset-map.ts'
import type { Segment } from '../../packages/core/src/types.ts'

const letters = fc.constantFrom('习', '总', '书', '记', '国', '家', '𠮷', 'a', '１', '\u200b')
const wordOf = (minLength: number) =>
  fc.array(letters, { minLength, maxLength: 6 }).map((characters) => characters.join(''))
const listOf = (minLength: number) => fc.uniqueArray(wordOf(minLength), { maxLength: 20 })
const texts = fc.array(wordOf(1), { maxLength: 30 }).map((words) => words.join(''))

function segmentOf(text: string): Segment {
  return { index: 0, scope: 'prose', ...verbatim(text, 0) }
}

describe('kinds that are looked for together', () => {
  test.each([
    ['forms of any length', 1],
    ['forms of two characters and more', 2],
  ])('%s: each is told what its own automaton finds, in the same order', (_, minLength) => {
    fc.assert(
      fc.property(fc.array(listOf(minLength), { minLength: 1, maxLength: 4 }), texts, (lists, text) => {
        const lexicon = new Lexicon(undefined)
        const kinds = lists.map((list, index) => lexicon.add(String(index), () => list))
        const segment = segmentOf(text)
        const { text: normal } = normalise(text)
        for (const [index, list] of lists.entries()) {
          const found: unknown[] = []
          kinds[index]!.scan(segment, (form, start, end) => found.push([form, start, end]))
          const written: unknown[] = []
          kinds[index]!.scanWritten(segment, (form, start, end) => written.push([form, start, end]))
          expect(found).toEqual(alone(list, normal))
          expect(written).toEqual(alone(list, text))
          expect(kinds[index]!.standsIn(segment)).toBe(found.length > 0)
          if (found.length + written.length > 0) expect(kinds[index]!.among([segment])).toEqual([segment])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('segments that none of its forms may stand in are left out', () => {
    const [named, other, wide] = ['国家总书记', '总书记', '书１记'].map(segmentOf) as [Segment, Segment, Segment]
    const forms = new Lexicon(undefined).add('named', () => ['国家'])
    expect(forms.among([named, other, named])).toEqual([named, named])
    expect(forms.among([other])).toEqual([])
    // Written otherwise than it is read: what stands there is told by looking.
    expect(forms.mayStandIn(wide)).toBe(true)
  })

  test('a kind that joins later is found in segments that were read before', () => {
    const lexicon = new Lexicon(undefined)
    const segment = segmentOf('国家总书记')
    const first = lexicon.add('first', () => ['国家'])
    expect(first.standsIn(segment)).toBe(true)
    expect(lexicon.add('later', () => ['书记']).standsIn(segment)).toBe(true)
    expect(first.standsIn(segment)).toBe(true)
  })

  test('a key is added once', () => {
    const lexicon = new Lexicon(undefined)
    expect(lexicon.add('same', () => ['国家'])).toBe(lexicon.add('same', () => ['国家']))
  })
})

function alone(list: readonly string[], text: string): unknown[] {
  const found: unknown[] = []
  if (list.length > 0) buildAutomaton(list).scan(text, (form, start, end) => found.push([form, start, end]))
  return found
}
