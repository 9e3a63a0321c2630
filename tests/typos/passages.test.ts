import { type Document, intlSegmenter, type Segment } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFor } from '../../packages/core/src/formats/index.ts'
import { passagesOf } from '../../packages/core/src/matchers/close-reading/passage.ts'
import { Places } from '../../packages/core/src/matchers/close-reading/places.ts'
import { compileMatchers } from '../../packages/core/src/matchers/index.ts'
import { PairBits } from '../../packages/core/src/matchers/pair-bits.ts'
import { DraftGathering } from '../../packages/core/src/session/gathering.ts'
import type { Gathering } from '../../packages/core/src/text/recall.ts'
import { rulebookOf } from '../support/rulebook.ts'

describe('passages', () => {
  const segmentsOf = (texts: readonly string[]) =>
    formatFor('plain').extract(texts.map((text) => `${text}。\n\n`).join('')).segments

  test('know of each place which segment it belongs to, however long the document is', () => {
    const segments = segmentsOf(Array.from({ length: 900 }, (_, index) => '县政府落实责任'.repeat((index % 5) + 1)))
    const passages = passagesOf(segments)
    expect(passages.length).toBeGreaterThan(1)
    const seen = passages.flatMap((passage) =>
      [...passage.text.matchAll(/县/g)].map(({ index }) => passage.whereIs(index)),
    )
    const expected = segments.flatMap((segment) =>
      [...segment.text.matchAll(/县/g)].map(({ index }) => ({ segment, at: index })),
    )
    expect(seen).toEqual(expected)
    expect(passages.map(({ text }) => text.length).every((length) => length < 9000)).toBe(true)
    expect(passagesOf([])).toEqual([])
  })

  test('keep their segments farther apart than anybody looks, and give each its own text back', () => {
    const model = defaultModel()!
    const segments = segmentsOf(['县政府落实责任', '吾闻之矣'])
    const [passage] = passagesOf(segments)
    expect(passage!.text).toBe(segments.map(({ text }) => text).join('\n'.repeat(8)))
    const places = new Places()
    places.read(passage!.text, { model, doubts: 0, words: new PairBits() }, passage)
    const at = passage!.text.indexOf('闻')
    for (const read of [places, places.copied()]) {
      expect(read.inSegment(at)).toEqual({ text: '吾闻之矣。', at: 1 })
    }
    places.read('吾闻之矣', { model, doubts: 0, words: new PairBits() })
    expect(places.inSegment(1)).toEqual({ text: '吾闻之矣', at: 1 })
  })

  test('are found wrong where their segments are, whatever stands beside these', () => {
    const matchers = compileMatchers(rulebookOf(({ detect }) => ['statistical', 'slip', 'mistyped'].includes(detect)))
    const clauses = fc.constantFrom(
      '研就部署今年防汛',
      '要贯落实会议精神',
      '完善社会障保制度',
      '吾闻之矣',
      '请落',
      '实',
    )
    const told = (segments: readonly Segment[], gathering?: Gathering) => {
      const source = { text: '', format: 'plain', uri: 'draft' }
      const rest = { source, links: [], directives: [], problems: [], date: 'unknown' } as const
      const document: Document = { ...rest, segments, ...(gathering && { gathering }) }
      return matchers.flatMap((matcher) =>
        matcher.find({ document, segmenter: intlSegmenter(), model: defaultModel }, segments),
      )
    }
    fc.assert(
      fc.property(fc.array(clauses, { maxLength: 6 }), (texts) => {
        const segments = segmentsOf(texts)
        // While a draft is edited each segment is read by itself.
        expect(told(segments)).toEqual(told(segments, new DraftGathering()))
      }),
      { numRuns: 300 },
    )
  })
})
