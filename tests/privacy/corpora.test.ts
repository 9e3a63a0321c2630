import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '@kanwu/core'
import { describe, expect, it } from 'vitest'
import { cleanFiles } from '../support/corpora.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const checker = createChecker({ rulebook: rulebookOf(({ category }) => category === 'privacy') })
const corpora = sharedFolder('corpora')
const seeds = sharedFolder('seeds')

describe.skipIf(corpora === undefined)('clean official text', () => {
  it('holds no personal data', () => {
    const files = corpora === undefined ? [] : cleanFiles(corpora)
    const findings = files.flatMap(({ name, text, date }) =>
      checker
        .check({ text, format: 'plain', uri: name, date })
        .findings.map(({ rule, text: shown }) => [name, rule, shown]),
    )
    expect(findings).toEqual([])
  })
})

describe.skipIf(seeds === undefined)('the notices', () => {
  it('name private mailboxes in two of them, and no office number', () => {
    const folder = seeds ?? ''
    const found = readdirSync(folder).flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const { findings } = checker.check({ text, format: 'plain', uri: name, date: '2024-07-01' })
      return findings.map(({ rule, severity, text: shown }) => `${rule} ${severity} ${shown.split('@')[1]}`)
    })
    expect(found.sort()).toEqual([
      'privacy/private-mailbox warning 126.com',
      'privacy/private-mailbox warning 163.com',
      'privacy/private-mailbox warning qq.com',
    ])
  })
})
