import { createChecker, type Finding } from '@kanwu/core'
import { defaultModel, hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { cleanFiles, knownFindings } from '../support/corpora.ts'
import { wholeRulebook } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('corpora')

/** Findings per 10,000 characters that clean official text may raise. */
const LIMITS = { error: 0.05, warning: 0.5 } as const

describe.skipIf(folder === undefined)('clean official text', () => {
  const files = folder === undefined ? [] : cleanFiles(folder)
  const known = knownFindings()
  const checker = createChecker({ rulebook: wholeRulebook(), segmenter: hostSegmenter(), model: defaultModel })
  const table: string[] = []

  test.each(files.map((file) => [file.name, file] as const))('%s is quiet', (name, { text, date }) => {
    const { findings } = checker.check({ text, format: 'plain', uri: name, date })
    const unexplained = findings.filter(({ fingerprint, rule }) => !known.has(`${name}\t${fingerprint}\t${rule}`))
    const rate = (severity: Finding['severity']) =>
      (unexplained.filter((finding) => finding.severity === severity).length / text.length) * 10_000
    table.push(
      `${name.padEnd(34)}${rate('error').toFixed(3).padStart(8)}${rate('warning').toFixed(3).padStart(9)}${rate('info').toFixed(2).padStart(8)}`,
    )
    const list = (severity: string) =>
      unexplained
        .filter((finding) => finding.severity === severity)
        .map((finding) => `${finding.rule} “${finding.text}” ${finding.fingerprint}`)
    expect(rate('error'), list('error').join('\n')).toBeLessThanOrEqual(LIMITS.error)
    expect(rate('warning'), list('warning').join('\n')).toBeLessThanOrEqual(LIMITS.warning)
  })

  test('the table of false alarms', () => {
    console.info(['per 10,000 characters'.padEnd(37) + 'error  warning    info', ...table].join('\n'))
    expect(table).toHaveLength(files.length)
  })
})
