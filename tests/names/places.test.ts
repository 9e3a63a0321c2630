import { createChecker } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf, wholeRulebook } from '../support/rulebook.ts'

const checker = createChecker({
  rulebook: rulebookOf(({ id }) => id.startsWith('places/')),
  segmenter: hostSegmenter(),
})
const rows = wholeRulebook().catalogs['places']?.rows ?? []
const autonomous = rows.filter(({ group, form = '' }) => group === 'autonomous' && /自治[州县旗]$/.test(form))

function found(text: string): (string | undefined)[] {
  const { findings } = checker.check({ text, format: 'plain', uri: 'draft', date: '2024-06-01' })
  return findings.map(({ suggestions }) => suggestions[0]?.text)
}

const PEOPLE =
  /(?:土家|布依|仡佬|傈僳|哈尼|拉祜|纳西|东乡|撒拉|保安|裕固|毛南|仫佬|各|[蒙回藏苗彝壮侗瑶白傣黎佤水羌满土])族/g

describe('names of autonomous areas', () => {
  test('every name of the catalog is right as it is', () => {
    expect(autonomous.length).toBeGreaterThan(140)
    for (const { form = '' } of autonomous) expect(found(`${form}召开会议。`), form).toEqual([])
  })

  const many = autonomous.filter(({ form = '' }) => (form.match(PEOPLE)?.length ?? 0) >= 2).map(({ form = '' }) => form)

  test('a people left out is found', () => {
    expect(many.length).toBeGreaterThan(35)
    for (const form of many) {
      for (const people of form.match(PEOPLE) ?? []) {
        const broken = form.replace(people, '')
        if (rows.some((row) => row['form'] === broken)) continue
        expect(found(`${broken}召开会议。`), broken).toEqual([form])
      }
    }
  })

  test('two peoples in the wrong order are found', () => {
    for (const form of many) {
      const [first = '', second = ''] = form.match(PEOPLE) ?? []
      const broken = form.replace(first + second, second + first)
      expect(found(`${broken}召开会议。`), broken).toEqual(broken === form ? [] : [form])
    }
  })
})

describe('a place behind another province', () => {
  const cities = rows.filter(
    ({ level, group, province = '', form = '' }) =>
      level === 'prefecture' && group !== 'former' && !province.includes(';') && /[市州盟]$/.test(form),
  )

  test('is found, and its own province is not', () => {
    expect(cities.length).toBeGreaterThan(280)
    for (const { form = '', province = '' } of cities) {
      expect(found(`${province}${form}的企业。`), form).toEqual([])
      const other = province === '湖北省' ? '湖南省' : '湖北省'
      expect(found(`${other}${form}的企业。`), form).toEqual([`${province}${form}`])
    }
  })

  test.each(['湖北省、长沙市', '湖北省城区', '湖北省高新区', '湖北省鼓楼区', '吉林省吉林市', '海南省三亚市'])(
    '%s is left alone',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )
})
