import { expect, test } from 'vitest'
import { formatFor } from '../../packages/core/src/formats/index.ts'
import { leastTime } from '../support/time.ts'

/** Inputs that make careless readers take the square of their size; the number is how often the part is repeated. */
const HTML: Readonly<Record<string, (times: number) => string>> = {
  'open blocks': (times) => '<div>'.repeat(times),
  'open inline tags': (times) => '<b>国'.repeat(times),
  'end tags without elements': (times) => '<div>'.repeat(times) + '</p></b>'.repeat(times),
  'one endless paragraph': (times) => '国家 <b>工商</b>&amp;'.repeat(times),
  'links that never end': (times) => '<a href=x>国'.repeat(times),
  'links in one paragraph': (times) => '<a href=x>国</a>'.repeat(times),
  'open tables': (times) => '<table><tr><td>'.repeat(times),
  'hidden spans': (times) => '<i hidden>国'.repeat(times),
  ampersands: (times) => '&国&#'.repeat(times),
  'angle brackets': (times) => '<!-'.repeat(times),
}

const MARKDOWN: Readonly<Record<string, (times: number) => string>> = {
  'emphasis that never closes': (times) => '_a '.repeat(times) + 'a_ '.repeat(times),
  'alternating emphasis': (times) => 'a**b'.repeat(times) + 'c* '.repeat(times),
  brackets: (times) => '[a]('.repeat(times),
  'nested links': (times) => '['.repeat(times) + '](b)'.repeat(times),
  'comments that never end': (times) => 'a<!--'.repeat(times),
  'character data that never ends': (times) => 'a <![CDATA['.repeat(times),
  'quotes in quotes': (times) => '>'.repeat(times),
  'lists in lists': (times) => '- '.repeat(times),
  'lists in lists in a paragraph': (times) => `a\n${'- '.repeat(times)}b`,
  'one endless paragraph': (times) => '国家**工商**总局，\n'.repeat(times),
  'one endless quote': (times) => '> 国家\n'.repeat(times),
  'one endless list': (times) => '- 国家\n'.repeat(times),
  'one endless table': (times) => `|a|b|\n|-|-|\n${'|c|**d**|\n'.repeat(times)}`,
}

const PLAIN: Readonly<Record<string, (times: number) => string>> = {
  bars: (times) => '| '.repeat(times),
  addresses: (times) => 'www.).'.repeat(times),
  blanks: (times) => ' '.repeat(times),
  rows: (times) => 'a\tb\n'.repeat(times),
}

const CASES = [
  ...Object.entries(HTML).map(([name, make]) => ['html', name, make, 12_000] as const),
  ...Object.entries(MARKDOWN).map(([name, make]) => ['markdown', name, make, 1_000] as const),
  ...Object.entries(PLAIN).map(([name, make]) => ['plain', name, make, 25_000] as const),
]

/** Four times the input takes four times as long; sixteen times would be the square. Small times say nothing. */
test.each(CASES)('%s, %s: time grows with the size', (format, _, make, times) => {
  const { extract } = formatFor(format)
  extract(make(times))
  const small = leastTime(() => extract(make(times)))
  const large = leastTime(() => extract(make(4 * times)))
  expect(large).toBeLessThan(Math.max(10 * small, 200))
})
