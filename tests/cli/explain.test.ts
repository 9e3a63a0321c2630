import { expect, test } from 'vitest'
import { folderOf, kanwu, OWN_RULE } from '../support/cli.ts'

const NOTICE = '关于检修水管的通知\n\n各科室：\n\n请关好阀门。\n\n2025年6月9日\n'
const cwd = folderOf({
  ...OWN_RULE,
  'a.md': '测错词\n\n把“测对词”误写为“测错词”\n\n无事\n',
  'notice.md': NOTICE,
})

test('a rule: what, why, sources and examples', () => {
  const { stdout, code } = kanwu(['explain', 'own/wrong-word'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/用错了词：本单位统一用“测对词”/)
  expect(stdout).toMatch(/依据：\n {2}《本单位自定》/)
})

test.each([
  ['a.md:1', /报：“测错词” own\/wrong-word/],
  ['a.md:3', /未报：“测错词” own\/wrong-word——这里是在说这个错误/],
  ['a.md:5', /这一行没有命中任何规则/],
])('a place, %s', (place, expected) => {
  expect(kanwu(['explain', place], { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(expected) as string,
  })
})

test('a draft that is taken for an official document: why it is', () => {
  expect(kanwu(['explain', 'notice.md:5'], { cwd }).stdout).toMatch(
    /按公文检查：标题以“通知”结尾，有紧接标题的主送机关、成文日期“2025年6月9日”/,
  )
  expect(kanwu(['explain', 'a.md:1'], { cwd }).stdout).not.toMatch(/按公文检查/)
})

test.each([
  ['own/wrong-wrod', /是否为 own\/wrong-word？/],
  ['gone.md:1', /没有这样的规则，也没有这样的文件/],
])('what is not there: %s', (subject, expected) => {
  expect(kanwu(['explain', subject], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(expected) as string,
  })
})

test('kanwu rules lists them for people and programs', () => {
  expect(kanwu(['rules'], { cwd }).stdout).toMatch(/error {3}own\/wrong-word {2}用错了词/)
  const { rules } = JSON.parse(kanwu(['rules', '--format', 'json'], { cwd }).stdout) as { rules: { id: string }[] }
  expect(rules.map(({ id }) => id)).toContain('own/wrong-word')
})
