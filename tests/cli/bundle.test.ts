import { createChecker } from '@kanwu/core'
import { defaultModel, hostSegmenter } from '@kanwu/node'
import { expect, test } from 'vitest'
import { folderOf, kanwu } from '../support/cli.ts'
import { EXAMPLE_DATE, wholeRulebook } from '../support/rulebook.ts'

interface Json {
  readonly files: readonly { readonly findings: readonly { rule: string; start: { offset: number }; text: string }[] }[]
}

test('the built program finds in every example what the sources find', () => {
  const rulebook = wholeRulebook()
  const text = rulebook.rules
    .flatMap(({ examples }) => [...examples.hit, ...examples.miss])
    .map((example) => example.text.replaceAll('\n', ' '))
    .join('\n\n')
  const source = { text, format: 'plain', uri: 'a.txt', date: EXAMPLE_DATE }
  const { findings } = createChecker({ rulebook, segmenter: hostSegmenter(), model: defaultModel }).check(source)
  const args = ['check', '--no-config', '--severity', 'info', '--date', EXAMPLE_DATE, '--format', 'json', 'a.txt']
  const { stdout } = kanwu(args, { cwd: folderOf({ 'a.txt': text }) })
  const [file] = (JSON.parse(stdout) as Json).files
  expect(file?.findings.map(({ rule, start, text: stretch }) => `${start.offset} ${rule} ${stretch}`)).toEqual(
    findings.map(({ rule, span, text: stretch }) => `${span.start} ${rule} ${stretch}`),
  )
})

const MARKUP: Readonly<Record<string, string>> = {
  md: `# 通知

会议&nbsp;强调，**习总书记**作出批示。\`习总书记\`

| 单位 | 意见 |
| --- | --- |
| 甲&amp;乙 | 习总书记 |

<p title="习总书记">见[附件](https://example.org/a&b)</p>
`,
  html: '<h1>通知</h1><p>会议&nbsp;强调，<b>习总</b>书记&hellip;</p><img alt="习总书记">',
}

test.each(Object.keys(MARKUP))(
  'the built program reads %s as the sources do: its formats are fetched late',
  (ending) => {
    const text = MARKUP[ending]!
    const format = ending === 'md' ? 'markdown' : ending
    const source = { text, format, uri: 'a', date: EXAMPLE_DATE }
    const { findings } = createChecker({ rulebook: wholeRulebook(), model: defaultModel }).check(source)
    const args = [
      'check',
      '--no-config',
      '--severity',
      'info',
      '--date',
      EXAMPLE_DATE,
      '--format',
      'json',
      `a.${ending}`,
    ]
    const { stdout } = kanwu(args, { cwd: folderOf({ [`a.${ending}`]: text }) })
    const [file] = (JSON.parse(stdout) as Json).files
    expect(findings.length).toBeGreaterThan(1)
    expect(file?.findings.map(({ rule, start }) => [rule, start.offset])).toEqual(
      findings.map(({ rule, span }) => [rule, span.start]),
    )
  },
)
