import { createChecker } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf, wholeRulebook } from '../support/rulebook.ts'

const checker = createChecker({
  rulebook: rulebookOf(({ topic }) => topic === 'leaders/offices'),
  segmenter: hostSegmenter(),
})
const terms = (wholeRulebook().catalogs['leaders']?.rows ?? []).filter(({ office }) => office !== '')
const forms = new Map(
  (wholeRulebook().catalogs['offices']?.rows ?? []).map(({ office = '', before = '' }) => [office, before.split(';')]),
)

function rules(text: string, date: string): string[] {
  const { findings } = checker.check({ text, format: 'plain', uri: 'draft', date })
  return findings.map(({ rule }) => rule.replace('leaders/', ''))
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

describe('terms', () => {
  test.each(terms.map(({ person = '', office = '', from = '', until = '' }) => [person, office, from, until] as const))(
    '%s as %s from %s until %s',
    (person, office, from, until) => {
      const [form = ''] = forms.get(office) ?? []
      expect(rules(`${form}${person}出席会议。`, dayAfter(from))).toEqual([])
      if (until === '') return
      const again = terms.some((term) => term['person'] === person && term['office'] === office && term['from']! > from)
      const known = terms.some(
        (term) => term['office'] === office && term['from']! <= until && (term['until'] || '9999') > until,
      )
      if (again || !known) return
      expect(rules(`${form}${person}出席会议。`, dayAfter(until))).toEqual(['office-not-held'])
      expect(rules(`时任${form}${person}出席会议。`, dayAfter(until))).toEqual([])
    },
  )
})

test('every term tells its source and where in it', () => {
  const rows = wholeRulebook().catalogs['leaders']?.rows ?? []
  expect(rows.filter(({ source, at }) => !source || !at)).toEqual([])
})

describe('a draft younger than the roll', () => {
  const roll = wholeRulebook().catalogs['leaders']!
  const later = dayAfter(roll.asOf)
  const persons = [...new Set(terms.map(({ person = '' }) => person))]
  const closed = new Set(roll.rows.flatMap(({ person = '', closed }) => (closed ? [person] : [])))

  test('gets advice only, except of those who can take no office any more', () => {
    let advised = 0
    for (const [office, [form = '']] of forms) {
      for (const person of persons) {
        const { findings } = checker.check({
          text: `${form}${person}到会。`,
          format: 'plain',
          uri: 'draft',
          date: later,
        })
        const loud = findings.filter(({ severity }) => severity !== 'info')
        if (loud.length > 0) expect(closed.has(person), `${form}${person}`).toBe(true)
        const held = terms.some((term) => term['person'] === person && term['office'] === office && !term['until'])
        if (held) expect(findings, `${form}${person}`).toEqual([])
        advised += findings.length - loud.length
      }
    }
    expect(advised).toBeGreaterThan(300)
  })

  test('nobody is beyond office who holds one', () => {
    const holders = terms.filter(({ until, person = '' }) => !until && closed.has(person))
    expect(holders).toEqual([])
  })
})

describe('a person never in the office', () => {
  test.each([
    ['2012年，国务委员刘延东到校视察。', []],
    ['时任国务委员刘延东到校视察。', []],
    ['2019年3月，国务院副总理王沪宁到会。', ['office-not-held']],
    ['国务委员刘延东到校视察。', ['office-not-held']],
  ])('%s', (text, expected) => {
    expect(rules(text, '2024-06-01')).toEqual(expected)
  })
})

describe('names', () => {
  const names = [...new Set(terms.map(({ person = '' }) => person))]

  test('listed misspellings are found where nothing else stands', () => {
    for (const { person = '', misspelt = '' } of wholeRulebook().catalogs['leaders']?.rows ?? []) {
      for (const wrong of misspelt.split(';').filter((form) => form !== '')) {
        expect(names.includes(wrong), wrong).toBe(false)
        expect(rules(`会议传达了${wrong}的讲话。`, '2024-06-01'), wrong).toEqual(['name-misspelt'])
        expect(rules(`会议传达了${person}的讲话。`, '2024-06-01'), person).toEqual([])
      }
    }
  })

  test.each(['把学习进平台、进车间', '练习近半小时', '补习近平均水平的学生', '实习静平县', '复习近乎结束'])(
    '%s is left alone',
    (text) => {
      expect(rules(text, '2024-06-01')).toEqual([])
    },
  )
})
