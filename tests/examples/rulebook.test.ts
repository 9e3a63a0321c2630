import { expect, test } from 'vitest'
import { wholeRulebook } from '../support/rulebook.ts'

test('the rulebook loads and every rule can be traced to a source', () => {
  const { rules, sources } = wholeRulebook()
  expect(rules.length).toBeGreaterThan(0)
  for (const rule of rules) expect(rule.sources.every(({ source }) => sources[source] !== undefined)).toBe(true)
})
