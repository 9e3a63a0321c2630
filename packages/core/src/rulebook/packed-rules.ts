import type { Rule } from '../types.ts'

/** A rule without the sentences that prove it. */
export type BareRule = Omit<Rule, 'examples'>

/** Rules property by property: most have what many others have, which is written and read once. */
export type PackedRules = { readonly [Name in keyof BareRule]: Column<BareRule[Name]> }

interface Column<Value> {
  /** The different values. */
  readonly values: readonly Value[]
  /** Which of them each rule has. */
  readonly at: readonly number[]
}

/** Writes rules, which must be plain data. */
export function packRules(rules: readonly BareRule[]): PackedRules {
  const column = <Name extends keyof BareRule>(name: Name): Column<BareRule[Name]> => {
    const values: BareRule[Name][] = []
    const known = new Map<string, number>()
    const at = rules.map((rule) => {
      const text = JSON.stringify(rule[name])
      const index = known.get(text) ?? values.push(rule[name]) - 1
      known.set(text, index)
      return index
    })
    return { values, at }
  }
  return {
    id: column('id'),
    category: column('category'),
    topic: column('topic'),
    detect: column('detect'),
    with: column('with'),
    wrong: column('wrong'),
    right: column('right'),
    message: column('message'),
    why: column('why'),
    severity: column('severity'),
    fix: column('fix'),
    valid: column('valid'),
    scopes: column('scopes'),
    allow: column('allow'),
    wholeWord: column('wholeWord'),
    sources: column('sources'),
    status: column('status'),
  }
}

/** Reads them back. Rules that had equal values share one. */
export function unpackRules(packed: PackedRules): readonly BareRule[] {
  // Spelled out: a loop over the names takes several times as long.
  return packed.id.at.map((id, rule) => ({
    id: packed.id.values[id]!,
    category: packed.category.values[packed.category.at[rule]!]!,
    topic: packed.topic.values[packed.topic.at[rule]!]!,
    detect: packed.detect.values[packed.detect.at[rule]!]!,
    with: packed.with.values[packed.with.at[rule]!]!,
    wrong: packed.wrong.values[packed.wrong.at[rule]!]!,
    right: packed.right.values[packed.right.at[rule]!]!,
    message: packed.message.values[packed.message.at[rule]!]!,
    why: packed.why.values[packed.why.at[rule]!]!,
    severity: packed.severity.values[packed.severity.at[rule]!]!,
    fix: packed.fix.values[packed.fix.at[rule]!]!,
    valid: packed.valid.values[packed.valid.at[rule]!]!,
    scopes: packed.scopes.values[packed.scopes.at[rule]!]!,
    allow: packed.allow.values[packed.allow.at[rule]!]!,
    wholeWord: packed.wholeWord.values[packed.wholeWord.at[rule]!]!,
    sources: packed.sources.values[packed.sources.at[rule]!]!,
    status: packed.status.values[packed.status.at[rule]!]!,
  }))
}
