import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, expect, test } from 'vitest'
import { PAGE } from '../support/page.ts'
import { ROOT } from '../support/shared.ts'

const dist = join(ROOT, 'packages/cli/dist')
/** The program as it is after an installation, beside the built one, since it looks for rules from where it lies. */
const folder = mkdtempSync(join(dist, 'fresh-'))
for (const name of ['first', 'markup', 'late', 'launch']) {
  copyFileSync(join(dist, `bundle/${name}.cjs`), join(folder, `${name}.cjs`))
}
writeFileSync(join(folder, 'start.cjs'), "require('./launch.cjs')({ patience: 15 })\n")
afterAll(() => rmSync(folder, { recursive: true }))

const page = join(folder, 'page.txt')
writeFileSync(page, PAGE)

const kanwu = (...args: string[]) => spawnSync(process.execPath, [join(folder, 'start.cjs'), ...args]).status
const caches = () => readdirSync(folder).filter((name) => name.endsWith('.cache'))
const version = `${process.version}-${process.arch}`
const writtenAt = (name: string) => statSync(join(folder, name)).mtimeMs

test('the code that a check ran is kept, whatever was run before; after that nothing is written', () => {
  const [whole, partial] = [`first.${version}.cache`, `first.${version}.part.cache`]
  expect(kanwu('--help')).toBe(0)
  expect(caches()).toEqual([partial])
  const first = writtenAt(partial)
  expect(kanwu('--help')).toBe(0)
  expect(writtenAt(partial)).toBe(first)

  expect(kanwu('check', '--no-config', page)).toBe(0)
  expect(caches().sort()).toEqual([whole, partial].sort())
  expect(statSync(join(folder, whole)).size).toBeGreaterThan(1.3 * statSync(join(folder, partial)).size)
  const kept = writtenAt(whole)
  expect([kanwu('--help'), kanwu('check', '--no-config', page)]).toEqual([0, 0])
  expect([writtenAt(partial), writtenAt(whole)]).toEqual([first, kept])
})

test('a cache that is none is made anew', () => {
  const whole = `first.${version}.cache`
  writeFileSync(join(folder, whole), 'none')
  expect(kanwu('check', '--no-config', page)).toBe(0)
  expect(statSync(join(folder, whole)).size).toBeGreaterThan(100_000)
})
