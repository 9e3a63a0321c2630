import { type Document, intlSegmenter, type LanguageModel, type Matcher } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFor } from '../../packages/core/src/formats/index.ts'
import { doubt, Places, pairDoubts } from '../../packages/core/src/matchers/close-reading/places.ts'
import { SoundPairs } from '../../packages/core/src/matchers/close-reading/sound-pairs.ts'
import { slotFor } from '../../packages/core/src/matchers/close-reading/tag-slots.ts'
import { compileMatchers } from '../../packages/core/src/matchers/index.ts'
import { PairBits } from '../../packages/core/src/matchers/pair-bits.ts'
import { InnocentPlaces } from '../../packages/core/src/matchers/statistical/innocence.ts'
import { encode, kind, margin } from '../../packages/core/src/model/character-table.ts'
import { trainModel } from '../../packages/core/src/model/train.ts'
import { usualness, usualnessOf } from '../../packages/core/src/model/usual-pairs.ts'
import { rulebookOf } from '../support/rulebook.ts'

const model = defaultModel()!
const { characters, usual } = model
const words = new PairBits()
words.add('工'.charCodeAt(0), '作'.charCodeAt(0))

const letters = fc.constantFrom(...'国家工作人员的和在县政府落实责任措施，。1０a𠮷㐀龘')
const texts = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(''))

/** What the pass should say of a text, each place asked by itself. */
function plainly(text: string) {
  const ids = encode(text, characters)
  const said = (place: number) =>
    ids[place] === kind.boundary || ids[place + 1] === kind.boundary
      ? 0
      : usualnessOf(usual, ids[place]!, ids[place + 1]!)
  const pairs: [at: number, doubts: number][] = []
  const singles: number[] = []
  for (let at = 0; at < text.length; at++) {
    const place = at + margin
    const [left, right] = [ids[place]!, ids[place + 1]!]
    const [before, after] = [said(place - 1), said(place)]
    const isAlone = ids[place - 1] === kind.boundary && right === kind.boundary
    const isVouchedFor = Math.max(before, after) === usualness.vouches || (before > 0 && after > 0)
    if (left >= kind.unknown && !isAlone && !isVouchedFor) singles.push(at)
    const areKnown = left > kind.unknown && right > kind.unknown
    const order = areKnown && after < usualness.ordered ? doubt.order | doubt.gap : 0
    const pair = areKnown && after === 0 ? doubt.pair : 0
    const word = left >= kind.unknown && right >= kind.unknown && words.has(text, at) ? doubt.word : 0
    if (order + pair + word > 0) pairs.push([at, order + pair + word])
  }
  return { singles, pairs }
}

function pass(places: Places, text: string, doubts: number) {
  places.read(text, { model, doubts, words })
  const { pairCount, characterCount } = places
  return {
    singles: [...places.characters.subarray(0, characterCount)],
    pairs: Array.from({ length: pairCount }, (_, index) => [places.pairs[index]!, places.doubts[index]!]),
  }
}

describe('the pass that all share', () => {
  test('doubts what each place by itself would be doubted for', () => {
    const places = new Places()
    fc.assert(
      fc.property(texts, (text) => {
        expect(pass(places, text, pairDoubts)).toEqual(plainly(text))
        expect(places.ids.subarray(0, text.length + 2 * margin + 1)).toEqual(encode(text, characters))
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves out what nobody asks', () => {
    const places = new Places()
    fc.assert(
      fc.property(texts, (text) => {
        const { pairs } = plainly(text)
        const left = pairs.filter(([, doubts]) => (doubts & doubt.word) !== 0).map(([at]) => [at, doubt.word])
        expect(pass(places, text, doubt.word).pairs).toEqual(left)
      }),
    )
  })
})

describe('pairs that were found sound', () => {
  const places = new Places()
  const read = (text: string) => {
    places.read(text, { model, doubts: 0, words })
    return places
  }
  const keep = (sound: SoundPairs, text: string, at: number, dispelled: number) => {
    sound.dispelled(read(text), at)
    sound.hold(places, 0)
    sound.keep(places, 0, dispelled)
  }

  test('are remembered doubt by doubt, wherever they stand in the same surroundings', () => {
    const sound = new SoundPairs()
    keep(sound, '县政府落实责任。', 3, doubt.word)
    expect(sound.dispelled(read('县政府落实责任。'), 3)).toBe(doubt.word)
    keep(sound, '市县政府落实责任制', 4, doubt.order)
    expect(sound.dispelled(read('政府落实责任'), 2)).toBe(doubt.word | doubt.order)
  })

  test('are doubted again when a character beside them changes', () => {
    const sound = new SoundPairs()
    const text = '县政府落实责任制度'
    keep(sound, text, 3, doubt.word)
    for (let at = 1; at < 7; at++) {
      expect(sound.dispelled(read(`${text.slice(0, at)}人${text.slice(at + 1)}`), 3)).toBe(0)
    }
    expect(sound.dispelled(read(`人${text.slice(1)}`), 3)).toBe(doubt.word)
  })
})

describe('answers that rest on all Han characters around', () => {
  const places = new Places()
  const read = (text: string) => {
    places.read(text, { model, doubts: 0, words })
    return places
  }
  const text = '，在全县各级政府落实责任制度之外，'
  const at = text.indexOf('落实')

  test('are remembered question by question, up to a mark and no further', () => {
    const sound = new SoundPairs()
    expect(sound.isKeptFar(read(text), at, 0)).toBe(false)
    sound.keepFar()
    expect(sound.isKeptFar(read(text), at, 0)).toBe(true)
    expect(sound.isKeptFar(read(text), at, 1)).toBe(false)
    expect(sound.isKeptFar(read(`今天${text}明天`), at + 2, 0)).toBe(true)
    expect(sound.dispelled(read(text), at)).toBe(0)
  })

  test('are forgotten when one of them changes', () => {
    const sound = new SoundPairs()
    sound.isKeptFar(read(text), at, 0)
    sound.keepFar()
    for (let place = 1; place < text.length - 1; place++) {
      const changed = `${text.slice(0, place)}国${text.slice(place + 1)}`
      expect(sound.isKeptFar(read(changed), at, 0)).toBe(place < at - 7 || place > at + 8)
    }
  })

  test('so are characters that were found innocent: the nearest by five characters, near ones by seven, far by fifteen', () => {
    const [nearest, near, far] = [new InnocentPlaces(), new InnocentPlaces(), new InnocentPlaces()]
    for (const [innocent, reach, keep] of [
      [nearest, 2, () => nearest.keepNearest(7)],
      [near, 3, () => near.keepNear(7)],
      [far, 7, () => far.keepFar(read(text), at + margin, 7)],
    ] as readonly [InnocentPlaces, number, () => void][]) {
      const ask = (places: Places, place: number) => innocent.isKept(places, place, 7)
      innocent.ask(2)
      expect(ask(read(text), at + margin)).toBe(false)
      keep()
      expect(ask(read(`。${text}`), at + 1 + margin)).toBe(true)
      for (let place = 1; place < text.length - 1; place++) {
        const changed = `${text.slice(0, place)}国${text.slice(place + 1)}`
        expect(ask(read(changed), at + margin)).toBe(Math.abs(place - at) > reach)
      }
      innocent.ask(3)
      expect(ask(read(text), at + margin)).toBe(false)
    }
  })

  test('of characters that the model does not know, each is remembered by itself', () => {
    const [known, other] = ['龘', '靐']
    expect([...encode(known + other, characters).subarray(margin, margin + 2)]).toEqual([kind.unknown, kind.unknown])
    const place = '县政府'.length + margin
    for (const keep of [
      (innocent: InnocentPlaces) => innocent.keepNear(0),
      (innocent: InnocentPlaces, places: Places) => innocent.keepFar(places, place, 0),
    ]) {
      const innocent = new InnocentPlaces()
      innocent.ask(2)
      innocent.isKept(read(`县政府${known}落实责任`), place, 0)
      keep(innocent, read(`县政府${known}落实责任`))
      expect(innocent.isKept(read(`县政府${known}落实责任`), place, 0)).toBe(true)
      expect(innocent.isKept(read(`县政府${other}落实责任`), place, 0)).toBe(false)
    }
  })

  test('each of the characters that are asked about together is remembered by its own surroundings', () => {
    const innocent = new InnocentPlaces()
    innocent.ask(2)
    const [first, second] = [at, at + 1].map((one) => one + margin) as [number, number]
    innocent.isKept(read(text), first, 0)
    innocent.isKept(read(text), second, 1)
    innocent.keepNear(0)
    expect(innocent.isKept(read(text), first, 2)).toBe(true)
    expect(innocent.isKept(read(text), second, 2)).toBe(false)
  })
})

describe('matchers that are asked together', () => {
  const detects = ['statistical', 'homophone', 'mistyped', 'slip']
  const matchersOf = (kinds: readonly string[]) => compileMatchers(rulebookOf(({ detect }) => kinds.includes(detect)))
  const DRAFTS = [
    '县政府召开会议，研就部署今年防汛工作。\n各单位要贯落实会议精神，认真负则，确保安全生 产。',
    '请认真惯彻执行，切实解决群众反应强烈的问题。\n完善社会障保制度，不断提高生活只良。',
    '群众反应强烈。请认真惯彻执行。\n各单位要贯落实会议精神。研就部署今年防汛工作。',
  ]

  /** Slips, and around them what decides whether they are told, nearer than the memories reach and farther. */
  const CORES = [
    '解决群众反应强烈的问题',
    '研就部署今年防汛',
    '完善社会障保制度',
    '不断提高生活只良',
    '认真负则地做好工作',
    '请认真惯彻执行',
    '要贯落实会议精神',
    '各项工作部暑到位',
    '积极营照良好氛围',
    '全面提生服务水平',
  ]
  const LEADS = ['', '会议', '县政府', '吾闻之矣，', '切实', '在全县', '不断', '请各单位', '甲乙丙', '的', '十']
  const TAILS = [
    '。',
    '工作。',
    '的人民政府',
    '，不亦说乎。',
    '县人民政府',
    '村',
    '和安全生产责任',
    '在',
    '一二三四',
    '了，',
  ]

  /** What matchers find in a draft, read anew. */
  function foundBy(matchers: readonly Matcher[], text: string, asked: LanguageModel = model): readonly string[] {
    const extraction = formatFor('plain').extract(text)
    const source = { text, format: 'plain', uri: 'draft' }
    const document: Document = { source, ...extraction, date: 'unknown' }
    const reading = { document, segmenter: intlSegmenter(), model: () => asked }
    const found = matchers.flatMap((matcher) => matcher.find(reading, document.segments))
    return found
      .map(({ rule, segment, span, right }) => `${segment.index} ${span.start} ${rule.id} ${right?.[0]}`)
      .sort()
  }

  test('find what each finds alone, and find it again', () => {
    const together = matchersOf(detects)
    const alone = detects.flatMap((detect) => matchersOf([detect]))
    const found = DRAFTS.map((text) => foundBy(together, text))
    expect(found.flat().length).toBeGreaterThan(12)
    for (const matchers of [together, alone, alone]) {
      expect(DRAFTS.map((text) => foundBy(matchers, text))).toEqual(found)
    }
  })

  test('say of a text what they say when they have read nothing before', () => {
    const [shared, anew] = [matchersOf(detects), matchersOf(detects)]
    const core = fc.constantFrom(...CORES)
    const [lead, tail] = [fc.constantFrom(...LEADS), fc.constantFrom(...TAILS)]
    let found = 0
    fc.assert(
      fc.property(lead, core, tail, (...parts) => {
        const text = parts.join('')
        // A copy of a model shares nothing that is remembered of it.
        const expected = foundBy(anew, text, { ...model })
        found += expected.length
        // What was found innocent is told so again, and no more than that is remembered of it.
        for (const _ of ['first', 'again']) expect(foundBy(shared, text)).toEqual(expected)
      }),
      { numRuns: 600, seed: 7 },
    )
    expect(found).toBeGreaterThan(200)
  })

  test('answer each model by itself, whichever asked before', () => {
    const other = trainModel({ title: '试', lines: ['县政府召开会议，部署防汛工作。'], words: [], shapes: [] })
    const together = matchersOf(detects)
    const said = (asked: LanguageModel, matchers: readonly Matcher[]) =>
      DRAFTS.map((text) => foundBy(matchers, text, asked))
    const byOther = said(other, matchersOf(detects))
    const byModel = said(model, matchersOf(detects))
    expect(byOther).not.toEqual(byModel)
    expect([model, other, model, other].map((asked) => said(asked, together))).toEqual([
      byModel,
      byOther,
      byModel,
      byOther,
    ])
  })
})

test('a table of tags keeps two that are hashed to one slot, and the last of more', () => {
  const table = new Int32Array(8)
  const tags = [16, 32, 48, 1024, 1040]
  for (const [index, tag] of tags.entries()) {
    table[slotFor(table, 3, tag)] = tag | doubt.word
    const kept = tags.slice(0, index + 1).filter((one) => table.includes(one | doubt.word))
    expect(kept).toContain(tag)
    expect(kept).toHaveLength(Math.min(index + 1, 2))
    for (const one of kept) expect(table[slotFor(table, 3, one)]).toBe(one | doubt.word)
  }
  expect([...table.subarray(0, 2), ...table.subarray(4)]).toEqual([0, 0, 0, 0, 0, 0])
})
