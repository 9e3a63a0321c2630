import { describe, expect, it } from 'vitest'
import { bytes, integers, words } from '../../packages/core/src/matchers/near-miss/blocks.ts'

describe('short lists out of one block', () => {
  it('are zeros, as long as they should be, and share nothing', () => {
    const lists = Array.from({ length: 2000 }, (_, at) => {
      const list = [bytes, words, integers][at % 3]!(at % 97)
      expect(list.length).toBe(at % 97)
      expect(list.every((number) => number === 0)).toBe(true)
      return list.fill(1 + (at % 200))
    })
    lists.forEach((list, at) => {
      expect(list.every((number) => number === 1 + (at % 200))).toBe(true)
    })
  })

  it('may be longer than a block', () => {
    const long = integers(100_000)
    const next = integers(10)
    next.fill(7)
    expect(long.length).toBe(100_000)
    expect(long.includes(7)).toBe(false)
  })
})
