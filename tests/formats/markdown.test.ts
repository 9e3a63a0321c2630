import { expect, test } from 'vitest'
import { read, sourceOf, texts } from './read.ts'

test.each([
  ['emphasis within a name', '前国家**工商**总局后', '国家工商总局', '国家**工商**总局'],
  ['a name over two lines of a quote', '> 前国家工\n> 商总局', '国家工商总局', '国家工\n> 商总局'],
  ['a name over two lines, CRLF', '国家工\r\n   商总局', '国家工商总局', '国家工\r\n   商总局'],
  ['a numeric entity', '国家&#24037;商总局', '国家工商总局', '国家&#24037;商总局'],
  ['the entity at the end', '国家&#24037; x', '国家工', '国家&#24037;'],
  ['an escape', '甲\\*乙', '甲*乙', '甲\\*乙'],
  ['after an astral character', '𠮷国家_工商_总局 **国家总局**', '国家总局', '国家总局'],
  ['a link in a name', '国家[工商](http://a.cn)总局', '国家工商总局', '国家[工商](http://a.cn)总局'],
  ['a tag in a name', '国家<b>工商</b>总局', '国家工商总局', '国家<b>工商</b>总局'],
  ['a comment in a name', '国家工商<!-- 注 -->总局', '国家工商总局', '国家工商<!-- 注 -->总局'],
  ['a struck name', '国家~~工商~~总局', '国家工商总局', '国家~~工商~~总局'],
  ['after a byte order mark', '\uFEFF# 国家*工商*总局', '国家工商总局', '国家*工商*总局'],
  ['a reference', '国家[工商][a]总局\n\n[a]: http://a.cn', '国家工商总局', '国家[工商][a]总局'],
  ['in a tabbed list', '-\t国家\n\t工商总局', '国家工商总局', '国家\n\t工商总局'],
])('%s', (_, source, word, raw) => {
  const found = sourceOf(read('markdown', source), source, word)
  expect(found.raw).toBe(raw)
  const start = found.segment.text.indexOf(word)
  expect(found.segment.map.isVerbatim({ start, end: start + word.length })).toBe(raw === word)
})

test('headings, lists, tables and footnotes keep what they are', () => {
  const source =
    '# 甲 #\n\n乙\n===\n\n丙\n---\n\n3. 丁\n4. [x] 戊\n   - 己\n\n   庚\n\n|a|b|\n|-|-|\n|c\\|d||\n\n辛[^1]\n\n[^1]: 壬'
  const { segments } = read('markdown', source)
  expect(segments.map(({ text, scope, level, marker, cell }) => [text, scope, level ?? marker ?? cell])).toEqual([
    ['甲', 'heading', 1],
    ['乙', 'heading', 1],
    ['丙', 'heading', 2],
    ['丁', 'prose', '3.'],
    ['戊', 'prose', '4.'],
    ['己', 'prose', '-'],
    ['庚', 'prose', undefined],
    ['a', 'cell', { table: 0, row: 0, column: 0 }],
    ['b', 'cell', { table: 0, row: 0, column: 1 }],
    ['c|d', 'cell', { table: 0, row: 1, column: 0 }],
    ['辛', 'prose', undefined],
    ['壬', 'prose', undefined],
  ])
})

test('soft breaks are nothing between Chinese characters and a blank elsewhere; hard breaks are line breaks', () => {
  expect(texts(read('markdown', '甲\n乙，\n丙 a\nb\n丁  \n戊\\\n己<br>庚'))).toEqual(['甲乙，丙 a b 丁\n戊\n己\n庚'])
})

test('code is no wording and keeps the words beside it apart', () => {
  expect(texts(read('markdown', '甲`code`乙\n\n```\n丙\n```\n\n    丁\n\n`戊`'))).toEqual(['甲\uFFFC乙'])
})

test('alternative texts and titles are attributes, addresses are links', () => {
  const source =
    '[甲**乙**](<http://a.cn/b c> "丙") ![丁*戊*](d.png) [己][x] [x] <http://e.cn> 见http://f.cn/g_h_i，庚 [http://j.cn](k)\n\n[x]: mailto:a@b.cn \'辛\''
  const document = read('markdown', source)
  expect(texts(document, 'attribute')).toEqual(['丙', '丁戊', '辛'])
  expect(document.links.map(({ url, text }) => [url, text])).toEqual([
    ['http://a.cn/b c', '甲乙'],
    ['d.png', undefined],
    ['http://e.cn', 'http://e.cn'],
    ['http://f.cn/g_h_i', 'http://f.cn/g_h_i'],
    ['k', 'http://j.cn'],
    ['mailto:a@b.cn', '己'],
    ['mailto:a@b.cn', 'x'],
  ])
  expect(source.slice(document.links[0]!.span.start, document.links[0]!.span.end)).toBe('http://a.cn/b c')
})

test('front matter gives the title, the date and other wording', () => {
  const source =
    '---\ntitle: "甲"\ndate: 2024-07-04T08:00:00\nlayout: post\ndescription: >-\n  乙\n  丙\ntags:\n  - 丁 # 注\n---\n\n戊'
  const document = read('markdown', source)
  expect(document.date).toBe('2024-07-04')
  expect(document.segments.map(({ text, scope }) => [text, scope])).toEqual([
    ['甲', 'title'],
    ['乙丙', 'metadata'],
    ['丁', 'metadata'],
    ['戊', 'prose'],
  ])
  const toml = read('markdown', "+++\ntitle = '甲'\ndate = 2024-02-30\n+++\n")
  expect(toml.date).toBeUndefined()
  expect(texts(toml, 'title')).toEqual(['甲'])
})

test('HTML in Markdown is read as HTML, with the offsets of the source', () => {
  const source =
    '> <div title="甲\n> 乙">国家\n> 工商</div>\n\n<table><tr><td>丙</td></tr></table>\n\n|a|\n|-|\n\n丁 <img alt="戊">'
  const document = read('markdown', source)
  expect(texts(document, 'attribute')).toEqual(['甲乙', '戊'])
  expect(sourceOf(document, source, '国家工商').raw).toBe('国家\n> 工商')
  expect(document.segments.flatMap(({ cell }) => cell ?? [])).toEqual([
    { table: 0, row: 0, column: 0 },
    { table: 1, row: 0, column: 0 },
  ])
})

test('markup beyond all measure is read as text, with a note', () => {
  const document = read('markdown', `${'*甲 '.repeat(2000)}\n\n乙`)
  expect(document.problems).toMatchObject([{ effect: 'note' }])
  expect(texts(document).at(-1)).toBe('乙')
})
