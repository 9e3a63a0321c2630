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
