import { createChecker } from '@kanwu/core'
import { describe, expect, it } from 'vitest'
import { differences } from '../../packages/core/src/matchers/near-miss/difference.ts'
import { isUneven } from '../../packages/core/src/matchers/near-miss/items.ts'
import { skeletonOf, skeletonText } from '../../packages/core/src/matchers/near-miss/skeleton.ts'
import { rulebookOf } from '../support/rulebook.ts'

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

it('tells a form of few characters whose item is uneven, though the words that are left are whole', () => {
  const checker = createChecker({ rulebook: rulebookOf(({ detect }) => detect === 'near-miss') })
  const source = { text: '村党支部总揽全局、各方，工作有了抓手。', format: 'plain', uri: 'a', date: '2024-06-01' }
  expect(checker.check(source).findings).toMatchObject([
    { severity: 'warning', text: '总揽全局、各方', suggestions: [{ text: '总揽全局、协调各方' }] },
  ])
})
