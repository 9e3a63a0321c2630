import type { Rule, Rulebook } from '@kanwu/core'
import { parseRulebook } from '@kanwu/core/rulebook'
import { readRulebookFiles, rulesFolder } from '@kanwu/node'

/** The day that examples without a date are judged by. */
export const EXAMPLE_DATE = '2026-11-22'

let parsed: Rulebook | undefined

/** The rulebook as its files stand, parsed anew in each test process. */
export function wholeRulebook(): Rulebook {
  parsed ??= parseRulebook(readRulebookFiles(rulesFolder()))
  return parsed
}

/** The rulebook with the rules that pass, all sources and catalogs. */
export function rulebookOf(keep: (rule: Rule) => boolean): Rulebook {
  const rulebook = wholeRulebook()
  return { ...rulebook, rules: rulebook.rules.filter(keep) }
}
