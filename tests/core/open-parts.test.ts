import { mkdtempSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openParts } from '../../packages/node/src/files/open-parts.ts'

const BYTES = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 31) & 255)

function fileOf(bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'kanwu-parts-')), 'a.bin')
  writeFileSync(path, bytes)
  return path
}

test('any stretch is what stands in the file, in whatever order it is asked for', () => {
  const parts = openParts(fileOf(BYTES))
  expect(parts.length).toBe(BYTES.length)
  for (const [offset, length] of [
    [50_000, 3],
    [16_383, 2],
    [0, 16],
    [40_000, 30_000],
    [99_999, 1],
    [0, 100_000],
    [8, 0],
  ] as const) {
    expect(parts.read([offset, length])).toEqual(BYTES.subarray(offset, offset + length))
  }
})

test('views share one buffer and keep the alignment of the file', () => {
  const parts = openParts(fileOf(BYTES))
  const [one, other] = [parts.read([24, 8]), parts.read([70_000, 16])]
  expect(one.buffer).toBe(other.buffer)
  expect([one.byteOffset, other.byteOffset]).toEqual([24, 70_000])
})

test('a file that takes its place later has no part in it', () => {
  const path = fileOf(BYTES)
  const parts = openParts(path)
  renameSync(fileOf(new Uint8Array(BYTES.length)), path)
  expect(parts.read([60_000, 100])).toEqual(BYTES.subarray(60_000, 60_100))
})

test('a file that was cut short meanwhile is told', () => {
  const path = fileOf(BYTES)
  const parts = openParts(path)
  truncateSync(path, 50_000)
  expect(() => parts.read([60_000, 100])).toThrow('不完整')
})
