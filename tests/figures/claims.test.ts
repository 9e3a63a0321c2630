import { expect, test } from 'vitest'
import { claimsIn } from '../../packages/core/src/matchers/arithmetic/claims.ts'

/** The figures that a text claims for a time, each as often as there are nouns beside it. */
const figuresOf = (text: string) => (claimsIn({ index: 0, text, scope: 'prose', map }) ?? []).map(({ value }) => value)

/** Nobody asks where these texts stand. */
const map = { toDocument: ({ start, end }: { start: number; end: number }) => ({ start, end }), isVerbatim: () => true }

const keysOf = (text: string) => (claimsIn({ index: 0, text, scope: 'prose', map }) ?? []).map(({ key }) => key)

test('a figure belongs to the last time before it in its sentence', () => {
  expect(figuresOf('全年接听来电1268次')).toEqual([1268])
  expect(figuresOf('接听来电1268次，全年回访856次')).toEqual([856])
  expect(figuresOf('全年接听来电1268次，回访用户856次')).toEqual([1268, 856])
  expect(keysOf('全年来电1268次，本月来电856次')).toEqual([keysOf('全年来电321次')[0], keysOf('本月来电321次')[0]])
  expect(keysOf('全年来电1268次，来电856次')).toEqual([keysOf('全年来电321次')[0], keysOf('全年来电321次')[0]])
})

test('a time holds to the end of its sentence, or of the part of it behind a semicolon', () => {
  expect(figuresOf('全年来电1268次。来电856次')).toEqual([1268])
  expect(figuresOf('全年来电1268次；来电856次')).toEqual([1268])
  expect(figuresOf('全年来电1268次。来电12次，回访856次')).toEqual([1268])
})

test('a year is a time though it is written as a long figure', () => {
  expect(keysOf('2024年来电1268次')).toEqual(keysOf('共2024年来电321次'))
  expect(keysOf('2023年来电1268次')).not.toEqual(keysOf('2024年来电1268次'))
})

test('a figure is read from its first digit on, whatever stands between three and three', () => {
  expect(figuresOf('全年来电1,268次')).toEqual([1268])
  expect(figuresOf('全年来电12，345，678次')).toEqual([12_345_678])
  expect(figuresOf('全年12个来电856次')).toEqual([856])
  expect(figuresOf('全年来电5.678次')).toEqual([])
  expect(figuresOf('全年来电1,2次，回访12,345,次，来信867件')).toEqual([867])
})
