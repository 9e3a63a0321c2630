import { decodeModel, encodeModel, ModelError, trainOwnModel, withOwnCounts } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { encode, firstCharacter, margin } from '../../packages/core/src/model/character-table.ts'
import { listConfusions } from '../../packages/core/src/model/confusion-lists.ts'
import { confusionNumber, confusions, listEnd, listStart, meantId } from '../../packages/core/src/model/confusions.ts'
import { fillingsOf } from '../../packages/core/src/model/gap-table.ts'
import { gramCount, wordCount } from '../../packages/core/src/model/language-model.ts'
import { mayKnowPair } from '../../packages/core/src/model/pair-filter.ts'
import { trainModel } from '../../packages/core/src/model/train.ts'
import { usualness, usualnessOf } from '../../packages/core/src/model/usual-pairs.ts'

const tiny = trainModel({
  title: '试',
  lines: ['人民法院依法审理案件。', '人民法院依法审理案件。', '人民政府依法行政。'],
  words: [
    { word: '法院', count: 90 },
    { word: '依法行政', count: 40 },
  ],
  shapes: ['院完'],
})

function count(model: typeof tiny, run: string): number {
  const ids = encode(run, model.characters)
  return gramCount(model, ids, margin, margin + run.length)
}

describe('a language model', () => {
  test('counts runs of one to four characters', () => {
    expect(count(tiny, '人民')).toBeGreaterThan(2)
    expect(count(tiny, '法院')).toBeGreaterThan(1.5)
    expect(count(tiny, '人民法院')).toBeGreaterThan(1.5)
    expect(count(tiny, '民院')).toBe(0)
  })

  test('knows words', () => {
    const ids = encode('法院', tiny.characters)
    expect(wordCount(tiny, ids, margin, margin + 2)).toBeGreaterThan(70)
    expect(wordCount(tiny, ids, margin, margin + 1)).toBe(0)
  })

  test('may know every pair it has counted, and the pairs of its words', () => {
    const [people, court, nothing] = ['人民', '法院', '民院'].map((pair) => encode(pair, tiny.characters).slice(margin))
    expect(mayKnowPair(tiny.pairs, people![0]!, people![1]!)).toBe(true)
    expect(mayKnowPair(tiny.joins, court![0]!, court![1]!)).toBe(true)
    expect(mayKnowPair(tiny.pairs, nothing![0]!, nothing![1]!)).toBe(false)
  })

  test('knows which inner character a word of four lacks', () => {
    const [law, govern, way] = ['法', '行', '政'].map((one) => encode(one, tiny.characters)[margin]!)
    const by = encode('依', tiny.characters)[margin]!
    expect(fillingsOf(tiny.gaps, { first: by, second: govern!, third: way!, lacks: 2 })).toEqual([law])
    expect(fillingsOf(tiny.gaps, { first: by, second: law!, third: way!, lacks: 3 })).toEqual([govern])
    expect(fillingsOf(tiny.gaps, { first: by, second: law!, third: way!, lacks: 2 })).toEqual([])
  })

  test('says of usual pairs how well they are known, and nothing of others', () => {
    const model = trainModel({
      title: '试',
      lines: Array.from({ length: 100 }, () => '依法行政。'),
      words: [{ word: '依法', count: 9 }],
      shapes: [],
    })
    const [by, law, govern, way] = encode('依法行政', model.characters).slice(margin)
    expect(usualnessOf(model.usual, by!, law!)).toBe(usualness.vouches)
    expect(usualnessOf(model.usual, law!, govern!)).toBe(usualness.ordered)
    expect(usualnessOf(model.usual, by!, way!)).toBe(0)
    expect(usualnessOf(tiny.usual, by!, law!)).toBe(0)
  })

  test('reads a publisher’s own counts in the format before', () => {
    const own = trainOwnModel({ title: '本单位', lines: ['人民银行', '人民银行'] }, tiny)
    const now = Buffer.from(encodeModel(own)).toString('latin1')
    const former = now
      .replace('kanwu model 5', 'kanwu model 4')
      .replace(/"gaps":0,"usual":0,/, (all) => ' '.repeat(all.length))
    expect(former).not.toBe(now)
    expect(decodeModel(new Uint8Array(Buffer.from(former, 'latin1')))).toEqual(own)
  })

  test('lists which characters are written for which, by sound before shape', () => {
    const model = defaultModel()!
    const meant = (written: string) => {
      const unit = written.charCodeAt(0)
      const entries = model.confusions.entries.subarray(
        listStart(model.confusions, unit),
        listEnd(model.confusions, unit),
      )
      return Array.from(entries, (entry) => [
        model.characters.characters[meantId(entry) - firstCharacter],
        confusions[confusionNumber(entry)],
      ])
    }
    expect(meant('己')).toContainEqual(['已', 'shape'])
    expect(meant('制')).toContainEqual(['治', 'sound'])
    expect(meant('A')).toEqual([])
    const fresh = listConfusions({ ...model, shapes: [] })
    const isListed = (unit: number) => fresh.lengths[unit]! <= model.confusions.lengths[unit]!
    expect(Array.from(fresh.lengths.keys()).every(isListed)).toBe(true)
  })

  test('comes back from its file as it was', () => {
    const bytes = encodeModel(tiny)
    const back = decodeModel(bytes)
    expect(back).toEqual(tiny)
    expect(decodeModel(Buffer.from(bytes))).toEqual(tiny)
    const oddly = new Uint8Array(bytes.length + 1)
    oddly.set(bytes, 1)
    expect(decodeModel(oddly.subarray(1))).toEqual(tiny)
  })

  test('is refused when the file is another or ends early', () => {
    expect(() => decodeModel(Uint8Array.of(1, 2, 3))).toThrow(ModelError)
    expect(() => decodeModel(encodeModel(tiny).slice(0, -1))).toThrow(ModelError)
  })

  test('adds the counts of a publisher’s own', () => {
    const own = trainOwnModel({ title: '本单位', lines: ['人民银行', '人民银行'] }, tiny)
    const both = withOwnCounts(tiny, decodeModel(encodeModel(own)))
    expect(count(both, '人民')).toBeGreaterThan(count(tiny, '人民'))
    const other = trainModel({ title: '别', lines: ['另外另外'], words: [], shapes: [] })
    expect(() => withOwnCounts(tiny, other)).toThrow(ModelError)
  })

  test('ships in at most ten megabytes', () => {
    const model = defaultModel()
    expect(model).toBeDefined()
    expect(encodeModel(model!).length).toBeLessThan(10_000_000)
  })
})
