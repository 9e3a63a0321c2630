import { expect, test } from 'vitest'
import { read, sourceOf, texts } from './read.ts'

test.each([
  ['inline tags', '<p>国家<b>工商</b>总局</p>', '国家工商总局', '国家<b>工商</b>总局'],
  ['entities', '<p>国家&#24037;&#x5546;总局&lt;', '国家工商总局', '国家&#24037;&#x5546;总局'],
  ['a line break of the source', '<p>国家工\r\n\t商总局', '国家工商总局', '国家工\r\n\t商总局'],
  ['a line break beside a tag', '<p>国家<b>\n工商</b>总局', '国家工商总局', '国家<b>\n工商</b>总局'],
  ['a comment', '<p>国家<!--注-->工商总局', '国家工商总局', '国家<!--注-->工商总局'],
  ['an attribute with entities', '<img alt="国家&#24037;商">', '国家工商', '国家&#24037;商'],
  [
    'ruby',
    '<p>国<ruby>家<rp>(</rp><rt>jiā</rt><rp>)</rp></ruby>工商',
    '国家工商',
    '国<ruby>家<rp>(</rp><rt>jiā</rt><rp>)</rp></ruby>工商',
  ],
  ['after an astral character', '<p>&#x20BB7;𠮷<i>国</i>家', '国家', '国</i>家'],
])('%s', (_, source, word, raw) => {
  expect(sourceOf(read('html', source), source, word).raw).toBe(raw)
})

test('white space is collapsed as a browser does', () => {
  expect(texts(read('html', '<p> 甲 \n 乙 <b> 丙</b> a\nb<br> 丁&nbsp;&nbsp;戊 </p>'))).toEqual([
    '甲乙 丙 a b\n丁\u00A0\u00A0戊',
  ])
  expect(texts(read('html', '<pre>甲\n  乙</pre>'))).toEqual(['甲\n  乙'])
})

test('block tags part, programs and code are left out', () => {
  const source =
    '甲<div>乙<p>丙<script>"<p>丁"</script><style>戊</style><ul><li>己<li>庚</ul><pre><code>辛</code></pre><textarea>壬</textarea>癸<code>x</code>子'
  expect(texts(read('html', source))).toEqual(['甲', '乙', '丙', '己', '庚', '癸\uFFFC子'])
})

test('headings have levels and list items markers', () => {
  const { segments } = read('html', '<h2>甲</h2><ol><li>乙</li><li><p>丙</p><p>丁</p><ul><li>戊<li></ul></ol><p>己')
  expect(segments.map(({ text, level, marker }) => [text, level ?? marker])).toEqual([
    ['甲', 2],
    ['乙', '1.'],
    ['丙', '2.'],
    ['丁', undefined],
    ['戊', '•'],
    ['己', undefined],
  ])
})

test('cells know their table, also within one another and with tags left out', () => {
  const source = '<table><caption>题</caption><tr><th>a<th>b<tr><td>c<td>d<table><tr><td>e</div></table>f</table><p>g'
  expect(read('html', source).segments.map(({ text, cell }) => [text, cell?.table, cell?.row, cell?.column])).toEqual([
    ['题', undefined, undefined, undefined],
    ['a', 0, 0, 0],
    ['b', 0, 0, 1],
    ['c', 0, 1, 0],
    ['d', 0, 1, 1],
    ['e', 1, 0, 0],
    ['f', 0, 1, 1],
    ['g', undefined, undefined, undefined],
  ])
})

test('cells that span rows and columns move the others along', () => {
  const source =
    '<table><tr><th rowspan=2>a<th colspan=2>b<th rowspan="2">c<tr><th>d<th>e<tr><td colspan=2>f<td>g<td>h' +
    '<tr><td rowspan=99999>i<td colspan=x>j<tr><td>k</table>'
  expect(read('html', source).segments.map(({ text, cell }) => [text, cell?.row, cell?.column])).toEqual([
    ['a', 0, 0],
    ['b', 0, 1],
    ['c', 0, 3],
    ['d', 1, 1],
    ['e', 1, 2],
    ['f', 2, 0],
    ['g', 2, 2],
    ['h', 2, 3],
    ['i', 3, 0],
    ['j', 3, 1],
    ['k', 4, 0],
  ])
})

test('what the head and the attributes say has its own scope', () => {
  const source =
    '<title>甲&amp;乙</title><meta name="Keywords" content="丙"><meta name=viewport content="width=1"><meta name=x content=丁>' +
    '<meta name="PubDate" content="2024-07-04 09:30"><meta property="article:published_time" content="2020-01-01">' +
    '<img src=a.png alt=戊><a href="?a=1&copy=2&amp;b" title=己>庚</a><input placeholder=辛 value=壬><input type=hidden value=癸>'
  const document = read('html', source)
  expect(document.date).toBe('2024-07-04')
  expect(texts(document, 'title')).toEqual(['甲&乙'])
  expect(texts(document, 'metadata')).toEqual(['丙', '丁'])
  expect(texts(document, 'attribute')).toEqual(['戊', '己', '辛', '壬'])
  expect(texts(document, 'hidden')).toEqual(['癸'])
  expect(document.links.map(({ url, text }) => [url, text])).toEqual([
    ['a.png', undefined],
    ['?a=1&copy=2&b', '庚'],
  ])
})

test('hidden text is kept apart from the sentence it stands in', () => {
  const source =
    '<p>甲<span style="display: none">乙</span>丙<!-- 丁 --></p><p hidden>戊<p>己<noscript>庚</noscript><template><b>辛</b></template>'
  const document = read('html', source)
  expect(texts(document, 'prose')).toEqual(['甲丙', '己'])
  expect(texts(document, 'hidden')).toEqual(['乙', '丁', '戊', '庚', '辛'])
})

test('a link may run through blocks', () => {
  const { links } = read('html', '<a href="tel:1&amp;2">甲<div>乙 <b>丙</b></div></a>丁<a href=x>戊')
  expect(links.map(({ url, text }) => [url, text])).toEqual([
    ['tel:1&2', '甲 乙 丙'],
    ['x', '戊'],
  ])
})

test.each([
  ['<p>甲<b title="乙', '<b title="乙'],
  ['甲<script>乙', '<script>乙'],
  ['甲<!-- 乙', '<!-- 乙'],
])('what could not be read is said: %s', (source, unread) => {
  const { problems } = read('html', source)
  expect(problems).toMatchObject([{ effect: 'partial' }])
  expect(source.slice(problems[0]!.span!.start, problems[0]!.span!.end)).toBe(unread)
})
