import { createChecker } from '@kanwu/core'
import { describe, expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

const rulebook = rulebookOf(({ detect }) => detect === 'context-pair')
const rows = rulebook.catalogs['context-pairs']?.rows ?? []
const checker = createChecker({ rulebook })

function found(text: string): readonly string[] {
  return checker.check({ text, format: 'plain', uri: 'line', date: 'unknown' }).findings.map((finding) => finding.text)
}

const list = (cell: string | undefined) => (cell ?? '').split(';').filter((word) => word !== '')

/** Each form with each of its deciding words, in a sentence. */
function sentences(row: Readonly<Record<string, string>>, word: string): readonly string[] {
  return [
    ...list(row['before']).map((before) => `这里谈到${before}${word}。`),
    ...list(row['after']).map((after) => `这里谈到${word}${after}。`),
  ]
}

describe('the catalog of confused words', () => {
  test('has at least 300 pairs, half of them in both directions', () => {
    const pairs = rows.map((row) => [row['form'], row['right']].sort().join(' '))
    const both = pairs.filter((pair, index) => pairs.indexOf(pair) !== index)
    expect(new Set(pairs).size).toBeGreaterThanOrEqual(300)
    expect(both.length).toBeGreaterThanOrEqual(150)
  })

  test('every form is caught beside each of its deciding words', () => {
    const missed = rows.flatMap((row) => {
      const form = row['form'] ?? ''
      return sentences(row, form).filter((text) => !found(text).includes(form))
    })
    expect(missed).toEqual([])
  })

  test('the right word is silent beside the same words', () => {
    const noisy = rows.flatMap((row) => sentences(row, row['right'] ?? '').filter((text) => found(text).length > 0))
    expect(noisy).toEqual([])
  })

  test('every form is silent without them', () => {
    const noisy = rows.filter((row) => found(`文中有${row['form']}。`).length > 0)
    expect(noisy).toEqual([])
  })
})
