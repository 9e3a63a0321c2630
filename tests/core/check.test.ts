import { applyEdits, type CheckSettings, chooseEdits, createChecker, type FileReport, type Source } from '@kanwu/core'
import { describe, expect, test } from 'vitest'
import { fixtureRulebook, REQUIRED } from '../support/fixture-rulebook.ts'

const checker = createChecker({
  rulebook: fixtureRulebook(
    `id: bureau, wrong: [国家工商总局, 工商总局], right: [国家市场监督管理总局], valid: {from: "2018-03-17"}, allow: [history, book-title, {within: 工商总局路}], ${REQUIRED}`,
    `id: secretary, wrong: [习总书记], right: [习近平总书记], fix: safe, ${REQUIRED}`,
    `id: cut, wrong: [展生], whole-word: true, ${REQUIRED}`,
    `id: choice, wrong: [布署], right: [部署, 布置], ${REQUIRED}`,
    `id: title-only, wrong: [通告知], scopes: [title], ${REQUIRED}`,
  ),
})

function check(text: string, more: Partial<Source> = {}, settings: CheckSettings = {}): FileReport {
  return checker.check({ text, format: 'plain', uri: 'draft', date: '2024-07-04', ...more }, settings)
}

const summary = (report: FileReport) => [
  ...report.findings.map(({ text }) => text),
  ...report.exempted.map(({ finding, because }) => `${finding.text}:${because}`),
]

describe('exemptions', () => {
  test.each<[string, string, Partial<Source>, readonly string[]]>([
    ['the longest form claims its text', '报国家工商总局。', {}, ['国家工商总局', '工商总局:covered']],
    ['right on the draft’s date', '报国家工商总局。', { date: '2016-05-01' }, ['工商总局:date', '国家工商总局:date']],
    [
      'an unknown date silences what depends on it',
      '报国家工商总局。',
      { date: 'unknown' },
      ['工商总局:date', '国家工商总局:date'],
    ],
    ['history', '原工商总局的牌子', {}, ['工商总局:allowed']],
    ['the telling of a change', '2018年工商总局并入新机构。', {}, ['工商总局:allowed']],
    ['a change told in another sentence', '县局已挂牌。报工商总局。', {}, ['工商总局']],
    ['words that only sound of history', '明确职责、整合资源，报工商总局。', {}, ['工商总局']],
    ['由 alone tells of no change', '此事由工商总局办理。', {}, ['工商总局']],
    ['a book title', '《工商总局关于登记的通知》', {}, ['工商总局:allowed']],
    ['a containing phrase', '工商总局路12号', {}, ['工商总局:allowed']],
    ['a mention in quotation marks', '将“习近平总书记”错写为“习总书记”', {}, ['习总书记:mention']],
    ['a mention without quotation marks', '习总书记应为习近平总书记', {}, ['习总书记:mention']],
    ['quotation marks alone are no mention', '他写道“习总书记来到村里”', {}, ['习总书记']],
    ['a match that cuts a word', '推动发展生产。', {}, ['展生:word']],
    ['a scope the rule does not look at', '通告知', {}, ['通告知:scope']],
  ])('%s', (_, text, more, expected) => {
    expect(summary(check(text, more)).sort()).toEqual([...expected].sort())
  })

  test('the project’s allow list', () => {
    expect(summary(check('习总书记讲话', {}, { allow: ['习总书记讲话'] }))).toEqual(['习总书记:config'])
  })

  test('the project’s severities: by id before category, and off', () => {
    const severities = { test: 'info', 'test/secretary': 'warning', 'test/choice': 'off' } as const
    const report = check('习总书记部署，展生，布署', {}, { severities })
    expect(report.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'test/secretary warning',
      'test/cut info',
    ])
  })
})

describe('spelling tricks', () => {
  test.each([
    ['a zero-width space inside', '习\u200b总书记', '习\u200b总书记'],
    ['characters outside the BMP before', '𠮷𠮷习总书记', '习总书记'],
  ])('%s', (_, text, stretch) => {
    const [finding] = check(text).findings
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe(stretch)
  })
})

describe('fixes', () => {
  test('safe fixes are applied alone unless suggestions are asked for', () => {
    const text = '习总书记要求国家工商总局布署工作'
    const { findings } = check(text)
    expect(applyEdits(text, chooseEdits(findings, 'safe'))).toBe('习近平总书记要求国家工商总局布署工作')
    expect(applyEdits(text, chooseEdits(findings, 'suggested'))).toBe('习近平总书记要求国家市场监督管理总局布署工作')
  })

  test('a finding with several right forms is shown and never applied', () => {
    const [finding] = check('布署').findings
    expect(finding?.suggestions.map(({ text }) => text)).toEqual(['部署', '布置'])
    expect(chooseEdits(check('布署').findings, 'suggested')).toEqual([])
  })
})

describe('dates', () => {
  test('the host’s word beats the document’s, which beats the fallback', () => {
    const draft = '---\ndate: 2016-05-01\n---\n报国家工商总局。'
    const dateOf = (source: Omit<Source, 'uri' | 'format'>) =>
      checker.check({ format: 'markdown', uri: 'd', ...source }).date
    expect(dateOf({ text: draft })).toBe('2016-05-01')
    expect(dateOf({ text: draft, date: '2020-01-01' })).toBe('2020-01-01')
    expect(dateOf({ text: draft, dateOtherwise: '2020-01-01' })).toBe('2016-05-01')
    expect(dateOf({ text: '正文', dateOtherwise: '2020-01-01' })).toBe('2020-01-01')
    expect(dateOf({ text: '正文' })).toBe('unknown')
  })
})

describe('directives', () => {
  const markdown = (text: string) => check(text, { format: 'markdown' })

  test('disable-next-line silences one line, by rule or field, and says so', () => {
    const report = markdown('<!-- kanwu-disable-next-line test/secretary -- 引文 -->\n习总书记\n\n习总书记')
    expect(summary(report)).toEqual(['习总书记', '习总书记:directive'])
  })

  test('disable holds until enable', () => {
    const report = markdown('<!-- kanwu-disable test -->\n\n习总书记\n\n<!-- kanwu-enable test -->\n\n习总书记')
    expect(summary(report)).toEqual(['习总书记', '习总书记:directive'])
  })

  test('an unused directive and an unknown rule are reported', () => {
    const report = markdown(
      '<!-- kanwu-disable-next-line test/secretery -->\n\n<!-- kanwu-disable test/cut -->\n\n无事',
    )
    expect(report.problems.map(({ message }) => message)).toEqual([
      'kanwu 指令中没有这样的规则：test/secretery，是否为 test/secretary？',
      '这条 kanwu 指令没有用到，可以删去',
    ])
  })
})

test('reports are deterministic and fingerprints survive edits elsewhere', () => {
  const one = check('习总书记在会上讲话。')
  expect(check('习总书记在会上讲话。')).toEqual(one)
  const moved = check('新加的一段。\n习总书记在会上讲话。')
  expect(moved.findings[0]?.fingerprint).toBe(one.findings[0]?.fingerprint)
  const twice = check('习总书记在会上讲话。\n习总书记在会上讲话。').findings.map(({ fingerprint }) => fingerprint)
  expect(new Set(twice).size).toBe(2)
})

test('an unknown format is read as plain text and said so', () => {
  const report = check('习总书记', { format: 'rtf' })
  expect(report.findings).toHaveLength(1)
  expect(report.problems).toEqual([{ message: '不认识的格式 rtf，按纯文本检查', effect: 'partial' }])
})
