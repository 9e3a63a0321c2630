import { RulebookError } from '@kanwu/core'
import { extendRulebook, parseRulebook } from '@kanwu/core/rulebook'
import { describe, expect, test } from 'vitest'
import { fixtureRulebook, REQUIRED, topicOf } from '../support/fixture-rulebook.ts'

const SOURCES = { path: 'sources.yaml', text: '- {id: s1, title: 来源, issuer: 机关}\n' }

function problemsOf(topics: readonly string[], sources = SOURCES): string {
  try {
    parseRulebook({
      version: '0',
      sources,
      topics: topics.map((text, index) => ({ path: `test/topic${index === 0 ? '' : index}.yaml`, text })),
      catalogs: [],
    })
  } catch (error) {
    if (error instanceof RulebookError) return error.message
    throw error
  }
  return ''
}

describe('a rulebook that does not load says file, line, what and what to do', () => {
  test.each([
    ['bad YAML', ['topic: [\n'], /topic\.yaml:\d+: YAML 语法错误.*检查缩进/],
    [
      'a missing key',
      [topicOf([`id: a, wrong: [甲乙], ${REQUIRED.replace('why: 因, ', '')}`])],
      /topic\.yaml:4: .*缺少 why/,
    ],
    ['an unknown key', [topicOf([`id: a, wrng: [甲乙], ${REQUIRED}`])], /topic\.yaml:4: .*不认识的键：wrng/],
    [
      'a value outside its choices',
      [topicOf([`id: a, wrong: [甲乙], ${REQUIRED.replace('error', 'fatal')}`])],
      /severity.*可选：error、warning、info/,
    ],
    ['no source', [topicOf([`id: a, wrong: [甲乙], ${REQUIRED.replace('[{source: s1}]', '[]')}`])], /sources 不能为空/],
    [
      'no hit',
      [topicOf([`id: a, wrong: [甲乙], ${REQUIRED.replace('[{text: 甲}]', '[]')}`])],
      /examples\.hit 不能为空/,
    ],
    [
      'no miss',
      [topicOf([`id: a, wrong: [甲乙], ${REQUIRED.replace('[{text: 乙, because: no-match}]', '[]')}`])],
      /examples\.miss 不能为空/,
    ],
    [
      'an unknown source',
      [topicOf([`id: a, wrong: [甲乙], ${REQUIRED.replace('s1', 's9')}`])],
      /未登记的来源 s9——在 sources\.yaml 登记/,
    ],
    [
      'a duplicate id',
      [topicOf([`id: a, wrong: [甲乙], ${REQUIRED}`, `id: a, wrong: [丙丁], ${REQUIRED}`])],
      /topic\.yaml:5: 规则编号重复：test\/a（test\/topic\.yaml:4 已有）/,
    ],
    [
      'a wrong form in two rules',
      [topicOf([`id: a, wrong: [甲乙], ${REQUIRED}`, `id: b, wrong: [甲乙], ${REQUIRED}`])],
      /“甲乙”已是 test\/a 的错误写法/,
    ],
    [
      'a right form that is wrong elsewhere',
      [topicOf([`id: a, wrong: [甲乙], right: [丙丁], ${REQUIRED}`, `id: b, wrong: [丙丁], ${REQUIRED}`])],
      /test\/a 的正确写法“丙丁”是 test\/b 的错误写法/,
    ],
    ['a phrase rule without wrong forms', [topicOf([`id: a, ${REQUIRED}`])], /test\/a 没有 wrong/],
    [
      'a topic in the wrong place',
      [topicOf([`id: a, wrong: [甲乙], ${REQUIRED}`]).replace('test/topic', 'test/other')],
      /topic 与路径不一致/,
    ],
    [
      'an empty period',
      [topicOf([`id: a, wrong: [甲乙], valid: {from: "2020-01-01", until: "2019-01-01"}, ${REQUIRED}`])],
      /适用期间为空/,
    ],
  ])('%s', (_, topics, expected) => {
    expect(problemsOf(topics)).toMatch(expected)
  })
})

test('forms that are wrong in one period and right in another live together', () => {
  const rulebook = fixtureRulebook(
    `id: a, wrong: [甲乙], right: [丙丁], valid: {until: "2018-01-01"}, ${REQUIRED}`,
    `id: b, wrong: [丙丁], right: [甲乙], valid: {from: "2018-01-01"}, ${REQUIRED}`,
  )
  expect(rulebook.rules.map(({ id }) => id)).toEqual(['test/a', 'test/b'])
})

test('a project adds rules of its own, held to the same demands, citing itself', () => {
  const own = topicOf([`id: unit, wrong: [县招商中心], right: [县招商服务中心], ${REQUIRED.replace('s1', 'own')}`])
  const built = fixtureRulebook(`id: a, wrong: [甲乙], ${REQUIRED}`)
  const extended = extendRulebook(built, { topics: [{ path: 'test/topic.yaml', text: own }], catalogs: [] })
  expect(extended.rules.map(({ id }) => id)).toEqual(['test/a', 'test/unit'])
  const clash = topicOf([`id: other, wrong: [甲乙], ${REQUIRED}`])
  expect(() => extendRulebook(built, { topics: [{ path: 'test/topic.yaml', text: clash }], catalogs: [] })).toThrow(
    /已是 test\/a/,
  )
})
