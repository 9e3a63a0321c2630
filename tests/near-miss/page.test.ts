import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../packages/core/src/matchers/near-miss/catalog-index.ts'
import { buildEnumerations } from '../../packages/core/src/matchers/near-miss/enumeration.ts'
import type { Form } from '../../packages/core/src/matchers/near-miss/form.ts'
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

  it('of a form that is broken over two of them say nothing', () => {
    expect(suspects(tables, [{ text: '新时代东北全' }, { text: '振兴。' }])).toEqual([])
  })
})
