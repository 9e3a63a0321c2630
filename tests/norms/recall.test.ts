import { createChecker } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { cleanFiles } from '../support/corpora.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'
import { SLIPS, type Slip } from './slips.ts'

const FIELDS = /^(?:punctuation|numerals|usage-style)\/|^documents\/document-number/
const SAMPLES = 100
const folder = sharedFolder('corpora')

describe.skipIf(folder === undefined)('slips planted in clean text are found', () => {
  const files = folder === undefined ? [] : cleanFiles(folder)
  const recent = files.filter(
    ({ name }) => name === 'govcn_policy_2019.txt' || /work-reports\/20(?:1[4-9]|2)/.test(name),
  )
  const paragraphs = recent.flatMap(({ text }) => text.split('\n')).filter(({ length }) => length > 15 && length < 1500)
  const checker = createChecker({ rulebook: rulebookOf(({ id }) => FIELDS.test(id)), segmenter: hostSegmenter() })
  const table: string[] = []

  /** The paragraph stands between two others, the first of which shows how the document numbers its items. */
  function isFound(paragraph: string, at: number, planted: string): boolean {
    const before = '（一）前一段。\n'
    const { findings } = checker.check({ text: `${before}${planted}\n后一段。`, format: 'plain', uri: paragraph })
    const place = before.length + at
    return findings.some(
      ({ severity, span }) => severity !== 'info' && span.start <= place + 60 && span.end >= place - 60,
    )
  }

  test.each(SLIPS.map((slip) => [slip.name, slip] as const))('%s', (_, { name, found, occasions, plant }: Slip) => {
    const places = paragraphs.flatMap((text) => [...text.matchAll(occasions)].map((match) => ({ text, match })))
    const step = Math.max(1, Math.floor(places.length / SAMPLES))
    const sample = places.filter((_, index) => index % step === 0).slice(0, SAMPLES)
    const hits = sample.filter(({ text, match: { index, 0: occasion } }) =>
      isFound(text, index, text.slice(0, index) + plant(occasion) + text.slice(index + occasion.length)),
    )
    table.push(`${name.padEnd(12, '　')}${hits.length}/${sample.length}`)
    expect(hits.length / sample.length).toBeGreaterThanOrEqual(found)
  })

  test('the table of planted slips', () => {
    console.info(table.join('\n'))
    expect(table).toHaveLength(SLIPS.length)
  })
})
