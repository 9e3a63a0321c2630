import type { Rule } from '@kanwu/core'
import { choose, readArguments } from '../arguments.ts'
import { INPUT_OPTIONS, projectsOf } from '../files/inputs.ts'
import { print } from '../print.ts'

const HELP = `用法：kanwu rules [--format text|json]

  列出全部规则：编号、严重程度、错在哪里。带上 --config 时含本单位规则
`

/** `kanwu rules`: the rulebook, for people or programs. */
export async function rules(args: readonly string[]): Promise<number> {
  const given = readArguments(
    args,
    { ...INPUT_OPTIONS, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    HELP,
  )
  if (given.values['help']) {
    print(HELP)
    return 0
  }
  const format = choose(given, 'format', { choices: ['text', 'json'], otherwise: 'text', help: HELP })
  const { rulebook } = await projectsOf(given).forFile('./-')
  const sorted = [...rulebook.rules].sort((a, b) => (a.id < b.id ? -1 : 1))
  const json = {
    version: rulebook.version,
    asOf: rulebook.asOf,
    rules: sorted.map((rule) => ({ ...rule, examples: undefined })),
  }
  print(format === 'json' ? `${JSON.stringify(json, undefined, 2)}\n` : `${sorted.map(line).join('\n')}\n`)
  return 0
}

function line({ id, severity, status, message }: Rule): string {
  return `${(status === 'trial' ? 'info' : severity).padEnd(8)}${id}  ${message}`
}
