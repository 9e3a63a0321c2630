import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../support/shared.ts'

/** Which packages each package may import: arrows point one way (ARCHITECTURE.md). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  node: ['core', 'rules'],
  documents: ['core'],
  cli: ['core', 'node', 'documents', 'server', 'rules'],
  lsp: ['core', 'node'],
  vscode: ['core', 'lsp'],
  server: ['core', 'node', 'documents'],
  'remark-kanwu': ['core', 'node'],
}

const packages = readdirSync(join(ROOT, 'packages')).filter((name) => existsSync(join(ROOT, 'packages', name, 'src')))

function importsOf(name: string): { file: string; target: string }[] {
  const source = join(ROOT, 'packages', name, 'src')
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mts)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(source, file), 'utf8')
      return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => ({
        file,
        target: target ?? '',
      }))
    })
}

test.each(packages)('%s imports only what stands below it', (name) => {
  const allowed = ALLOWED[name] ?? []
  const backwards = importsOf(name).filter(({ target }) => {
    const sibling = /^@kanwu\/([^/]+)/.exec(target)?.[1]
    return (sibling !== undefined && !allowed.includes(sibling)) || /^\.\.(\/\.\.)*\/packages\//.test(target)
  })
  expect(backwards).toEqual([])
})

test('core is pure: no Node modules, no clock, no console, no network', () => {
  expect(importsOf('core').filter(({ target }) => target.startsWith('node:'))).toEqual([])
  const impure = readdirSync(join(ROOT, 'packages/core/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /\b(?:Date\.now\(|new Date\(\)|console\.|process\.|fetch\(|Math\.random\()/.test(
        readFileSync(join(ROOT, 'packages/core/src', file), 'utf8'),
      ),
    )
  expect(impure).toEqual([])
})
