import type { Rulebook } from '@kanwu/core'
import { parseRulebook } from '@kanwu/core/rulebook'

const SOURCES = `
- {id: s1, title: 测试来源, issuer: 测试机关, date: "2018-03-17"}
`

/** A rulebook of rule entries written as YAML, for tests that must not depend on the real rules. */
export function fixtureRulebook(...rules: readonly string[]): Rulebook {
  return parseRulebook({
    version: '0.0.0',
    sources: { path: 'sources.yaml', text: SOURCES },
    topics: [{ path: 'test/topic.yaml', text: topicOf(rules) }],
    catalogs: [],
  })
}

/** A topic file with these rules; each entry is a YAML flow mapping's inside. */
export function topicOf(rules: readonly string[]): string {
  return `topic: test/topic\ntitle: 测试\nrules:\n${rules.map((rule) => `  - {${rule}}`).join('\n')}\n`
}

/** The parts that every rule must have. */
export const REQUIRED =
  'message: 错, why: 因, severity: error, sources: [{source: s1}], examples: {hit: [{text: 甲}], miss: [{text: 乙, because: no-match}]}'
