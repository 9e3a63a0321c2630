import { createChecker } from '@kanwu/core'
import { defaultModel, hostSegmenter } from '@kanwu/node'
import { expect, test } from 'vitest'
import { wholeRulebook } from '../support/rulebook.ts'

const DATE = '2024-06-01'
const rulebook = wholeRulebook()
const checker = createChecker({ rulebook, segmenter: hostSegmenter(), model: defaultModel })

const gone = new Set((rulebook.catalogs['division-changes']?.rows ?? []).map(({ old = '' }) => old))
const names = (rulebook.catalogs['places']?.rows ?? [])
  .filter(({ from = '', until = '' }) => from <= DATE && (until === '' || until > DATE))
  .map(({ form = '' }) => form)
  .filter((form) => !gone.has(form))

test.each([
  ['at the beginning', (name: string) => `${name}组织干部到村入户走访。`],
  ['behind a word that leads to it', (name: string) => `项目位于${name}，总投资三千万元。`],
  ['behind a comma', (name: string) => `近日，${name}召开动员部署会。`],
])('every place of the catalog may be named %s of a sentence', (_, sentence) => {
  expect(names.length).toBeGreaterThan(3000)
  const told = names.flatMap((name) => {
    const { findings } = checker.check({ text: sentence(name), format: 'plain', uri: 'draft', date: DATE })
    return findings.filter(({ severity }) => severity !== 'info').map(({ rule, text }) => `${name}: ${rule} ${text}`)
  })
  expect(told).toEqual([])
})
