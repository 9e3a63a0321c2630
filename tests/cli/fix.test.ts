import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, kanwu, OWN_RULE } from '../support/cli.ts'

function fixed(bytes: Uint8Array, args: readonly string[] = []) {
  const cwd = folderOf({ ...OWN_RULE, 'a.txt': bytes })
  const run = kanwu(['fix', ...args, 'a.txt'], { cwd })
  return { ...run, bytes: readFileSync(join(cwd, 'a.txt')) }
}

describe('kanwu fix keeps what it does not mend, byte for byte', () => {
  test.each([
    ['UTF-8 and mixed line ends', Buffer.from('甲\r\n测错词\n乙\r'), Buffer.from('甲\r\n测对词\n乙\r')],
    ['a BOM', Buffer.from('\ufeff测错词'), Buffer.from('\ufeff测对词')],
    ['UTF-16', Buffer.from('\ufeff测错词', 'utf16le'), Buffer.from('\ufeff测对词', 'utf16le')],
    ['GB18030', Buffer.from([0xb2, 0xe2, 0xb4, 0xed, 0xb4, 0xca]), Buffer.from([0xb2, 0xe2, 0xb6, 0xd4, 0xb4, 0xca])],
  ])('%s', (_, before, after) => {
    const run = fixed(before)
    expect(run.code).toBe(0)
    expect(run.bytes).toEqual(after)
  })

  test('--dry-run shows the change and leaves the file alone', () => {
    const run = fixed(Buffer.from('甲\n测错词'), ['--dry-run'])
    expect(run.stdout).toBe('--- a.txt\n+++ a.txt\n@@ 2 @@\n-测错词\n+测对词\n')
    expect(run.bytes.toString()).toBe('甲\n测错词')
  })

  test('a missing file is an error', () => {
    expect(kanwu(['fix', 'gone.txt'], { cwd: folderOf({}) })).toMatchObject({ code: 2 })
  })
})
