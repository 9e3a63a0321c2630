import { createChecker, type FileReport } from '@kanwu/core'
import { defaultModel, hostSegmenter } from '@kanwu/node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlPieces } from '../../packages/core/src/formats/html/pieces.ts'
import { html } from '../../packages/core/src/formats/html.ts'
import { markdownPieces } from '../../packages/core/src/formats/markdown/pieces.ts'
import { markdown } from '../../packages/core/src/formats/markdown.ts'
import { plain, plainPieces } from '../../packages/core/src/formats/plain.ts'
import { DraftReader } from '../../packages/core/src/session/draft-reader.ts'
import { EXAMPLE_DATE, wholeRulebook } from '../support/rulebook.ts'

/** What random edits put in: the rulebook's own examples, and whatever opens, closes, counts or numbers. */
const PARTS: readonly string[] = [
  ...wholeRulebook().rules.flatMap(({ examples }) => [...examples.hit, ...examples.miss].map(({ text }) => text)),
  ...[
    '\n',
    '\n\n',
    '\r\n\r\n',
    '\n\n甲',
    ' ',
    '\t',
    '。',
    '，',
    '“',
    '”',
    '（',
    '《',
    '》',
    '1',
    '二、',
    '（三）',
    '第四条 ',
  ],
  ...[
    '# 标题\n\n',
    '- 项\n- 项\n',
    '> 引',
    '    ',
    '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n',
    '```\n',
    '~~~',
    '<!-- ',
    '-->',
    '<pre>',
  ],
  ...[
    '</pre>',
    '<div hidden>',
    '</div>',
    '[名]: http://a.cn',
    '[名]',
    '[看](http://a.cn/b)',
    '---\ndate: 2016-05-01\n---\n',
    '***',
    '𠮷',
  ],
  ...[
    '<!-- kanwu-disable -->',
    '<!-- kanwu-enable -->',
    '<!-- kanwu-disable-next-line leaders -- 因 -->\n',
    '一是甲；二是乙。',
    '&#24037;',
  ],
]

/** An edit: where, as a share of the text; how much goes; what comes. */
const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 40 }), fc.constantFrom('', ...PARTS))

const START = PARTS.filter((part) => !part.includes('['))
  .slice(0, 60)
  .join('\n\n')

function told({ findings, exempted, problems }: FileReport): unknown {
  return { findings, exempted, problems }
}

test.each(['markdown', 'plain', 'html'])(
  'after any edits a session says of %s what a full check says',
  (format) => {
    const checker = createChecker({ rulebook: wholeRulebook(), segmenter: hostSegmenter(), model: defaultModel })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 20 }), (edits) => {
        const session = checker.openSession()
        let text = START
        for (const [share, gone, come] of edits) {
          const at = Math.floor(share * text.length)
          text = text.slice(0, at) + come + text.slice(at + gone)
          const source = { text, format, uri: 'draft', date: EXAMPLE_DATE }
          expect(told(session.check(source))).toEqual(told(checker.check(source)))
        }
      }),
      { numRuns: Number(process.env['KANWU_EDIT_RUNS'] ?? 60) },
    )
  },
  600_000,
)

/** What opens, closes, counts and nests in HTML. */
const TAGS: readonly string[] = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<div hidden>',
    '<section>甲</section>',
    '<br>',
    '<h2>标题</h2>',
    '<b>',
    '</b>',
  ],
  ...[
    '<ol><li>甲</li><li>乙',
    '</ol>',
    '<li>',
    '<table><tr><td>甲<td>乙',
    '<tr><td>1',
    '</table>',
    '<caption>表</caption>',
  ],
  ...[
    '<a href="http://a.cn">看',
    '</a>',
    '<img alt="图">',
    '<!-- 注',
    '-->',
    '<script>',
    '</script>',
    '<title>题',
    '</title>',
  ],
  ...['<textarea>', '</textarea>', '<svg>', '</svg>', '<span style="display:none">', '</span>', '<', '>', '"', '&amp;'],
  ...['<meta name="pubdate" content="2016-05-01">', '<!-- kanwu-disable -->', '<pre>  甲\n 乙</pre>', '<td', '</td>'],
]

const LONG = PARTS.slice(0, 200).join('\n\n')
const PAGE = `<html><body><div><table><tr><td>${PARTS.slice(0, 150)
  .map((part) => `<p>${part.replaceAll(/[<&]/g, '')}</p>`)
  .join('\n')}</td></tr></table><ol>${'<li>一项内容，写得长一些。</li>'.repeat(200)}</ol></div></body></html>`

test.each([
  { format: plain, reader: () => new DraftReader(plainPieces), start: LONG, parts: PARTS },
  {
    format: plain,
    reader: () => new DraftReader(plainPieces),
    start: START,
    parts: ['甲\t乙\n', '|甲|乙|\n', '\n\n', '\r\n', ...PARTS],
  },
  { format: markdown, reader: () => new DraftReader(markdownPieces), start: LONG, parts: PARTS },
  { format: html, reader: () => new DraftReader(htmlPieces), start: PAGE, parts: [...TAGS, ...PARTS] },
  { format: html, reader: () => new DraftReader(htmlPieces), start: PAGE, parts: TAGS },
])(
  '$format.name read in pieces is $format.name read whole, through thousands of edits (%#)',
  ({ format, reader, start, parts }) => {
    const somewhere = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 3000 })),
      fc.array(fc.constantFrom('', ...parts), { maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(somewhere, { minLength: 1, maxLength: 30 }), (edits) => {
        const draft = reader()
        let text = start
        draft.read(text)
        for (const [share, gone, come] of edits) {
          const at = Math.floor(share * text.length)
          text = text.slice(0, at) + come.join('') + text.slice(at + gone)
          expect(shown(draft.read(text))).toEqual(shown(format.extract(text)))
        }
      }),
      { numRuns: Number(process.env['KANWU_EDIT_RUNS'] ?? 60) },
    )
  },
  600_000,
)

/** An extraction with its maps as what they say, tables by number of appearance. */
function shown({ segments, ...rest }: ReturnType<typeof markdown.extract>): unknown {
  const tables = [...new Set(segments.flatMap(({ cell }) => (cell === undefined ? [] : [cell.table])))]
  return {
    ...rest,
    segments: segments.map(({ map, cell, memory: _, ...segment }) => ({
      ...segment,
      ...(cell === undefined ? {} : { cell: { ...cell, table: tables.indexOf(cell.table) } }),
      places: [...segment.text].map((_, at) => map.toDocument({ start: at, end: at + 1 })),
    })),
  }
}
