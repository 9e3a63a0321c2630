import type { Rulebook } from '@kanwu/core'
import type { CheckedFile } from '../reporters/reporter.ts'
import { summarise } from '../reporters/summary.ts'
import type { Spent, Stopwatch } from './stopwatch.ts'

/** A stage of the run: `match` has a line for each kind of matcher. */
export interface StageTime extends Spent {
  readonly stage: string
  /** The kind of matcher, as a rule's `detect` names it. */
  readonly kind?: string
}

/** What a rule did. Rules of one kind share one search; only those with an expression of their own have a time. */
export interface RuleCount {
  readonly rule: string
  /** Absent for a rule of another folder's configuration. */
  readonly kind?: string
  /** Found by the matcher: findings and what was exempted. */
  readonly matches: number
  readonly findings: number
  readonly exempted: number
  /** Part of its kind's time. */
  readonly milliseconds?: number
}

/** Where the time of a run went; each list with the most first. */
export interface Stats {
  /** Since the process began. */
  readonly milliseconds: number
  readonly files: number
  /** UTF-16 units of the texts that were checked. */
  readonly characters: number
  readonly stages: readonly StageTime[]
  readonly rules: readonly RuleCount[]
}

const RULE = 'rule '
const MATCH = 'match '

/** The stats of a run so far. `files` as they were checked, whatever severities will be shown. */
export function statsOf(stopwatch: Stopwatch, files: readonly CheckedFile[], { rules }: Rulebook): Stats {
  const { files: read, characters } = summarise(files)
  const kinds = new Map(rules.map(({ id, detect }) => [id, detect]))
  return {
    milliseconds: tenths(stopwatch.total),
    files: read,
    characters,
    stages: stagesOf(stopwatch.spent).sort((a, b) => b.milliseconds - a.milliseconds),
    rules: rulesOf(stopwatch.spent, files, kinds).sort(byWeight),
  }
}

function stagesOf(spent: ReadonlyMap<string, Spent>): StageTime[] {
  return [...spent]
    .filter(([task]) => !task.startsWith(RULE))
    .map(([task, { milliseconds, times }]) => {
      const isMatching = task.startsWith(MATCH)
      const stage = isMatching ? { stage: 'match', kind: task.slice(MATCH.length) } : { stage: task }
      return { ...stage, milliseconds: tenths(milliseconds), times }
    })
}

function rulesOf(
  spent: ReadonlyMap<string, Spent>,
  files: readonly CheckedFile[],
  kinds: ReadonlyMap<string, string>,
): RuleCount[] {
  const findings = countOf(files.flatMap(({ report }) => report.findings.map(({ rule }) => rule)))
  const exempted = countOf(files.flatMap(({ report }) => report.exempted.map(({ finding }) => finding.rule)))
  const timed = [...spent.keys()].filter((task) => task.startsWith(RULE)).map((task) => task.slice(RULE.length))
  return [...new Set([...findings.keys(), ...exempted.keys(), ...timed])].map((rule) => {
    const [told = 0, silent = 0] = [findings.get(rule), exempted.get(rule)]
    const time = spent.get(RULE + rule)
    const kind = kinds.get(rule)
    return {
      rule,
      ...(kind === undefined ? {} : { kind }),
      matches: told + silent,
      findings: told,
      exempted: silent,
      ...(time === undefined ? {} : { milliseconds: tenths(time.milliseconds) }),
    }
  })
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function byWeight(a: RuleCount, b: RuleCount): number {
  return (b.milliseconds ?? 0) - (a.milliseconds ?? 0) || b.matches - a.matches || a.rule.localeCompare(b.rule)
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
