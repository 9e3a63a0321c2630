import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '@kanwu/core'
import { expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('seeds')
const rulebook = rulebookOf(({ category }) => ['dates', 'figures', 'numbering', 'documents'].includes(category))
const checker = createChecker({ rulebook })

function findingsIn(name: string): string[] {
  const text = readFileSync(join(folder ?? '', name), 'utf8')
  const { findings } = checker.check({ text, format: 'plain', uri: name, date: '2024-12-30' })
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule, text: stretch }) => `${rule} ${stretch}`)
}

test.skipIf(folder === undefined)('sums, shares and rates of real notices are right and stay silent', () => {
  for (const name of readdirSync(folder!)) {
    expect(
      findingsIn(name).filter((finding) => /^(?:figures|dates)\//.test(finding)),
      name,
    ).toEqual([])
  }
})

test.skipIf(folder === undefined)(
  'serial numbers out of order and a mark behind an attachment’s name are found',
  () => {
    const meixian = readdirSync(folder!).find((name) => name.startsWith('004')) ?? ''
    expect(findingsIn(meixian)).toEqual([
      'documents/attachment-name-mark ；',
      'numbering/serial-sequence 9',
      'numbering/serial-sequence 10',
    ])
  },
)

test.skipIf(folder === undefined)(
  'two attachments under another title than their list gives are all else that is found',
  () => {
    const others = readdirSync(folder!).filter((name) => !name.startsWith('004'))
    expect(others.map((name) => findingsIn(name).map((finding) => finding.split(' ')[0]))).toEqual([
      [],
      ['numbering/attachment-names'],
      [],
      ['numbering/attachment-names'],
    ])
  },
)
