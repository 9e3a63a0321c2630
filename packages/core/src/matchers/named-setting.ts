import { type LoadProblem, RulebookError } from '../rulebook/error.ts'
import { closest } from '../text/closest.ts'
import type { Rule } from '../types.ts'

/** A setting that names one of a few things a matcher knows, e.g. `with: {fault: look-alike}`. */
export interface NamedSetting {
  readonly setting: string
  readonly known: readonly string[]
}

/**
 * Makes sure that every rule names something known.
 * @throws RulebookError with the nearest known name for each rule that does not.
 */
export function requireKnown(rules: readonly Rule[], { setting, known }: NamedSetting): void {
  const problems = rules.flatMap((rule): LoadProblem[] => {
    const name = String(rule.with[setting])
    if (known.includes(name)) return []
    const near = closest(name, known)
    const hint = near === undefined ? `可选：${known.join('、')}` : `是否为 ${near}？`
    return [{ file: `${rule.topic}.yaml`, line: 0, message: `${rule.id} 的 ${setting} 不认识：${name}`, hint }]
  })
  if (problems.length > 0) throw new RulebookError(problems)
}

/** The JSON Schema of settings that hold one: the name, and other settings beside it. */
export function namedSettingSchema({ setting, known }: NamedSetting): object {
  return { type: 'object', properties: { [setting]: { enum: known } }, required: [setting] }
}

/**
 * Each rule with the check that its `with: {check: name}` names.
 * @throws RulebookError for a name that is no check.
 */
export function bindChecks<Check>(
  rules: readonly Rule[],
  checks: Readonly<Record<string, Check>>,
): { readonly rule: Rule; readonly check: Check }[] {
  requireKnown(rules, { setting: 'check', known: Object.keys(checks) })
  return rules.map((rule) => ({ rule, check: checks[String(rule.with['check'])]! }))
}
