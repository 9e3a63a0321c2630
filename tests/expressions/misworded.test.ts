import { createChecker, intlSegmenter } from '@kanwu/core'
import { describe, expect, test } from 'vitest'
import { EXAMPLE_DATE, rulebookOf, wholeRulebook } from '../support/rulebook.ts'

const { catalogs, rules } = wholeRulebook()
const rows = catalogs['misworded']?.rows ?? []
const forms = new Map(catalogs['fixed-expressions']?.rows.map((row) => [row['form'], row]))
const checker = createChecker({
  rulebook: rulebookOf(({ category }) => category === 'fixed-expressions' || category === 'leaders'),
  segmenter: intlSegmenter(),
})

function skeleton(text: string): string {
  return text.replace(/[\p{P}\p{Z}]/gu, '')
}

function check(text: string): string[] {
  const { findings } = checker.check({ text, format: 'plain', uri: 'misworded', date: EXAMPLE_DATE })
  return findings.flatMap(({ suggestions, text: found }) =>
    suggestions.map((suggestion) => `${found} ${suggestion.text}`),
  )
}

describe('catalog misworded', () => {
  test('names a guarded wording in every row and lists each wrong one once', () => {
    expect(rows.filter((row) => !forms.has(row['form']))).toEqual([])
    const wrong = rows.map((row) => skeleton(row['wrong'] ?? ''))
    expect(wrong.filter((one, index) => wrong.indexOf(one) !== index)).toEqual([])
  })

  test('lists nothing that is right wording, nor what a phrase rule lists', () => {
    const right = [...forms.values()].flatMap((row) => [row?.['form'], ...(row?.['variants'] ?? '').split(';')])
    const known = new Set([...right, ...rules.flatMap((rule) => rule.wrong)].map((one) => skeleton(one ?? '')))
    expect(rows.filter((row) => known.has(skeleton(row['wrong'] ?? ''))).map((row) => row['wrong'])).toEqual([])
  })

  test.each(rows.map((row) => [row['wrong'] ?? '', row['right'] || row['form'] || '']))('%s → %s', (wrong, right) => {
    const lead = '会议强调，各单位要领会：'
    expect(check(`${lead}${wrong}，抓好落实。`).map(skeleton)).toContain(skeleton(`${wrong} ${right}`))
    expect(check(`${lead}${right}，抓好落实。`)).toEqual([])
  })
})
