import { createChecker } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf, wholeRulebook } from '../support/rulebook.ts'

const checker = createChecker({
  rulebook: rulebookOf(({ id }) => id === 'leaders/office-garbled'),
  segmenter: hostSegmenter(),
})
const { leaders, offices } = wholeRulebook().catalogs
const present = (leaders?.rows ?? []).filter(({ office, until }) => office && !until)
const formsOf = new Map((offices?.rows ?? []).map(({ office = '', before = '' }) => [office, before.split(';')]))
const known = new Set([...formsOf.values()].flat())

/** What stands in the text and what is suggested for it. */
function found(text: string): [string, string | undefined][] {
  const { findings } = checker.check({ text, format: 'plain', uri: 'draft', date: '2024-06-01' })
  return findings.map(({ text: written, suggestions }) => [written, suggestions[0]?.text])
}

describe('an office before its holder', () => {
  const pairs = present.flatMap(({ person = '', office = '' }) =>
    (formsOf.get(office) ?? []).map((form) => [form, person, office] as const),
  )

  test('is right as it stands', () => {
    expect(pairs.length).toBeGreaterThan(40)
    for (const [form, person] of pairs) expect(found(`${form}${person}到会。`), form + person).toEqual([])
  })

  test('with two neighbours that changed places is mended', () => {
    for (const [form, person, office] of pairs) {
      for (let i = 1; i < form.length - 1; i++) {
        const broken = form.slice(0, i) + form.charAt(i + 1) + form.charAt(i) + form.slice(i + 2)
        if (broken === form || known.has(broken)) continue
        const [[written, right] = ['', ''], ...others] = found(`${broken}${person}到会。`)
        expect(broken.endsWith(written) && written !== '' && others.length === 0, broken + person).toBe(true)
        expect(formsOf.get(office), broken + person).toContain(right)
      }
    }
  })

  test('with a doubled character in a long form is mended', () => {
    for (const [form, person, office] of pairs.filter(([form]) => form.length >= 5 && form.charAt(2) !== '副')) {
      const broken = form.slice(0, 3) + form.charAt(2) + form.slice(3)
      const [[written, right] = ['', '']] = found(`${broken}${person}到会。`)
      expect(broken.endsWith(written) && written !== '', broken + person).toBe(true)
      expect(formsOf.get(office), broken + person).toContain(right)
    }
  })

  test('short forms in use are right, clipped ones are not', () => {
    expect(found('最高法院院长张军到会。')).toEqual([])
    expect(found('最高检察院检察长应勇到会。')).toEqual([])
    expect(found('国务院常务总理丁薛祥到会。')).toEqual([['国务院常务总理', '国务院常务副总理']])
    expect(found('中央书处书记蔡奇到会。')).toEqual([['中央书处书记', '中央书记处书记']])
  })

  test('is read through a row of offices', () => {
    expect(found('中共中央总书计、国家主席、中央军委主席习近平到会。')).toEqual([['中共中央总书计', '中共中央总书记']])
    expect(found('中共中央总书记、国家主习、中央军委主席习近平到会。').map(([written]) => written)).toEqual([
      '国家主习',
    ])
  })
})

describe('an office behind its holder', () => {
  test.each([
    ['习近平总书纪强调', [['总书纪', '总书记']]],
    ['习近平总记书强调', [['总记书', '总书记']]],
    ['习近平总书记强调', []],
    ['赵乐际委员张主持', [['委员张', '委员长']]],
    ['赵乐际员委长主持', []],
    ['李强总里主持', [['总里', '总理']]],
    ['李强总管主持', []],
    ['习近平总结讲话', []],
  ])('%s', (text, expected) => {
    expect(found(`${text}。`)).toEqual(expected)
  })
})

describe('what only resembles an office', () => {
  test.each([
    '国务院原副总理刘延东到会。',
    '国务院前总理温家宝到会。',
    '最高人民法院的院长张军到会。',
    '最高人民检察院检察员张军出庭。',
    '国务院办公厅秘书李强到会。',
    '人民法院院长张军到会。',
    '县人大常委会主任李强到会。',
    '全国政协委员李强到会。',
    '中国作家协会主席张军到会。',
    '外交部发言人王毅介绍情况。',
    '公司总经理李强到会。',
  ])('%s is left alone', (text) => {
    expect(found(text)).toEqual([])
  })
})
