import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/** Options as node:util's parseArgs takes them. */
export type OptionTable = NonNullable<ParseArgsConfig['options']>

/** What was given for each option, and the rest. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly paths: readonly string[]
}

/**
 * Parses a command's arguments.
 * @throws UsageError for an unknown option, a missing value, or a value that is none of the choices.
 */
export function readArguments(args: readonly string[], options: OptionTable, help: string): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { values: values as Arguments['values'], paths: positionals }
  } catch (error) {
    throw new UsageError(describe(error), help)
  }
}

/**
 * One of `choices`, or `otherwise` when the option was not given.
 * @throws UsageError when it is something else.
 */
export function choose<Choice extends string>(
  { values }: Arguments,
  option: string,
  { choices, otherwise, help }: { choices: readonly Choice[]; otherwise: Choice; help: string },
): Choice {
  const given = values[option]
  if (given === undefined) return otherwise
  const chosen = choices.find((choice) => choice === given)
  if (chosen === undefined) throw new UsageError(`--${option} 只能是 ${choices.join('、')}`, help)
  return chosen
}

function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const unknown = /Unknown option '([^']+)'/.exec(message)
  if (unknown) return `不认识的选项 ${unknown[1]}`
  const missing = /Option '([^']+)' argument missing/.exec(message)
  return missing ? `选项 ${missing[1]} 缺少值` : message
}
