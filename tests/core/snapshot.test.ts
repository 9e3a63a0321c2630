import { createChecker, decodeSnapshot, openSnapshot, type Rulebook } from '@kanwu/core'
import { encodeSnapshot } from '@kanwu/core/rulebook'
import { expect, test } from 'vitest'
import { PAGE } from '../support/page.ts'
import { wholeRulebook } from '../support/rulebook.ts'

/** The rulebook through bytes and back, matchers' tables included. */
function restored(rulebook: Rulebook): Rulebook | undefined {
  return decodeSnapshot(encoded(rulebook))?.rulebook
}

function encoded(rulebook: Rulebook): Uint8Array {
  const prepared = new Map<string, object>()
  const store = { get: () => undefined, put: (key: string, tables: object) => prepared.set(key, tables) }
  createChecker({ rulebook: { ...rulebook, prepared: store } })
  expect(prepared.size).toBeGreaterThan(0)
  return encodeSnapshot({ stamp: 's', rulebook }, prepared)
}

test('a snapshot holds the whole rulebook', () => {
  const rulebook = wholeRulebook()
  const { prepared, ...data } = restored(rulebook)!
  expect(prepared).toBeDefined()
  expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(JSON.stringify(rulebook)))
})

test('a checker made from a snapshot finds the same', () => {
  const rulebook = wholeRulebook()
  const text = rulebook.rules.flatMap(({ examples }) => examples.hit.map((example) => example.text)).join('\n')
  const source = { text, format: 'plain', uri: 'all', date: '2024-07-04' }
  expect(createChecker({ rulebook: restored(rulebook)! }).check(source)).toEqual(
    createChecker({ rulebook }).check(source),
  )
})

test('to check a page, no large catalog is read: matchers have their tables from the snapshot', () => {
  const rulebook = restored(wholeRulebook())!
  const read: string[] = []
  const catalogs = new Proxy(rulebook.catalogs, {
    get(target, name: string) {
      read.push(name)
      return target[name]
    },
  })
  const checker = createChecker({ rulebook: { ...rulebook, catalogs } })
  checker.check({ text: '全县今年新修道路12公里，群众出行方便。', format: 'plain', uri: 'a', date: '2024-07-04' })
  const large = read.filter((name) => (rulebook.catalogs[name]?.rows.length ?? 0) > 300)
  expect(large).toEqual([])
})

test('other bytes are no snapshot', () => {
  expect(decodeSnapshot(new Uint8Array())).toBeUndefined()
  expect(decodeSnapshot(new Uint8Array(64))).toBeUndefined()
})

test('a page needs less than half of the bytes, read once each', () => {
  const bytes = encoded(wholeRulebook())
  const asked: string[] = []
  let sum = 0
  const { rulebook } = openSnapshot({
    length: bytes.length,
    read([offset, length]) {
      asked.push(`${offset} ${length}`)
      sum += length
      return bytes.subarray(offset, offset + length)
    },
  })!
  createChecker({ rulebook }).check({ text: PAGE, format: 'plain', uri: 'a', date: '2026-11-20' })
  expect(asked.length).toBeGreaterThan(10)
  expect(new Set(asked).size).toBe(asked.length)
  expect(sum).toBeLessThan(bytes.length / 2)
})

test('a snapshot that ends early is none', () => {
  const bytes = encoded(wholeRulebook())
  expect(decodeSnapshot(bytes)).toBeDefined()
  expect(decodeSnapshot(bytes.subarray(0, bytes.length - 8))).toBeUndefined()
})
