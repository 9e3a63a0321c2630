import { expect, test } from 'vitest'
import { formatFor, formatOfFile } from '../../packages/core/src/formats/index.ts'
import { read, sourceOf, texts } from './read.ts'

test('a line is a segment, without the blanks around it', () => {
  const source = '\uFEFF　　第一段。\r\n\r\n第二段。\r第三段。\f第四段。\n   \n'
  const document = read('plain', source)
  expect(texts(document)).toEqual(['第一段。', '第二段。', '第三段。', '第四段。'])
  expect(document.segments.map(({ index, scope }) => [index, scope])).toEqual(
    [0, 1, 2, 3].map((index) => [index, 'prose']),
  )
  for (const text of texts(document)) expect(sourceOf(document, source, text).raw).toBe(text)
})

test('rows with tabs or bars become cells of one table', () => {
  const { segments } = read(
    'plain',
    '附表\n序号\t单位\t问题\n1\t\t错字\n\n2\t某局\t漏字\n说明\n1 | 某县民政局 | 链接失效 |\n| --- | --- |\n| 2 | 某局 |',
  )
  expect(segments.map(({ text, cell }) => [text, cell?.table, cell?.row, cell?.column])).toEqual([
    ['附表', undefined, undefined, undefined],
    ['序号', 0, 0, 0],
    ['单位', 0, 0, 1],
    ['问题', 0, 0, 2],
    ['1', 0, 1, 0],
    ['错字', 0, 1, 2],
    ['2', 0, 2, 0],
    ['某局', 0, 2, 1],
    ['漏字', 0, 2, 2],
    ['说明', undefined, undefined, undefined],
    ['1', 1, 0, 0],
    ['某县民政局', 1, 0, 1],
    ['链接失效', 1, 0, 2],
    ['2', 1, 2, 0],
    ['某局', 1, 2, 1],
  ])
})

test('one bar without blanks, or a tab that only indents, makes no cells', () => {
  expect(read('plain', '\t甲|乙\n\t丙').segments.map(({ text, scope }) => [text, scope])).toEqual([
    ['甲|乙', 'prose'],
    ['丙', 'prose'],
  ])
})

test('web addresses end where Chinese text goes on', () => {
  const source = '见https://www.example.gov.cn/a?b=1，或（www.example.cn/x）。'
  const { links } = read('plain', source)
  expect(links.map(({ url }) => url)).toEqual(['https://www.example.gov.cn/a?b=1', 'www.example.cn/x'])
  expect(links.map(({ span }) => source.slice(span.start, span.end))).toEqual(links.map(({ url }) => url))
})

test('odd characters stay in their places', () => {
  const source = '\uD800甲\0乙\uDC00𠮷丙'
  expect(texts(read('plain', source))).toEqual([source])
})

test('a file is read by its ending, others as plain text', () => {
  const names = ['a.MD', 'b.mdx', 'c.htm', 'd.xhtml', 'e.shtml', 'f.txt', 'g', 'x.md/y.log', '.html']
  expect(names.map((name) => formatOfFile(name))).toEqual([
    'markdown',
    'markdown',
    'html',
    'html',
    'html',
    'plain',
    'plain',
    'plain',
    'html',
  ])
  expect(formatFor('docx').name).toBe('plain')
})

test('addresses are found however they begin', () => {
  const links = (text: string) => read('plain', text).links.map(({ url }) => url)
  expect(links('见www.a.cn、Www.B.cn和WWW.C.CN。')).toEqual(['www.a.cn', 'Www.B.cn', 'WWW.C.CN'])
  expect(links('见https://a.cn/x和HTTP://b。')).toEqual(['https://a.cn/x', 'HTTP://b'])
  expect(links('3.5倍，WiFi，www，a.cn')).toEqual([])
})
