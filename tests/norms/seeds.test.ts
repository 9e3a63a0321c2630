import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createChecker, type Finding } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const FIELDS = /^(?:punctuation|numerals|usage-style)\/|^documents\/document-number/
const folder = sharedFolder('seeds')

describe.skipIf(folder === undefined)('the five notices', () => {
  const checker = createChecker({ rulebook: rulebookOf(({ id }) => FIELDS.test(id)), segmenter: hostSegmenter() })
  const names = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.txt'))
  const read = (name: string): string => readFileSync(join(folder!, name), 'utf8')
  const findingsIn = (name: string): readonly Finding[] =>
    checker.check({ text: read(name), format: 'plain', uri: name, date: '2026-11-22' }).findings
  const named = (part: string): string => names.find((name) => read(name).slice(0, 200).includes(part))!

  test.each(names)('%s has few warnings', (name) => {
    const loud = findingsIn(name).filter(({ severity }) => severity !== 'info')
    if (process.env['KANWU_PRINT'] !== undefined) {
      const lines = findingsIn(name).map((finding) => {
        const { start, end } = finding.span
        const around = `${read(name).slice(Math.max(0, start - 15), start)}【${read(name).slice(start, end)}】${read(name).slice(end, end + 12)}`
        return `${finding.severity} ${finding.rule} ${finding.message} ${around.replaceAll('\n', '⏎')} -> ${finding.suggestions[0]?.text}`
      })
      console.info([name, ...lines].join('\n'))
    }
    expect(loud.length).toBeLessThanOrEqual(15)
  })

  test('the brackets that the 章贡 notice never closes are found', () => {
    const name = named('章贡区')
    const text = read(name)
    const unclosed = findingsIn(name).filter(({ rule }) => rule === 'punctuation/bracket-unclosed')
    const after = unclosed.map(({ span }) => text.slice(span.start + 1, span.start + 6))
    expect(after).toEqual(['详见附件3', '详见附件1', '详见附件2', '区政府办政'])
    expect(unclosed.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  test('the blanks in the numbers of the 鄂州 tables are found, each with its cure', () => {
    const name = named('鄂州市')
    const text = read(name)
    const blanks = findingsIn(name).filter(({ rule }) => rule === 'punctuation/number-blank')
    expect(blanks).toHaveLength([...text.matchAll(/\t\d+\. \d+$/gm)].length)
    expect(blanks.filter(({ severity }) => severity === 'warning')).toHaveLength(1)
    expect(blanks[0]?.suggestions[0]?.text).toBe('97.9')
  })

  test('the blanks in the dates of the 眉县 tables are found', () => {
    const name = named('眉县')
    const blanks = findingsIn(name).filter(({ rule }) => rule === 'punctuation/date-blank')
    expect(blanks).toHaveLength([...read(name).matchAll(/\d{4}\. \d{1,2}\. \d{1,2}/g)].length)
    expect(blanks[0]?.suggestions[0]?.text).toBe('2024.6.7')
  })
})
