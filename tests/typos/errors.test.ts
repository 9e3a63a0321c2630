import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker, intlSegmenter } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('corpora')

/** Sentences with planted typos beside the right ones, of equal length. */
function pairs(): readonly (readonly [wrong: string, right: string])[] {
  if (folder === undefined) return []
  const rows = readFileSync(join(folder, 'errors/ecspell_law.tsv'), 'utf8').trim().split('\n')
  return rows.map((row) => row.split('\t')).map(([wrong = '', right = '']) => [wrong, right] as const)
}

describe.skipIf(folder === undefined)('a collection of typos', () => {
  const rulebook = rulebookOf(({ category }) => category === 'typos')
  const checker = createChecker({ rulebook, segmenter: intlSegmenter(), model: defaultModel })

  test('is found for nearly half, with hardly a right character touched', () => {
    let wrongCharacters = 0
    let found = 0
    let alarms = 0
    for (const [wrong, right] of pairs()) {
      const flagged = flaggedPlaces(wrong)
      for (let at = 0; at < wrong.length; at++) {
        const isWrong = wrong[at] !== right[at]
        if (isWrong) wrongCharacters++
        if (!flagged.has(at)) continue
        if (isWrong) found++
        else alarms++
      }
    }
    expect(found / wrongCharacters).toBeGreaterThanOrEqual(0.47)
    expect(found / (found + alarms)).toBeGreaterThanOrEqual(0.97)
  })

  /** The characters that findings of severity warning and above would change. */
  function flaggedPlaces(text: string): ReadonlySet<number> {
    const { findings } = checker.check({ text, format: 'plain', uri: 'line', date: 'unknown' })
    const places = new Set<number>()
    for (const { severity, span, suggestions } of findings) {
      if (severity === 'info') continue
      const right = suggestions[0]?.text ?? ''
      const aligned = right.length === span.end - span.start
      for (let at = span.start; at < span.end; at++) {
        if (!aligned || right[at - span.start] !== text[at]) places.add(at)
      }
    }
    return places
  }
})
