import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker, type Finding, intlSegmenter } from '@kanwu/core'
import { describe, expect, test } from 'vitest'
import { wholeRulebook } from '../support/rulebook.ts'
import { ROOT } from '../support/shared.ts'

const [, ...lines] = readFileSync(join(ROOT, 'tests/expressions/drafts.tsv'), 'utf8').replace(/\n$/, '').split('\n')
const sentences = lines.map((line) => line.split('\t') as [string, string, string])
const checker = createChecker({ rulebook: wholeRulebook(), segmenter: intlSegmenter() })

function loud(text: string, date: string): readonly Finding[] {
  const { findings } = checker.check({ text, format: 'plain', uri: 'draft', date: date || '2026-11-01' })
  return findings.filter(({ severity }) => severity !== 'info')
}

function bare(text: string): string {
  return text.replace(/[\p{P}\s]/gu, '')
}

/** Sentences of drafts written before the rules were looked at: what each slip should have been, or nothing. */
describe('sentences of drafts', () => {
  test.each(sentences.filter(([, expected]) => expected !== ''))('%s → %s', (text, expected, date) => {
    const said = loud(text, date).map(({ message, why, suggestions }) =>
      bare([message, why, ...suggestions.map((one) => one.text)].join('|')),
    )
    expect(said.some((one) => one.includes(bare(expected)))).toBe(true)
  })

  test.each(sentences.filter(([, expected]) => expected === ''))('stays silent on %s', (text, _, date) => {
    expect(loud(text, date).map(({ rule, text: found, message }) => `${rule} ${found} ${message}`)).toEqual([])
  })
})
