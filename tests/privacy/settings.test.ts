import { createChecker, RulebookError } from '@kanwu/core'
import { expect, it } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

it.each([
  ['privacy/identity-number', { data: 'identity-numbr' }, '是否为 identity-number'],
  ['links/look-alike', { fault: 'lookalike' }, '是否为 look-alike'],
  ['replies/start', { fault: 'startt' }, '是否为 start'],
])('%s with %o does not load', (id, settings, hint) => {
  const rulebook = rulebookOf((rule) => rule.id === id)
  const rules = rulebook.rules.map((rule) => ({ ...rule, with: settings }))
  expect(() => createChecker({ rulebook: { ...rulebook, rules } })).toThrow(RulebookError)
  expect(() => createChecker({ rulebook: { ...rulebook, rules } })).toThrow(hint)
})
