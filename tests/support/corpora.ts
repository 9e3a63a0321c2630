import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DraftDate } from '@kanwu/core'
import { ROOT } from './shared.ts'

/** A file of clean official text and the day to judge it by. */
export interface CleanFile {
  readonly name: string
  readonly text: string
  readonly date: DraftDate
}

/** The clean files under `folder`; work reports are dated by their names. */
export function cleanFiles(folder: string): CleanFile[] {
  const read = (name: string) => readFileSync(join(folder, 'clean', name), 'utf8')
  const reports = readdirSync(join(folder, 'clean/work-reports')).map((file) => {
    const name = `work-reports/${file}`
    return { name, text: read(name), date: file.replace('.txt', '') }
  })
  const others: readonly (readonly [string, DraftDate])[] = [
    ['govcn_policy_2019.txt', '2019-02-01'],
    ['laws_national_sample.txt', 'unknown'],
    ['law_cases.txt', 'unknown'],
  ]
  return [...reports, ...others.map(([name, date]) => ({ name, text: read(name), date }))]
}

/** Findings in clean files that reading showed to be true errors or scraping noise: file, fingerprint, rule, reason. */
export function knownFindings(): ReadonlySet<string> {
  const rows = readFileSync(join(ROOT, 'tests/corpus/known.tsv'), 'utf8').split('\n').slice(1)
  return new Set(rows.filter((row) => row !== '').map((row) => row.split('\t').slice(0, 3).join('\t')))
}
