import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../packages/core/src/text/normalise.ts'
import { verbatim } from '../../packages/core/src/text/offset-map.ts'
import { hasAny, trait } from '../../packages/core/src/text/traits.ts'
import type { Segment } from '../../packages/core/src/types.ts'

/** What a search would say of each trait that one character decides. */
const SEARCHES: readonly (readonly [name: keyof typeof trait, search: RegExp])[] = [
  ['han', /[\u3400-\u9fff]/],
  ['digit', /[0-9]/],
  ['wideDigit', /[０-９]/],
  ['latin', /[A-Za-z]/],
  ['point', /[,;:!?.]/],
  ['halfBracket', /[()]/],
  ['straightQuote', /"/],
  ['blank', /[ \u00a0]/],
  ['numeral', /[〇零○一二两三四五六七八九十]/],
  ['at', /[@＠]/],
  ['circle', /[○ＯO０0o]/],
  ['adjacentMarks', /[，。、；：！？…．.\-－─–》”’]{2}/],
  ['percent', /[%％]/],
  ['colon', /[:：∶]/],
  ['title', /[《》〈〉]/],
  ['share', /[占股]/],
  ['sum', /[共计]/],
  ['year', /年/],
  ['month', /月/],
  ['ordinal', /第/],
]

const characters = fc.constantFrom(
  ...'国家0９a；:.,!?()"“《〉〇零十@＠○O…．-－–》年月第占股共计%％∶ \u00a0\u200b\u00ad𠮷',
)
const texts = fc.array(characters, { maxLength: 12 }).map((parts) => parts.join(''))

function segmentOf(text: string): Segment {
  return { index: 0, scope: 'prose', ...verbatim(text, 0) }
}

test('a trait says what a search for its characters would', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const [name, search] of SEARCHES)
        expect([name, hasAny(segmentOf(text), trait[name])]).toEqual([name, search.test(text)])
    }),
    { numRuns: 2000 },
  )
})

test('only a text with variants is changed when it is normalised', () => {
  const units = fc.integer({ min: 1, max: 0xffff }).map((unit) => String.fromCharCode(unit))
  fc.assert(
    fc.property(
      fc.array(units, { maxLength: 6 }).map((parts) => parts.join('')),
      (text) => {
        if (!hasAny(segmentOf(text), trait.variant)) expect(normalise(text).text).toBe(text)
      },
    ),
    { numRuns: 5000 },
  )
})
