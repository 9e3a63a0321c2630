import { expect, test } from 'vitest'
import { buildTitleTable, entryOf } from '../../packages/core/src/laws/title-table.ts'

const NATION = '中华人民共和国'
const numerals = [...'一二三四五六七八九十']
const numbered = (number: number) => [...String(number)].map((digit) => numerals[Number(digit)]).join('')

/** Titles of three kinds, and among them some that are another's short form. */
const keys = Array.from({ length: 6000 }, (_, row) => {
  const name = `${numbered(row)}管理条例`
  return [`${NATION}${name}`, `${name}（试行）`, name][row % 3]!
}).concat(`${NATION}一管理条例`, '一管理条例', `${NATION}二管理条例`, '甲管理条例', '甲管理条例（试行）')
const table = buildTitleTable(keys)
const find = (key: string) => entryOf(table, key, (row) => keys[row]!)

test('every key names its row, the last one where two are the same', () => {
  for (const [row, key] of keys.entries()) if (keys.lastIndexOf(key) === row) expect(find(key), key).toBe(2 * row)
})

test('short forms name the row, marked as short without the nation, unless they are official themselves', () => {
  const row = keys.indexOf(`${NATION}${numbered(3)}管理条例`)
  expect(find(`${numbered(3)}管理条例`)).toBe(2 * row + 1)
  expect(find(`${numbered(1)}管理条例`)).toBe(2 * keys.indexOf(`${numbered(1)}管理条例（试行）`))
  expect(find('一管理条例')).toBe(2 * keys.indexOf('一管理条例'))
})

test('what no law is called names none, however many there are', () => {
  for (let number = 6000; number < 40_000; number++) {
    const name = `${numbered(number)}管理条例`
    expect(find(name) ?? find(`${NATION}${name}`), name).toBeUndefined()
  }
  expect(entryOf(buildTitleTable([]), '一管理条例', () => '')).toBeUndefined()
})
