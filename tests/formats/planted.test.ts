import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './read.ts'

/** A word as a reader sees it and as it stands in the source. */
interface Planted {
  readonly text: string
  readonly raw: string
}

const WORD = '国家工商总局'
const SURROUNDINGS = ['', '甲', '𠮷，', 'ab ', '（', '2024年']

const lineEnds = fc.constantFrom('\n', '\r\n')
const surroundings = fc.constantFrom(...SURROUNDINGS)

/** The word with markup between its characters; `around` wraps stretches of it, `between` stands between two characters. */
function planted(between: readonly string[], around: readonly (readonly [string, string])[]): fc.Arbitrary<Planted> {
  const characters = [...WORD]
  const joints = fc.array(fc.constantFrom('', '', ...between), {
    minLength: characters.length - 1,
    maxLength: characters.length - 1,
  })
  const decoded = fc.array(fc.constantFrom(0, 0, 0, 1, 2), {
    minLength: characters.length,
    maxLength: characters.length,
  })
  const wrapped = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.constantFrom(...around))
  return fc.tuple(joints, decoded, wrapped).map(([joint, forms, [from, length, [open, close]]]) => {
    const to = Math.min(characters.length - 2, from + 1 + length)
    let raw = ''
    for (const [index, character] of characters.entries()) {
      if (index === from + 1) raw += open
      // Emphasis marks beside an entity are no emphasis: the marks would stand in the text.
      const isEdge = index === from + 1 || index === to
      raw += isEdge ? character : characterIn(character, forms[index]!)
      if (index === to) raw += close
      if (index < joint.length && index !== from && index !== to) raw += joint[index]
    }
    return { text: WORD, raw }
  })
}

function characterIn(character: string, form: number): string {
  const code = character.codePointAt(0)!
  if (form === 1) return `&#${code};`
  return form === 2 ? `&#x${code.toString(16)};` : character
}

/** The word must be in one segment, read from exactly what was planted. */
function expectFound(format: string, source: string, { text, raw }: Planted, before: string, after: string): void {
  const { segments } = read(format, source)
  const found = segments.filter((segment) => segment.text.includes(text))
  expect(found.map((segment) => segment.text)).toEqual([`${before}${text}${after}`.trim()])
  const [segment] = found
  const start = segment!.text.indexOf(text)
  const span = segment!.map.toDocument({ start, end: start + text.length })
  expect(source.slice(span.start, span.end)).toBe(raw)
}

const MARKDOWN_BETWEEN = ['<!-- 注 -->', '<b></b>']
const MARKDOWN_AROUND = [
  ['', ''],
  ['**', '**'],
  ['*', '*'],
  ['~~', '~~'],
  ['[', '](http://a.cn/x "题")'],
  ['<b>', '</b>'],
  ['<span title="a>b">', '</span>'],
] as const

type Container = (text: string, eol: string) => string
const CONTAINERS: readonly Container[] = [
  (text) => text,
  (text) => `# ${text} #`,
  (text, eol) => `${text}${eol}===`,
  (text, eol) => `前文。${eol}${eol}${text}${eol}${eol}后文。`,
  (text, eol) => prefixed(text, { eol, first: '> ', rest: '> ' }),
  (text, eol) => prefixed(text, { eol, first: '> > ', rest: '> > ' }),
  (text, eol) => prefixed(text, { eol, first: '- ', rest: '  ' }),
  (text, eol) => `1. 一${eol}${prefixed(text, { eol, first: '2. ', rest: '   ' })}`,
  (text, eol) => prefixed(text, { eol, first: '> - ', rest: '>   ' }),
  (text, eol) => `| a | b |${eol}|---|---|${eol}| c | ${text} |`,
  (text, eol) => `注[^1]${eol}${eol}[^1]: ${text}`,
]
const BREAKABLE = [0, 3, 4, 5, 6, 7, 8, 10]

function prefixed(text: string, { eol, first, rest }: { eol: string; first: string; rest: string }): string {
  return text
    .split(eol)
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join(eol)
}

test('Markdown: a word planted in any structure is found where it was planted', () => {
  fc.assert(
    fc.property(
      planted(MARKDOWN_BETWEEN, MARKDOWN_AROUND),
      fc.nat({ max: CONTAINERS.length - 1 }),
      lineEnds,
      surroundings,
      surroundings,
      (word, container, eol, before, after) => {
        expectFound('markdown', CONTAINERS[container]!(`${before}${word.raw}${after}`, eol), word, before, after)
      },
    ),
    { numRuns: 1500 },
  )
})

test('Markdown: a word that runs over two lines is found, quote marks and all', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...BREAKABLE),
      lineEnds,
      surroundings,
      fc.integer({ min: 1, max: 5 }),
      (container, eol, before, at) => {
        const broken = `${WORD.slice(0, at)}${eol}${WORD.slice(at)}`
        const source = CONTAINERS[container]!(`${before}${broken}`, eol)
        const from = source.indexOf(WORD.slice(0, at), source.indexOf(`${before}${WORD.slice(0, at)}${eol}`))
        const to = source.indexOf(WORD.slice(at), from + at) + WORD.length - at
        expectFound('markdown', source, { text: WORD, raw: source.slice(from, to) }, before, '')
      },
    ),
  )
})

const HTML_BETWEEN = ['<!-- 注 -->', '<wbr>', '\n', '\r\n  ', '<b>\n</b>', '<span hidden>密</span>', '<o:p></o:p>']
const HTML_AROUND = [
  ['', ''],
  ['<b>', '</b>'],
  ['<a href="x?a=1&b=2" title=\'题>\'>', '</a>'],
  ['<span style="color:red"><i>', '</i></span>'],
  ['<font face=宋体>', '</font>'],
] as const
const PAGES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `<p>${text}`,
  (text) => `<div>前文<div>${text}<p>后文</div>`,
  (text) => `<ul><li>一<li>${text}</ul>`,
  (text) => `<table><tr><td>一<td>${text}<tr><td>二</table>`,
  (text) => `<title>题</title><h1>${text}</h1>`,
  (text) => `&amp;&lt;&#x20BB7;<br/>𠮷<hr>${text}<script>if (a<b) "${WORD}"</script>`,
]

test('HTML: a word planted in any structure is found where it was planted', () => {
  fc.assert(
    fc.property(
      planted(HTML_BETWEEN, HTML_AROUND),
      fc.nat({ max: PAGES.length - 1 }),
      surroundings,
      surroundings,
      (word, page, before, after) => {
        expectFound('html', PAGES[page]!(`${before}${word.raw}${after}`), word, before, after)
      },
    ),
    { numRuns: 1500 },
  )
})

const NOISE = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '&',
  '&amp',
  '&#',
  ';',
  '"',
  "'",
  '=',
  '\0',
  '\r',
  '\n',
  '\t',
  '|',
  '`',
  '```',
  '*',
  '_',
  '[',
  '](',
  ']:',
  ')',
  '!',
  '> ',
  '- ',
  '1. ',
  '# ',
  '---',
  '~~',
  '\\',
  '<p',
  '<td>',
  '<table>',
  '</table>',
  '<a href=',
  '<script>',
  '<code>',
  '<span hidden>',
  '<pre>',
  '国',
  '𠮷',
  '\uD800',
  '\uDC00',
  '\uFEFF',
  '\u200B',
  '\u3000',
  '[^1]',
  '[^1]:',
  'https://',
  'www.a',
  '@b.c',
  ' ',
  '    ',
  '+++',
  'title: ',
  'kanwu-',
]

test.each(['plain', 'markdown', 'html'])(
  '%s: whatever the text, nothing throws and every map stays within it',
  (format) => {
    const noise = fc.array(fc.constantFrom(...NOISE), { maxLength: 60 }).map((parts) => parts.join(''))
    const units = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
      .map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(fc.oneof(noise, units), (source) => void read(format, source)),
      { numRuns: 3000 },
    )
  },
)
