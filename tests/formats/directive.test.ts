import { expect, test } from 'vitest'
import { read, texts } from './read.ts'

test.each(['html', 'markdown'])('%s: directives name rules and a reason', (format) => {
  const source =
    '甲\n\n<!-- kanwu-disable-next-line leaders/x, links -- 引自旧文 -->\n\n<!--kanwu-disable-->\n\n<!-- kanwu-enable laws -->\n'
  const { directives, segments, problems } = read(format, source)
  expect(directives.map(({ span: _, ...directive }) => directive)).toEqual([
    { action: 'disable-next-line', rules: ['leaders/x', 'links'], reason: '引自旧文' },
    { action: 'disable', rules: [] },
    { action: 'enable', rules: ['laws'] },
  ])
  expect(source.slice(directives[1]!.span.start, directives[1]!.span.end)).toBe('<!--kanwu-disable-->')
  expect(segments).toHaveLength(1)
  expect(problems).toEqual([])
})

test.each([
  ['kanwu-disabel x', 'kanwu-disable？'],
  ['kanwu disable', 'kanwu-disable？'],
  ['kanwu: enable laws', 'kanwu-enable？'],
  ['Kanwu-Disable-Next-Line', 'kanwu-disable-next-line？'],
  ['kanwu-disable-nextline', 'kanwu-disable-next-line？'],
  ['kanwu disable next line a/b', 'kanwu-disable-next-line？'],
  ['kanwu-ignore', '可用的有 kanwu-disable-next-line'],
])('misspelt: %s', (comment, hint) => {
  const { directives, problems } = read('html', `<!-- ${comment} -->`)
  expect(directives).toEqual([])
  expect(problems).toMatchObject([{ effect: 'note' }])
  expect(problems[0]!.message).toContain(hint)
})

test('a comment that only speaks of kanwu is hidden text', () => {
  const document = read('html', '<!-- kanwu 已经查过 --><!-- kanwus -->')
  expect(document.problems).toEqual([])
  expect(texts(document)).toEqual(['kanwu 已经查过', 'kanwus'])
})

test('plain text has no directives', () => {
  expect(read('plain', '<!-- kanwu-disable -->').directives).toEqual([])
})
