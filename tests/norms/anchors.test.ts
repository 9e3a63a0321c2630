import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorScan } from '../../packages/core/src/matchers/pattern/anchors.ts'

const words = (most: number) =>
  fc
    .array(fc.constantFrom('约', '至', '年', '元', '1', '—'), { minLength: 1, maxLength: most })
    .map((all) => all.join(''))

/** Each place where an anchor stands, found by looking at every place for every anchor. */
function plainly(anchors: readonly string[], text: string): [number, string][] {
  const found: [number, string][] = []
  for (let at = 0; at < text.length; at++) {
    const alone = anchors.filter((anchor) => anchor.length === 1 && text[at] === anchor)
    const longer = anchors.filter((anchor) => anchor.length > 1 && text.startsWith(anchor, at))
    for (const anchor of [...alone, ...longer]) found.push([at, anchor])
  }
  return found
}

test('anchors of any length are found wherever they stand, text after text', () => {
  const lists = fc.uniqueArray(words(4), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(lists, fc.array(words(30), { minLength: 1, maxLength: 3 }), (anchors, texts) => {
      const scan = anchorScan(anchors)
      for (const text of ['', ...texts]) {
        const count = scan.read(text)
        const told = scan.starts.slice(0, count).map((at, index) => [at, anchors[scan.anchors[index]!]])
        expect(told).toEqual(plainly(anchors, text))
      }
    }),
    { numRuns: 500 },
  )
})

test('of single characters that are listed twice the first is told', () => {
  const scan = anchorScan(['元', '年', '元'])
  expect([scan.read('5元'), scan.anchors[0], scan.starts[0]]).toEqual([1, 0, 1])
})
