import { expect, test } from 'vitest'
import { type Bound, CheckList } from '../../packages/core/src/matchers/needs.ts'
import { hint } from '../../packages/core/src/text/hints.ts'
import { verbatim } from '../../packages/core/src/text/offset-map.ts'
import { signsOf, trait } from '../../packages/core/src/text/traits.ts'
import type { Rule, Segment } from '../../packages/core/src/types.ts'

function segmentOf(text: string): Segment {
  return { index: 0, scope: 'prose', ...verbatim(text, 0) }
}

const NEEDS = {
  anything: {},
  hint: { hints: [hint.among] },
  hints: { hints: [hint.among, hint.oddForm] },
  trait: { traits: [trait.percent] },
  groups: { traits: [trait.share | trait.rate, trait.percent] },
  both: { hints: [hint.oddForm], traits: [trait.digit] },
}

const checks = new CheckList(
  Object.entries(NEEDS).map(([name, needs]): Bound<string> => ({ rule: {} as Rule, check: { find: name, needs } })),
)

function metBy(...texts: string[]): string[] {
  return checks.metBy(signsOf(texts.map(segmentOf))).map(({ check }) => check.find)
}

test('a check is called where one of its hints and one of each of its groups of traits stand', () => {
  expect(metBy('今天开会')).toEqual(['anything'])
  expect(metBy('全镇有六个村，其中两个靠山')).toEqual(['anything', 'hint', 'hints'])
  expect(metBy('完成了七成。。')).toEqual(['anything', 'hints'])
  expect(metBy('完成了7成。。')).toEqual(['anything', 'hints', 'both'])
  expect(metBy('涨了3%')).toEqual(['anything', 'trait'])
  expect(metBy('到会率为98%')).toEqual(['anything', 'trait', 'groups'])
})

test('several texts meet together what each of them has', () => {
  expect(metBy('其中两个靠山', '涨了3%', '到会率')).toEqual(['anything', 'hint', 'hints', 'trait', 'groups'])
  expect(metBy()).toEqual(['anything'])
})
