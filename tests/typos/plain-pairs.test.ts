import { defaultModel } from '@kanwu/node'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubt } from '../../packages/core/src/matchers/close-reading/places.ts'
import { PlainPairs } from '../../packages/core/src/matchers/close-reading/plain-pairs.ts'
import { missingCharacters } from '../../packages/core/src/matchers/slip/missing.ts'
import { swappedCharacters } from '../../packages/core/src/matchers/slip/swapped.ts'

const model = defaultModel()!

/** The numbers of two characters. */
function numbersOf(pair: string): readonly [number, number] {
  const [left, right] = [...pair].map((character) => model.characters.ids[character.charCodeAt(0)]!)
  return [left!, right!]
}

/** The pair whose number, as slots are chosen by it, differs from another's in one bit. */
function besides(pair: number, bit: number): number {
  const factor = 0x9e3779b1
  let inverse = factor
  for (let round = 0; round < 5; round++) inverse = Math.imul(inverse, 2 - Math.imul(factor, inverse))
  return Math.imul(Math.imul(pair, factor) ^ bit, inverse) & 0x3ff_ffff
}

describe('pairs that are sound wherever they stand', () => {
  const isOrdered = (left: number, right: number) => left < right
  const isEven = (left: number, right: number) => (left + right) % 2 === 0
  const questions = [
    { doubts: doubt.order, isPlain: isOrdered },
    { doubts: doubt.word },
    { doubts: doubt.pair, isPlain: isEven },
  ]
  const ids = fc.oneof(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 4, max: 8191 }))

  test('dispel the doubts of the questions that say so, asked in any order and again', () => {
    const plain = new PlainPairs(model, questions)
    fc.assert(
      fc.property(ids, ids, (left, right) => {
        const expected = (isOrdered(left, right) ? doubt.order : 0) | (isEven(left, right) ? doubt.pair : 0)
        expect(plain.dispelled(left, right)).toBe(expected)
        expect(plain.dispelled(left, right)).toBe(expected)
      }),
      { numRuns: 20_000 },
    )
  })

  test('are not taken for others that stand in the same slots', () => {
    const plain = new PlainPairs(model, [{ doubts: doubt.pair, isPlain: isOrdered }])
    for (let pair = 4 << 13; pair < 1 << 26; pair += 9973) {
      for (const bit of [9, 10, 11]) {
        for (const one of [pair, besides(pair, 1 << bit)]) {
          const [left, right] = [one >>> 13, one & 0x1fff]
          expect(plain.dispelled(left, right)).toBe(isOrdered(left, right) ? doubt.pair : 0)
        }
      }
    }
  })

  test('are asked about once', () => {
    let times = 0
    const plain = new PlainPairs(model, [{ doubts: doubt.pair, isPlain: () => times++ < 0 }])
    for (let round = 0; round < 3; round++) for (let left = 4; left < 20; left++) plain.dispelled(left, 4)
    expect(times).toBe(16)
  })
})

describe('a slip is possible in a pair', () => {
  test.each([
    ['障保', true],
    ['保障', false],
    ['人人', false],
    ['个地', false],
  ])('that makes a word the other way round and is no word itself: %s %s', (pair, expected) => {
    expect(swappedCharacters.mayBe(...numbersOf(pair), model)).toBe(expected)
  })

  test.each([
    ['贯落', true],
    ['落实', false],
  ])('that is hardly ever counted: %s %s', (pair, expected) => {
    expect(missingCharacters.mayBe(...numbersOf(pair), model)).toBe(expected)
  })
})
