import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNearTitles } from '../../packages/core/src/laws/near-titles.ts'

const KEYS = [
  '中华人民共和国城乡规划法',
  '中华人民共和国道路运输条例',
  '城镇排水与污水处理条例',
  '城镇燃气管理条例',
  '农村五保供养工作条例',
  '农村供水管理办法',
  '公共文化体育设施条例',
  '公共图书馆管理办法',
  '道路旅客运输管理规定',
]
const near = createNearTitles(KEYS)

/** A title with a few characters left out, put in, written otherwise or exchanged. */
const written = fc
  .tuple(
    fc.constantFrom(...KEYS, ...KEYS.map((key) => key.replace(/^中华人民共和国/, ''))),
    fc.array(
      fc.tuple(
        fc.constantFrom('omit', 'insert', 'replace', 'exchange'),
        fc.nat(20),
        fc.constantFrom(...'管理城乡路法水'),
      ),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([title, slips]) => slips.reduce(slipped, title))

function slipped(title: string, [kind, place, character]: [string, number, string]): string {
  const at = place % title.length
  const [before, here, behind] = [title.slice(0, at), title.charAt(at), title.slice(at + 1)]
  if (kind === 'omit') return before + behind
  if (kind === 'insert') return before + character + here + behind
  if (kind === 'replace') return before + character + behind
  return before + behind.slice(0, 1) + here + behind.slice(1)
}

test('titles one slip away are those of all near ones that have one slip', () => {
  let found = 0
  fc.assert(
    fc.property(written, (title) => {
      const titles = near.findByOneSlip(title)
      found += titles.length
      expect(titles).toEqual(near.find(title).filter(({ slips }) => slips.length === 1))
    }),
    { numRuns: 5000 },
  )
  expect(found).toBeGreaterThan(500)
})
