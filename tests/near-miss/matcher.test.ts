import { type Catalog, type DraftDate, intlSegmenter, type Match, type Rule, type Rulebook } from '@kanwu/core'
import { describe, expect, it, test } from 'vitest'
import { plain } from '../../packages/core/src/formats/plain.ts'
import { nearMiss } from '../../packages/core/src/matchers/near-miss/index.ts'
import { readRows } from '../../packages/core/src/matchers/near-miss/rows.ts'
import { wholeRulebook } from '../support/rulebook.ts'
import { leastTime } from '../support/time.ts'

const columns = ['form', 'variants', 'from', 'until', 'allow', 'before', 'after', 'items']

function catalogOf(rows: readonly Record<string, string>[]): Catalog {
  return { name: 'own', title: '自拟', asOf: '2026-01-01', sources: ['own'], columns, rows }
}

const rule = {
  id: 'own/broken',
  with: { catalog: 'own' },
  severity: 'error',
  wrong: [],
  topic: 'own',
} as unknown as Rule

function finder(rows: readonly Record<string, string>[], rules: readonly Rule[] = [rule]) {
  const rulebook = { rules, catalogs: { own: catalogOf(rows) }, sources: {} } as unknown as Rulebook
  const matcher = nearMiss.compile(rules, rulebook)!
  return (text: string, date: DraftDate = '2026-01-01'): Match[] => {
    const document = { ...plain.extract(text), source: { text, format: 'plain', uri: 'x' }, date }
    return matcher.find({ document, segmenter: intlSegmenter() }, document.segments)
  }
}

const forms: readonly Record<string, string>[] = [
  { form: '巩固拓展脱贫攻坚成果', variants: '巩固脱贫成果' },
  { form: '“五位一体”总体布局', before: '推进' },
  { form: '大众创业、万众创新' },
  { form: '依法治国', allow: '依宪治国' },
  { form: '“四个全面”' },
  { form: '全面推进乡村振兴', from: '2020-01-01', until: '2024-01-01' },
  { form: '中国共产党第二十次全国代表大会' },
  { form: '生态文明建设目标评价考核' },
]
const find = finder(forms)

/** The stretches and differences, as “stretch: difference”. */
function told(matches: readonly Match[]): string[] {
  return matches.map(({ segment, span, facts }) => `${segment.text.slice(span.start, span.end)}: ${facts?.['diff']}`)
}

describe('what differs, in words', () => {
  it.each([
    ['要巩固拓展脱贫成果。', '巩固拓展脱贫成果: 漏“攻坚”二字'],
    ['要巩固拓展脱攻坚成果。', '巩固拓展脱攻坚成果: 漏“贫”字'],
    ['要巩固拓展脱贫贫攻坚成果。', '巩固拓展脱贫贫攻坚成果: 多“贫”字'],
    ['要巩固拓展脱贫攻艰成果。', '巩固拓展脱贫攻艰成果: “坚”误作“艰”'],
    ['要巩固拓展脱贫坚攻成果。', '巩固拓展脱贫坚攻成果: “攻坚”次序颠倒'],
  ])('%s', (text, expected) => {
    expect(told(find(text))).toEqual([expected])
    expect(find(text)[0]?.right).toEqual(['巩固拓展脱贫攻坚成果'])
  })

  it('gives the row’s own sources and period', () => {
    const [match] = finder([{ form: '巩固拓展脱贫攻坚成果', from: '2021-01-01' }])('巩固拓展脱贫攻艰成果')
    expect(match).toMatchObject({ valid: { from: '2021-01-01' }, sources: [{ source: 'own' }] })
  })

  it('takes the form’s own marks into the stretch', () => {
    const [match] = find('统筹推进“五位一休”总体布局，落实到位')
    expect(match?.segment.text.slice(match.span.start, match.span.end)).toBe('“五位一休”总体布局')
  })
})

describe('what is right', () => {
  it.each([
    '巩固拓展脱贫攻坚成果',
    '巩固拓展脱贫攻坚的成果',
    '巩固脱贫成果',
    '推进五位一体总体布局',
    '大众创业，万众创新',
    '坚持依宪治国',
    '依法向国有企业征税',
    '中国共产党第十九次全国代表大会',
    '生态文明建设目标',
    '总体布局合理，街巷整洁',
    '（四）全面实施科教兴国',
  ])('%s', (text) => {
    expect(told(find(text))).toEqual([])
  })

  it('is a form outside its years, and its misspelling then', () => {
    expect(find('全面推进乡村振新', '2021-06-01')).toHaveLength(1)
    expect(find('全面推进乡村振新', '2024-06-01')).toEqual([])
    expect(find('全面推进乡村振新', '2018-06-01')).toEqual([])
    expect(find('全面推进乡村振新', 'unknown')).toEqual([])
  })

  it('is what a phrase rule lists as wrong: that rule speaks', () => {
    const listed = { ...rule, id: 'own/listed', wrong: ['拓展脱贫攻艰成果'], detect: 'phrase' } as unknown as Rule
    const rulebook = { rules: [rule, listed], catalogs: { own: catalogOf(forms) } } as unknown as Rulebook
    const document = {
      ...plain.extract('巩固拓展脱贫攻艰成果'),
      source: { text: '', format: 'plain', uri: 'x' },
      date: '2026-01-01',
    }
    const matcher = nearMiss.compile([rule], rulebook)!
    expect(matcher.find({ document, segmenter: intlSegmenter() }, document.segments)).toEqual([])
  })
})

describe('a stretch in which a clause ends', () => {
  const findLong = finder([{ form: '全省农村人居环境整治提升五年行动方案' }])

  it('is none, though as much may be added elsewhere', () => {
    expect(told(findLong('印发全省农村人居环境整治丙提升五年行动方案'))).toHaveLength(1)
    expect(told(findLong('讨论全省农村人居环境整治。提升五年行动方案'))).toEqual([])
  })
})

describe('edges', () => {
  it('need a fixed word, marks, or a slip of sound or sight', () => {
    expect(told(find('统筹推进“午位一体”总体布局'))).toEqual(['“午位一体”总体布局: “五”误作“午”'])
    expect(told(find('统筹推进位一体总体布局'))).toEqual(['位一体总体布局: 漏“五”字'])
    expect(told(find('谈谈位一体总体布局'))).toEqual([])
    expect(told(find('巩固拓展脱贫攻坚成员。'))).toEqual([])
    expect(told(find('《生态文明建设目标评价考》'))).toEqual(['生态文明建设目标评价考: 漏“核”字'])
  })
})

describe('enumerations', () => {
  const items = '道路自信、理论自信、制度自信、文化自信'
  const enumerate = finder([{ form: '“四个自信”', items }])

  it.each([
    ['坚定道路自信、理论自信、文化自信，再接再厉', '漏“制度自信”一项'],
    ['坚定道路自信、制度自信、理论自信、文化自信', `各项次序应为“${items}”`],
    ['坚定道路自信、理论自信、民族自信、制度自信和文化自信', '多“民族自信”一项'],
    ['坚定道路自信、理论自信、体制自信、文化自信', '“制度自信”误作“体制自信”'],
  ])('%s', (text, difference) => {
    expect(enumerate(text).map(({ facts }) => facts?.['diff'])).toEqual([difference])
    expect(enumerate(text)[0]?.right).toEqual([items])
  })

  it.each([
    [
      '坚定道德自信、理论自信、制度自信、文化自信',
      '“道路自信”误作“道德自信”',
      '道德自信、理论自信、制度自信、文化自信',
    ],
    [
      '即：路线自信、理论自信、制度自信、文化自信',
      '“道路自信”误作“路线自信”',
      '路线自信、理论自信、制度自信、文化自信',
    ],
    ['道路自信、理论自信、制度自信、文明自信。', '“文化自信”误作“文明自信”', '道路自信、理论自信、制度自信、文明自信'],
  ])('at an edge: %s', (text, difference, stretch) => {
    expect(told(enumerate(text))).toEqual([`${stretch}: ${difference}`])
  })

  it('takes an item that begins with a link for an item', () => {
    const values = finder([{ form: '国家层面', items: '富强、民主、文明、和谐、美丽' }])
    expect(told(values('建设富强、文明、和谐、美丽的家园'))).toEqual(['富强、文明、和谐、美丽: 漏“民主”一项'])
    expect(values('建设富强、民主、文明、和谐、美丽的家园')).toEqual([])
  })

  it('lets a list begin or end with something else', () => {
    expect(enumerate('增强民族自豪、理论自信、制度自信、文化自信')).toEqual([])
    expect(enumerate('坚定道路自信、理论自信、制度自信、历史主动')).toEqual([])
    expect(enumerate('坚定路自信、理论自信、制度自信、文化自信')).toEqual([])
  })

  it.each([items, '坚定道路自信、理论自信、制度自信和文化自信', '坚定道路自信和文化自信', '坚定历史自信、文化自信'])(
    '%s is right',
    (text) => {
      expect(enumerate(text)).toEqual([])
    },
  )
})

describe('settings', () => {
  const compile = (settings: object, rows = forms) => finder(rows, [{ ...rule, with: settings } as unknown as Rule])

  it('guard the named groups only, from a length on', () => {
    const rows = [
      { form: '巩固拓展脱贫攻坚成果', group: 'a' },
      { form: '大众创业、万众创新', group: 'b' },
    ]
    expect(compile({ catalog: 'own', groups: ['b'] }, rows)('巩固拓展脱贫攻艰成果')).toEqual([])
    expect(compile({ catalog: 'own', groups: ['a'] }, rows)('巩固拓展脱贫攻艰成果')).toHaveLength(1)
    expect(compile({ catalog: ['own'], min: 11 }, rows)('巩固拓展脱贫攻艰成果')).toEqual([])
  })

  it.each([
    [{}, 'with.catalog'],
    [{ catalog: 'other' }, '没有参考表 other'],
    [{ catalog: 'own', min: 2 }, 'with.min'],
    [{ catalog: 'own', groups: 'a' }, 'with.groups'],
  ])('%j is refused', (settings, message) => {
    expect(() => compile(settings)).toThrow(message)
  })

  it('leave out a row that is no form', () => {
    const find = compile({ catalog: 'own' }, [{ form: '依法治国', from: '2020' }, { form: '大众创业、万众创新' }])
    expect(find('大众创业、万重创新')).toHaveLength(1)
  })
})

test('every row that the near-miss rules guard is a form', () => {
  const { rules, catalogs } = wholeRulebook()
  const names = rules.filter(({ detect }) => detect === 'near-miss').flatMap((one) => [one.with['catalog']].flat())
  const problems = [...new Set(names)].flatMap(
    (name) => readRows(catalogs[String(name)]!, [{ rule: 0, min: 4 }]).problems,
  )
  expect(problems).toEqual([])
})

it('reads hard text in time that grows with its length', () => {
  const hard = finder([
    { form: '人民人民人民大会' },
    { form: '中国人民大学' },
    { form: '人民大会堂' },
    { form: '的确良的确良' },
  ])
  const time = (text: string) => leastTime(() => hard(text))
  for (const unit of ['人民', '的', '中国人民的', '人民大会中国']) {
    time(unit.repeat(500))
    expect(time(unit.repeat(8_000))).toBeLessThan(10 * time(unit.repeat(2_000)) + 300)
  }
})
