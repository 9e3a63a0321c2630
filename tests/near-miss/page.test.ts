import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isParticle, particleList } from '../../packages/core/src/matchers/near-miss/alignment.ts'
import { buildIndex } from '../../packages/core/src/matchers/near-miss/catalog-index.ts'
import { endMarks, endMayVouch, marksVouch } from '../../packages/core/src/matchers/near-miss/context.ts'
import { buildEnumerations } from '../../packages/core/src/matchers/near-miss/enumeration.ts'
import type { Form } from '../../packages/core/src/matchers/near-miss/form.ts'
import { Page } from '../../packages/core/src/matchers/near-miss/page.ts'
import { skeletonOf } from '../../packages/core/src/matchers/near-miss/skeleton.ts'
import { suspects } from '../../packages/core/src/matchers/near-miss/suspects.ts'

const forms: readonly Form[] = [
  '新时代东北全面振兴',
  '山水林田湖草沙一体化保护',
  '坚持和加强党的全面领导',
  '全过程人民民主',
  '市场监督管理局',
].map((skeleton) => ({
  text: skeleton,
  skeleton,
  hasMarks: false,
  before: [],
  after: [],
  period: {},
  citations: [],
  rules: [0],
}))
const tables = {
  index: buildIndex(forms, []),
  enumerations: buildEnumerations([
    {
      name: '四个自信',
      items: ['道路自信', '理论自信', '制度自信', '文化自信'],
      period: {},
      citations: [],
      rules: [0],
    },
  ]),
}

/** Pieces of forms and of lists, so that what one text ends with goes on in the next. */
const pieces = [
  '新时代东北',
  '全面振兴',
  '新时代东全面振兴',
  '“山水林田湖草沙',
  '一体化保护”',
  '一体保护',
  '坚持和',
  '坚持与加强党的的全面领导',
  '加强党的全面领导',
  '道路自信',
  '、理论自信、',
  '文化自信',
  '全过程人民民',
  '主',
  '市场监督管里局',
  '》第三条',
  '，',
  '',
]

function repeatable(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 4_294_967_296
  }
}

describe('texts searched side by side', () => {
  it('say what each says alone', () => {
    const random = repeatable(5)
    const pick = () => pieces[Math.floor(random() * pieces.length)]!
    const texts = Array.from({ length: 800 }, () => ({
      text: Array.from({ length: Math.floor(random() * 5) }, pick).join(''),
    }))
    const alone = texts.flatMap((text, place) => suspects(tables, [text]).map((suspect) => ({ ...suspect, place })))
    expect(alone.length).toBeGreaterThan(100)
    expect(suspects(tables, texts)).toEqual(alone)
  })

  it('say so on pages that grow while they are filled, and behind 65,535 characters', () => {
    const broken = { text: '坚持和加强党的全面领倒，市场监督管里局。' }
    const texts = [broken, { text: `${'国'.repeat(70_000)}。${broken.text}` }, { text: '' }, broken]
    const alone = texts.flatMap((text, place) => suspects(tables, [text]).map((suspect) => ({ ...suspect, place })))
    expect(alone.map(({ place, near }) => [place, near.length])).toEqual([
      [0, 2],
      [1, 2],
      [3, 2],
    ])
    expect(suspects(tables, texts)).toEqual(alone)
  })

  it('of a form that is broken over two of them say nothing', () => {
    expect(suspects(tables, [{ text: '新时代东北全' }, { text: '振兴。' }])).toEqual([])
  })
})

describe('what a page knows of each place', () => {
  const signs = Array.from(endMarks + particleList)
  // Others of the same last eight bits, by which signs among Chinese characters are told.
  const others = signs.map((sign) => String.fromCharCode(0x5000 | (sign.charCodeAt(0) & 255)))
  const texts = fc.array(fc.constantFrom(...signs, ...others, '“', '《', '，', '。', '国', 'ａ'), { maxLength: 12 })

  it('stays when the page grows behind it', () => {
    const page = new Page()
    const texts = ['“国的', '家'.repeat(40_000)].map((text) => ({ text }))
    expect(page.fill(texts, 0)).toBe(2)
    expect(page.codes.subarray(page.starts[0]!, page.ends[0])).toEqual(skeletonOf('国的').codes)
    expect(page.hasParticle(page.ends[0]!, -1)).toBe(true)
  })

  it('is what its texts say one by one', () => {
    const page = new Page()
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (parts) => {
        const all = parts.map((part) => ({ text: part.join('') }))
        page.fill(all, 0)
        for (const [text, { text: words }] of all.entries()) {
          const skeleton = skeletonOf(words)
          const from = page.starts[text]!
          expect(page.codes.subarray(from, page.ends[text])).toEqual(skeleton.codes)
          for (let at = 0; at < skeleton.codes.length; at++) {
            const end = from + at + 1
            expect(page.mayBeVouched(end, end)).toBe(endMayVouch(skeleton, at + 1))
            expect(page.marksVouch({ start: from, end })).toBe(marksVouch(skeleton, { start: 0, end: at + 1 }))
            expect(page.hasParticle(end, -1)).toBe(isParticle(skeleton.codes[at]!))
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
