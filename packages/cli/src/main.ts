import process from 'node:process'
import { maskAll, RulebookError } from '@kanwu/core'
import { EXIT } from './exit-code.ts'
import { print } from './print.ts'
import { UsageError } from './usage-error.ts'

/** Set by the launcher: whether this is a worker thread of a run. */
declare const KANWU_START: { readonly worker: boolean } | undefined

/** A subcommand: takes the arguments after its name, prints, and answers the exit code. */
type Command = (args: readonly string[]) => Promise<number>

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  explain: async () => (await import('./commands/explain.ts')).explain,
  fix: async () => (await import('./commands/fix.ts')).fix,
  law: async () => (await import('./commands/law.ts')).law,
  model: async () => (await import('./commands/model.ts')).model,
  rules: async () => (await import('./commands/rules.ts')).rules,
}

const HELP = `用法：kanwu <命令> [选项]

  check [路径|通配符|-]…     检查文稿
  fix [路径|通配符]…         按建议改正文稿
  explain 规则|文件:行       说明一条规则，或一处为何报、为何不报
  law 题名 [--date 日期]       查一部法律法规：效力、条数、替代
  model build 目录…          由本单位文稿统计语言模型
  rules [--format json]      列出全部规则

  kanwu <命令> --help        查看该命令的选项
`

const isWorker = typeof KANWU_START === 'undefined' ? false : KANWU_START.worker
if (isWorker) import('./files/worker.ts').then(({ work }) => work())
else {
  run(process.argv.slice(2)).then((code) => {
    process.exitCode = code
  })
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(HELP)
    return name === undefined ? EXIT.failed : EXIT.clean
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (load === undefined) throw new UsageError(`没有这个命令：${name}`, HELP)
    return await (await load())(args)
  } catch (error) {
    process.stderr.write(`${maskAll(explainError(error))}\n`)
    return EXIT.failed
  }
}

function explainError(error: unknown): string {
  if (error instanceof UsageError) return `kanwu: ${error.message}\n${error.help}`
  if (error instanceof RulebookError) return `kanwu: ${error.message}`
  return `kanwu: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
