import { describe, expect, it } from 'vitest'
import { differences } from '../../packages/core/src/matchers/near-miss/difference.ts'
import { isUneven } from '../../packages/core/src/matchers/near-miss/items.ts'
import { skeletonOf, skeletonText } from '../../packages/core/src/matchers/near-miss/skeleton.ts'

/** Whether a text that is all of a broken form lacks characters in one of its items. */
function uneven(form: string, text: string): boolean {
  const skeleton = skeletonOf(text)
  const changes = differences(skeletonText(form), skeletonText(text))
  return isUneven({ changes, skeleton, start: 0, end: skeleton.codes.length }, () => ({ text: form }))
}

describe('an item lacks what its fellows have', () => {
  it.each([
    ['精打细算、量入为出', '精打、量入为出'],
    ['精打细算、量入为出', '精打细算、为出'],
    ['精打细算，量入为出', '精打细算、量入出'],
    ['早发现、早报告、早隔离', '早发现、报告、早隔离'],
    ['早发现、早报告、早隔离', '早发现、、早隔离'],
    ['“修路、架桥、通水”', '“修路、桥、通水”'],
  ])('%s: %s', (form, text) => {
    expect(uneven(form, text)).toBe(true)
  })
})

describe('anything else says nothing', () => {
  it.each([
    ['an item is left out with its mark', '早发现、早报告、早隔离', '早发现、早隔离'],
    ['a mark is gone', '精打细算、量入为出', '精打量入为出'],
    ['no fellow has that length', '着力修路、架桥、通水', '修路、架桥、通水'],
    ['a character is another', '精打细算、量入为出', '精打细算、量出为入'],
    ['nothing is a list', '精打细算过日子', '精打过日子'],
  ])('%s', (_, form, text) => {
    expect(uneven(form, text)).toBe(false)
  })
})
