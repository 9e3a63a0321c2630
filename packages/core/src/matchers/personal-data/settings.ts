import type { Rule } from '../../types.ts'

/** The rules of this kind, by what they speak of. */
export interface RulesByData {
  of(data: string): readonly Rule[]
  /** A setting of words between blanks, of the rules that speak of `data`; empty where none has it. */
  list(data: string, setting: string): readonly string[]
}

/** Sorts rules by their setting `data`. */
export function rulesByData(rules: readonly Rule[]): RulesByData {
  const byData = new Map<string, Rule[]>()
  for (const rule of rules) {
    const data = String(rule.with['data'])
    byData.set(data, [...(byData.get(data) ?? []), rule])
  }
  const of = (data: string): readonly Rule[] => byData.get(data) ?? []
  return {
    of,
    list: (data, setting) => of(data).flatMap((rule) => wordsOf(rule.with[setting])),
  }
}

function wordsOf(setting: unknown): string[] {
  return typeof setting === 'string' ? setting.split(/\s+/).filter((word) => word !== '') : []
}
