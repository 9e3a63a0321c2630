import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reporterNames } from '../../packages/cli/src/reporters/index.ts'
import { ROOT } from '../support/shared.ts'

/** Planted values; none of them is anyone's. */
const PLANTED = [
  '330106189003074518',
  '330106500307451',
  '13800000000',
  '13900000000',
  '6217000000000000129',
  'E00000001',
  'H00000001',
  '10000000@qq.com',
]

const DRAFT = `补助名单（以下均为虚构）
张三，身份证号330106189003074518，联系电话13800000000，银行卡号6217000000000000129。
李四，身份证号330106500307451，护照号E00000001，通行证H00000001。
联系电话：13900000000，邮箱：10000000@qq.com，网址http://user:secret@example.com/?id=330106189003074518
国家工商总局（13800000000）与１３８００００００００　元。
`

describe('no output shows a planted value', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kanwu-privacy-'))
    for (const ending of ['txt', 'md', 'html']) writeFileSync(join(folder, `draft.${ending}`), DRAFT)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const run = (...args: string[]): string => {
    const kanwu = join(ROOT, 'packages/cli/bin/kanwu.mjs')
    const { stdout, stderr } = spawnSync(process.execPath, [kanwu, ...args], { cwd: folder, encoding: 'utf8' })
    return stdout + stderr
  }

  it.each(reporterNames)('check --format %s', (format) => {
    const output = run('check', '.', '--format', format, '--severity', 'info', '--no-config')
    expect(output.length).toBeGreaterThan(0)
    for (const value of PLANTED) expect(output).not.toContain(value)
  })

  it.each([
    ['explain', 'draft.txt:2'],
    ['explain', 'draft.txt:4'],
  ])('%s %s', (...args) => {
    const output = run(...args)
    for (const value of PLANTED) expect(output).not.toContain(value)
  })

  it('check --reveal shows them, so the test above can fail', () => {
    expect(run('check', 'draft.txt', '--reveal', '--no-config')).toContain('330106189003074518')
  })
})
