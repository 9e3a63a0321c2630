import { appendFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { createChecker } from '@kanwu/core'
import { defaultModel, hostSegmenter } from '@kanwu/node'
import { test } from 'vitest'
import { cleanFiles } from '../support/corpora.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

/**
 * Not a check but a tool for whoever writes rules: lists each hit on clean text with its surroundings.
 * KANWU_LIST=out.tsv KANWU_RULES=privacy,laws/ pnpm vitest run tests/corpus/list.test.ts
 */
const target = process.env['KANWU_LIST']
const folder = sharedFolder('corpora')

test.skipIf(target === undefined || folder === undefined)('lists hits on clean text', () => {
  const prefixes = (process.env['KANWU_RULES'] ?? '').split(',')
  const rulebook = rulebookOf(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)))
  const checker = createChecker({ rulebook, segmenter: hostSegmenter(), model: defaultModel })
  writeFileSync(target!, '')
  for (const { name, text, date } of cleanFiles(folder!)) {
    const report = checker.check({ text, format: 'plain', uri: name, date })
    const rows = [
      ...report.findings.map((finding) => ({ finding, state: finding.severity as string })),
      ...report.exempted.map(({ finding, because }) => ({ finding, state: `(${because})` })),
    ].map(({ finding, state }) => {
      const { start, end } = finding.span
      const around = `${text.slice(Math.max(0, start - 25), start)}【${text.slice(start, end)}】${text.slice(end, end + 25)}`
      return [
        name,
        state,
        finding.rule,
        around.replaceAll('\n', '⏎'),
        finding.suggestions[0]?.text ?? '',
        finding.message,
        finding.fingerprint,
      ].join('\t')
    })
    appendFileSync(target!, rows.map((row) => `${row}\n`).join(''))
  }
})
