import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { folderOf } from '../support/cli.ts'

/** As the bundler says: only bundled code keeps snapshots. */
vi.stubGlobal('KANWU_BUILD', 'this-build')
const { loadRulebook } = await import('../../packages/node/src/rulebook/load.ts')

const topic = (wrong: string) => `topic: usage/words
title: 用语
rules:
  - id: wrong-word
    wrong: [${wrong}]
    right: [对的词]
    message: 用错了词
    why: 统一用“对的词”
    severity: error
    fix: safe
    sources: [{source: list}]
    examples: {hit: [{text: ${wrong}}], miss: [{text: 对的词, because: no-match}]}
`

test('a rulebook is read from its snapshot until one of its files changes', async () => {
  const folder = folderOf({
    'package.json': '{"version": "1.0.0"}',
    'sources.yaml': '- {id: list, title: 词表, issuer: 某某局}\n',
    'usage/words.yaml': topic('错的词'),
  })
  const load = async () => {
    const { rules, prepared } = await loadRulebook(folder)
    return { wrong: rules.flatMap((rule) => rule.wrong), isKept: prepared !== undefined }
  }
  expect(await load()).toEqual({ wrong: ['错的词'], isKept: false })
  expect(readdirSync(join(folder, '.snapshot'))).toEqual(['this-build.bin'])
  expect(await load()).toEqual({ wrong: ['错的词'], isKept: true })
  writeFileSync(join(folder, 'usage/words.yaml'), topic('写错的词'))
  expect(await load()).toEqual({ wrong: ['写错的词'], isKept: false })
  expect(await load()).toEqual({ wrong: ['写错的词'], isKept: true })
})
