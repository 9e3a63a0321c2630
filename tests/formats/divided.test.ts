import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divide, undivided } from '../../packages/core/src/formats/markdown/divide.ts'
import { extractDivided } from '../../packages/core/src/formats/markdown.ts'
import { wholeRulebook } from '../support/rulebook.ts'

/** Lines that are words only, and lines with all that Markdown knows, whole and broken. */
const WORDS: readonly string[] = [
  '各单位要抓好落实。',
  '　　二〇二四年三月，县里召开会议。',
  '- 加强巡查。',
  '- 明确分工。',
  '+ 加强巡查。',
  '* 加强巡查。',
  '1. 完善台账。',
  '2. 细化措施。',
  '1) 完善台账。',
  '12. 公开结果。',
  '# 标题',
  '## 小标题',
  '**要求**：压实责任，**A1**，',
  '- **一**，二',
  '一、基本情况',
  '1.加强管理',
  '网址 http://www.example.gov.cn/a.html，请查看。',
  'www.example.gov.cn',
  '2024年',
  '（一）总体要求：',
  '“两手抓”！',
  '𠮷野家',
  'a\u00a0b',
  '甲\u2028乙',
  '第#号',
  '\u3000',
  '详见[通知全文](https://www.example.gov.cn/zwgk/4.html)。',
  '[看 A](/a_b~c/公开.html)[http://a.cn](http://b.cn)',
  '- [甲](b)**丙[丁](戊)**',
  '**“两手抓”**，**[甲](b)**、**（一）乙：**',
  '| 甲 | 乙 |\n| --- | --- |\n| 丙[看](a) | **丁** |',
  '|甲|\n|:-:|\n| **，乙** |',
]
const MARKED =
  `# 标题|## 标题 ##|#标题|# |- 项|- |* 项|+ 项|1. 项|2) 项|12. |> 引|>> 引|    缩进|\t缩进|  甲|甲  |甲\\|===|---|***|
:-|-:|:甲|---:|+++|= 甲|\`\`\`|~~~|\`码\`|**粗**|*斜|_下_|~~删~~|[看](http://a.cn "题")|![图](a.png)|[名]|[名]: http://a.cn|
[^1]|[^1]: 注|<b>甲</b>|<div hidden>|</div>|<!-- 注|-->|<!-- kanwu-disable -->|<!-- 甲 --> 乙|<pre>|</pre>|<script>|<!X|<?php|?>|
**，甲**|甲**，乙**|**甲，**乙**|**甲** 乙**丙**|***甲***|**甲*|**甲****乙**|****|** 甲**|  - 子项|   续|  续\n\n    续|&amp;|&#24037;|\\*甲|甲&nbsp;|- [ ] 项|<http://a.cn>|a@b.cn|\uFEFF甲|甲\uFEFF|甲\0乙|[ 甲](b)|[甲 ](b)|[^甲](b)|[甲](b c)|[甲]( b)|[甲](b"c)|[甲](<b>)|[甲](b(c))|![甲](b)|[x](b)|[**甲**](b)|**[甲**](b)|[甲[乙](c)|甲](b)|[甲](b)**，丙**|丁**，丙**|**（甲）**乙|**（甲）乙|（甲）**|，**，**，|[甲](&amp;)|[甲]()|甲\uFFFC|title: 题|date: 2024-05-01`
    .split(/\|\n?/)
    .concat([
      '| 甲 | 乙 |',
      '| --- | --- |',
      '甲 | 乙',
      '--- | ---',
      '|甲',
      '| |',
      '||',
      '|-|',
      '| 甲 | 乙 |\n| --- |',
      '| 甲 | |\n|-|-|',
      '甲\r乙',
      '甲\r\r乙',
    ])
const BREAKS = ['\n', '\n', '\n\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n', '\n\t\n', '\n\n\n', '\n　\n']

const line = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...MARKED))
const source = fc
  .array(fc.tuple(line, fc.constantFrom(...BREAKS)), { maxLength: 14 })
  .map((lines) => lines.map(([text, end]) => text + end).join(''))

/** An extraction with its maps as what they say. */
function shown(text: string, divided: ReturnType<typeof divide>): unknown {
  const { extraction, tamed } = extractDivided(text, divided)
  const { segments, ...rest } = extraction
  return {
    ...rest,
    tamed,
    segments: segments.map(({ map, ...segment }) => ({
      ...segment,
      places: [...segment.text].map((_, at) => map.toDocument({ start: at, end: at + 1 })),
      isVerbatim: map.isVerbatim({ start: 0, end: segment.text.length }),
    })),
  }
}

function expectEqual(text: string): void {
  expect(shown(text, divide(text))).toEqual(shown(text, undivided(text)))
}

describe('Markdown parsed only where there is something to parse is Markdown parsed whole', () => {
  test('over any lines', () => {
    fc.assert(fc.property(source, expectEqual), { numRuns: Number(process.env['KANWU_DIVIDED_RUNS'] ?? 3000) })
  })

  test('over any characters', () => {
    const character = fc.constantFrom(
      ...'甲乙，\n\n\n  -*+12.)#>`~|=:!<[]_\\&\t',
      '**',
      '\n\n',
      '\r\n',
      '](',
      '[甲](b)',
      '（',
    )
    const text = fc.array(character, { maxLength: 40 }).map((characters) => characters.join(''))
    fc.assert(fc.property(text, expectEqual), { numRuns: Number(process.env['KANWU_DIVIDED_RUNS'] ?? 3000) })
  })

  test('over strong words and links in a line', () => {
    const mark = fc.constantFrom(
      '**',
      '**',
      '**',
      '[',
      '](b)',
      '[甲](b)',
      '!',
      '*',
      '_',
      '甲',
      'a',
      '，',
      '（',
      '”',
      ' ',
      '\u3000',
      '+',
      '|',
    )
    const words = fc.array(mark, { maxLength: 12 }).map((marks) => marks.join(''))
    const lines = fc.tuple(words, words).map(([one, other]) => `${one}\n${other}\n\n| ${one} | ${other} |\n| - | - |\n`)
    fc.assert(fc.property(lines, expectEqual), { numRuns: Number(process.env['KANWU_DIVIDED_RUNS'] ?? 3000) })
  })

  test('over more marks than a parser is given', () => {
    for (const words of ['**甲**，', '**甲**', '[甲](b)', '|甲', '甲\n']) {
      for (const count of [150, 240, 260, 600]) expectEqual(`${words.repeat(count)}|\n`)
    }
    expectEqual(`|${'甲|'.repeat(600)}\n|${'-|'.repeat(600)}\n|${'**甲**|'.repeat(600)}\n`)
  })

  test('over text with front matter', () => {
    const head = fc.constantFrom(
      '---\ntitle: 题\n\n甲\n---\n',
      '---\r\ndate: 2024-05-01\r\n---\r\n\r\n',
      '---\n甲\n',
      '\uFEFF',
    )
    fc.assert(
      fc.property(
        fc.tuple(head, source).map((parts) => parts.join('')),
        expectEqual,
      ),
      { numRuns: 1000 },
    )
  })

  test('over every example of the rulebook', () => {
    for (const { examples } of wholeRulebook().rules) {
      for (const { text } of [...examples.hit, ...examples.miss, ...examples.gap])
        expectEqual(`前文。\n\n${text}\n\n后文。`)
    }
  })
})

describe('what is parsed', () => {
  const parsed = (text: string) => divide(text).marked.map(({ start, end }) => text.slice(start, end))

  test.each([
    ['words, headings and lists of them: nothing', '# 标题\n\n甲。\n乙：\n- **丙**\n- 丁\n\n## 小标题\n\n1. 戊\n', []],
    [
      'the blocks with markup, side by side together',
      '甲。\n\n> 乙\n\n- 丙\n  丙\n\n丁。\n\n*戊*\n',
      ['> 乙\n\n- 丙\n  丙', '*戊*'],
    ],
    ['from what is left open to the end', '甲。\n\n```\n乙\n\n丙\n', ['```\n乙\n\n丙\n']],
    ['a list that goes on after a blank line', '- 甲\n\n  乙\n\n丙\n', ['- 甲\n\n  乙']],
    ['a comment that ends: itself', '甲。\n\n<!-- kanwu-disable -->\n\n乙。\n', ['<!-- kanwu-disable -->']],
    ['front matter', '---\ntitle: 题\n---\n\n甲。\n', ['---\ntitle: 题\n---\n']],
    ['tables of words', '甲。\n\n| 乙 | 丙 |\n| --- | :-: |\n| **丁** | [戊](b) |\n\n| 己 |\n', ['| 己 |']],
    [
      'strong words and links that nothing else can mean: nothing',
      '**“甲”**，见[乙](b)。\n\n**要求：**甲',
      ['**要求：**甲'],
    ],
    ['all of a text with definitions', '甲。\n\n[名]: http://a.cn\n', ['甲。\n\n[名]: http://a.cn\n']],
  ])('%s', (_, text, stretches) => {
    expect(parsed(text)).toEqual(stretches)
  })
})
