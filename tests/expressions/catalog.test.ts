import type { Catalog, Rule } from '@kanwu/core'
import { describe, expect, test } from 'vitest'
import { wholeRulebook } from '../support/rulebook.ts'

const { catalogs, rules, sources } = wholeRulebook()

type Row = Catalog['rows'][number]

function cellOf(row: Row, column: string): string {
  return row[column] ?? ''
}

function listOf(row: Row, column: string): string[] {
  return cellOf(row, column)
    .split(';')
    .filter((item) => item !== '')
}

/** What the near-miss matcher compares: the wording without marks and blanks. */
function skeleton(text: string): string {
  return text.replace(/[\p{P}\p{Z}]/gu, '')
}

function duplicates(items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) !== index)
}

/** Whether there is a day on which the row is demanded and the rule speaks. */
function overlap(row: Row, { valid }: Rule): boolean {
  const from = [cellOf(row, 'from'), valid.from ?? ''].sort().at(-1) ?? ''
  return [cellOf(row, 'until'), valid.until ?? ''].every((until) => until === '' || from < until)
}

const wrongForms = rules.flatMap((rule) => rule.wrong.map((wrong) => ({ wrong, rule })))

describe.each(['fixed-expressions', 'meetings'])('catalog %s', (name) => {
  const rows = catalogs[name]?.rows ?? []
  const forms = rows.map((row) => cellOf(row, 'form'))

  test('is not thin', () => {
    expect(rows.length).toBeGreaterThanOrEqual(name === 'meetings' ? 200 : 400)
  })

  test('names every wording once', () => {
    expect(duplicates(forms)).toEqual([])
  })

  test('holds wordings of 4 to 40 characters, without stray blanks', () => {
    const guarded = rows.filter((row) => cellOf(row, 'items') === '').map((row) => cellOf(row, 'form'))
    expect(guarded.filter((form) => skeleton(form).length < 4 || skeleton(form).length > 40)).toEqual([])
    const cells = rows.flatMap((row) => Object.values(row))
    expect(cells.filter((cell) => cell !== cell.trim())).toEqual([])
  })

  test('cites a known source in every row', () => {
    expect(rows.filter((row) => sources[cellOf(row, 'source')] === undefined)).toEqual([])
  })

  test('has periods that begin before they end', () => {
    const day = /^(\d{4}-\d{2}-\d{2})?$/
    const broken = rows.filter((row) => {
      const [from, until] = [cellOf(row, 'from'), cellOf(row, 'until')]
      return !day.test(from) || !day.test(until) || (until !== '' && until <= from)
    })
    expect(broken).toEqual([])
  })

  test('never demands what a rule calls wrong on the same day', () => {
    const torn = rows.flatMap((row) =>
      wrongForms
        .filter(({ wrong, rule }) => wrong === cellOf(row, 'form') && overlap(row, rule))
        .map(({ wrong, rule }) => `${wrong} ${rule.id}`),
    )
    expect(torn).toEqual([])
  })

  test('gives a reason for every allowance', () => {
    expect(rows.filter((row) => cellOf(row, 'allow') !== '' && cellOf(row, 'note') === '')).toEqual([])
  })

  test('lists at least three items where it lists items', () => {
    const short = rows.filter((row) => cellOf(row, 'items') !== '' && cellOf(row, 'items').split('、').length < 3)
    expect(short).toEqual([])
  })

  test('does not repeat a wording among its own variants', () => {
    const repeated = rows.filter((row) => listOf(row, 'variants').includes(cellOf(row, 'form')))
    expect(repeated).toEqual([])
  })
})
