import { type Checker, createChecker, intlSegmenter } from '@kanwu/core'
import { loadJieba } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { cleanFiles } from '../support/corpora.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const rulebook = rulebookOf(({ detect }) => detect === 'confusion')
const rows = rulebook.catalogs['confusions']?.rows ?? []
const segmenters = [intlSegmenter(), loadJieba() ?? intlSegmenter()]
const checkers = segmenters.map((segmenter) => createChecker({ rulebook, segmenter }))

/** Sentences that are right with any word in the blank. */
const sentences = [
  (word: string) => `${word}，这里先说一句。`,
  (word: string) => `关于${word}，后文还要细说。`,
  (word: string) => `其中第三点就是“${word}”，请留意。`,
]

function found(checker: Checker, text: string): readonly string[] {
  const { findings } = checker.check({ text, format: 'plain', uri: 'line', date: 'unknown' })
  return findings.map((finding) => finding.text)
}

describe('the catalog of misspellings', () => {
  test('has at least 1,500 forms, each once, each different from what it stands for', () => {
    const forms = rows.map((row) => row['form'])
    expect(forms.length).toBeGreaterThanOrEqual(1500)
    expect(new Set(forms).size).toBe(forms.length)
    expect(rows.filter((row) => row['form'] === row['right'])).toEqual([])
  })

  test('every row says where its right form can be looked up, or is on trial', () => {
    const without = rows.filter((row) => row['level'] !== 'trial' && (!row['source'] || !row['at']))
    expect(without).toEqual([])
    expect(rows.filter((row) => row['level'] === 'trial').length).toBeLessThanOrEqual(40)
  })

  test('what is looked up holds the characters that the form lacks', () => {
    const cited = rows.filter((row) => row['at']?.startsWith('词条'))
    const strange = cited.filter((row) => !row['right']?.includes(row['at']?.slice(3, -1) ?? ''))
    expect(cited.length).toBeGreaterThan(3000)
    expect(strange).toEqual([])
  })

  test.each(segmenters.map(({ name }, index) => [name, index] as const))(
    'every form is caught between three sets of neighbours (%s)',
    (_, index) => {
      const missed = rows.flatMap((row) => {
        const form = row['form'] ?? ''
        return sentences
          .map((sentence) => sentence(form))
          .filter((text) => !found(checkers[index]!, text).includes(form))
      })
      expect(missed).toEqual([])
    },
  )

  test('every right form is silent', () => {
    const noisy = rows.filter((row) => found(checkers[0]!, sentences[1]!(row['right'] ?? '')).length > 0)
    expect(noisy.map((row) => `${row['form']} ${row['right']}`)).toEqual([])
  })
})

const corpora = sharedFolder('corpora')

describe.skipIf(corpora === undefined)('clean official text', () => {
  test('raises the same findings with both segmenters', () => {
    for (const { name, text, date } of corpora === undefined ? [] : cleanFiles(corpora)) {
      const [intl, host] = checkers.map((checker) =>
        checker.check({ text, format: 'plain', uri: name, date }).findings.map(({ fingerprint }) => fingerprint),
      )
      expect(host, name).toEqual(intl)
    }
  })
})
