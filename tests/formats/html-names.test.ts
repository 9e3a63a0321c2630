import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameAt } from '../../packages/core/src/formats/html/names.ts'
import { read, texts } from './read.ts'

test('a name is what stands there, in lower case, whatever was read before', () => {
  const names = fc.string({ unit: fc.constantFrom(...'abcpPtTdDhH12-:_İß题'), maxLength: 15 })
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 60 }), (all) => {
      const source = all.join('<')
      let at = 0
      for (const name of all) {
        expect(nameAt(source, at, at + name.length)).toBe(name.toLowerCase())
        at += name.length + 1
      }
    }),
    { numRuns: 500 },
  )
})

test('a source that stops within an end tag ends before it', () => {
  const source = '<p>第一段。</p>\n<p>第二段。</p></html第三段。a/第四段。'
  expect(texts(read('html', source))).toEqual(['第一段。', '第二段。'])
  expect(texts(read('markdown', `开头。\n\n${source}`))).toEqual(['开头。', '第一段。', '第二段。'])
})
