import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { wholeRulebook } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('corpora')
const { catalogs, sources } = wholeRulebook()
const rows = catalogs['fixed-expressions']?.rows ?? []

function bare(text: string): string {
  return text.replace(/[\p{P}\p{Z}\p{Cf}\s]/gu, '')
}

/** The work report of a year without marks, or nothing where the collection has none. */
function reportOf(year: string): string | undefined {
  try {
    return bare(readFileSync(join(folder ?? '', 'clean/work-reports', `${year}-03-05.txt`), 'utf8'))
  } catch {
    return undefined
  }
}

test.skipIf(folder === undefined)('a wording that cites a work report stands in it', () => {
  const absent = rows.filter((row) => {
    const [, year] = /^gwr-(\d{4})$/.exec(row['source'] ?? '') ?? []
    const report = year === undefined ? undefined : reportOf(year)
    return report !== undefined && !report.includes(bare(row['items'] || row['form'] || ''))
  })
  expect(absent.map((row) => `${row['source']} ${row['form']}`)).toEqual([])
})

test.skipIf(folder === undefined)('a wording that cites a law or regulation stands in one', () => {
  const laws = bare(
    readFileSync(join(folder ?? '', 'clean/laws_national_sample.txt'), 'utf8') +
      gunzipSync(readFileSync(join(folder ?? '', 'train/laws_national_rest.txt.gz'))).toString('utf8'),
  )
  const ofLaws = rows.filter((row) => sources[row['source'] ?? '']?.url === 'https://flk.npc.gov.cn/')
  const absent = ofLaws.filter((row) => !laws.includes(bare(row['items'] || row['form'] || '')))
  expect(ofLaws.length).toBeGreaterThan(30)
  expect(absent.map((row) => `${row['source']} ${row['form']}`)).toEqual([])
})
