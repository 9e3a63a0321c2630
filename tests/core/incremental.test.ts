import { createChecker, type FileReport } from '@kanwu/core'
import { defaultModel, hostSegmenter } from '@kanwu/node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkedMarkdown } from '../../packages/core/src/formats/markdown/chunks.ts'
import { markdown } from '../../packages/core/src/formats/markdown.ts'
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

test('Markdown read in pieces is Markdown read whole, through thousands of edits', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 30 }), (edits) => {
      const read = chunkedMarkdown()
      let text = START.slice(0, 1500)
      for (const [share, gone, come] of edits) {
        const at = Math.floor(share * text.length)
        text = text.slice(0, at) + come + text.slice(at + gone)
        expect(shown(read(text))).toEqual(shown(markdown.extract(text)))
      }
    }),
    { numRuns: 200 },
  )
})

/** An extraction with its maps as what they say, tables by number of appearance. */
function shown({ segments, ...rest }: ReturnType<typeof markdown.extract>): unknown {
  const tables = [...new Set(segments.flatMap(({ cell }) => (cell === undefined ? [] : [cell.table])))]
  return {
    ...rest,
    segments: segments.map(({ map, cell, ...segment }) => ({
      ...segment,
      ...(cell === undefined ? {} : { cell: { ...cell, table: tables.indexOf(cell.table) } }),
      places: [...segment.text].map((_, at) => map.toDocument({ start: at, end: at + 1 })),
    })),
  }
}
