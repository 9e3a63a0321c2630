import { join } from 'node:path'
import { createChecker } from '@kanwu/core'
import { describe, expect, test } from 'vitest'
import { rulebookOf, wholeRulebook } from '../support/rulebook.ts'
import { ROOT } from '../support/shared.ts'

interface Break {
  readonly way: string
  readonly title: string
  readonly written: string
}

interface Breaks {
  titlesInForce(rows: readonly Readonly<Record<string, string>>[]): string[]
  markedBreaks(
    titles: readonly string[],
    rows: readonly Readonly<Record<string, string>>[],
  ): { readonly breaks: Break[] }
  bareBreaks(titles: readonly string[], rows: readonly Readonly<Record<string, string>>[]): Break[]
}

const { titlesInForce, markedBreaks, bareBreaks }: Breaks = await import(join(ROOT, 'bench/laws-breaks.mjs'))
const { rows } = wholeRulebook().catalogs['laws']!
const sample = titlesInForce(rows).filter((_, at) => at % 29 === 0)
const checker = createChecker({ rulebook: rulebookOf(({ category }) => category === 'laws') })

interface Score {
  found: number
  first: number
}

function score(breaks: readonly Break[], sentence: (written: string) => string): Score {
  const sum = { found: 0, first: 0 }
  for (const { title, written } of breaks) {
    const source = { text: sentence(written), format: 'plain', uri: 'a', date: '2026-11-22' }
    const finding = checker.check(source).findings.find(({ suggestions }) => suggestions.length > 0)
    if (finding === undefined || finding.severity === 'info') continue
    sum.found++
    const right = title.replace(/《/g, '〈').replace(/》/g, '〉')
    if (finding.suggestions[0]?.text === right) sum.first++
  }
  return { found: sum.found / breaks.length, first: sum.first / sum.found }
}

describe('broken titles (the whole benchmark is bench/laws.mjs)', () => {
  test('are found inside marks, and the right title comes first', () => {
    const { found, first } = score(
      markedBreaks(sample, rows).breaks,
      (written) => `根据《${written}》的规定，开展检查。`,
    )
    expect(found).toBeGreaterThanOrEqual(0.98)
    expect(first).toBeGreaterThanOrEqual(0.98)
  })

  test('are found in running text', () => {
    const { found } = score(bareBreaks(sample, rows), (written) => `各单位要依照${written}的规定办理。`)
    expect(found).toBeGreaterThanOrEqual(0.9)
  })
})
