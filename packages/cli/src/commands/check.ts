import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { type Severity, untimed } from '@kanwu/core'
import { type Arguments, choose, type OptionTable, readArguments } from '../arguments.ts'
import { exitCodeOf, GRAVITY } from '../exit-code.ts'
import { checkInputs, INPUT_HELP, INPUT_OPTIONS } from '../files/inputs.ts'
import { JOBS_HELP, JOBS_OPTION } from '../files/jobs.ts'
import { print, terminalColumns } from '../print.ts'
import { type ReporterName, reporterNames, reporters } from '../reporters/index.ts'
import type { CheckedFile, Rendering } from '../reporters/reporter.ts'
import { statsOf } from '../stats/stats.ts'
import { Stopwatch } from '../stats/stopwatch.ts'
import { tableOf } from '../stats/table.ts'
import { warn } from '../warn.ts'

const HELP = `用法：kanwu check [路径|通配符|-]…

${INPUT_HELP}
${JOBS_HELP}
  --format ${reporterNames.join('|')}
                             输出格式，默认 text
  --output 文件              写入文件，不写到标准输出
  --severity error|warning|info
                             至少多重才显示，默认 warning
  --fail-on error|warning|info|never
                             至少多重才以 1 退出，默认 error
  --check-links              联网核对链接是否可用（默认不联网）
  --check-private-links      连同内部网络的链接一起核对
  --reveal                   显示个人信息的原文（默认遮盖）
  --stats                    各环节、各类检测用了多少时间，各条规则命中多少：写到标准错误，JSON 中为 stats

退出码：0 没有达到 --fail-on 的问题；1 有；2 用法、配置有误或有文件没能检查
`

const OPTIONS: OptionTable = {
  ...INPUT_OPTIONS,
  ...JOBS_OPTION,
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  severity: { type: 'string' },
  'fail-on': { type: 'string' },
  'check-links': { type: 'boolean' },
  'check-private-links': { type: 'boolean' },
  reveal: { type: 'boolean' },
  stats: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** `kanwu check`: findings to stdout or --output, everything else to stderr. */
export async function check(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS, HELP)
  if (given.values['help']) {
    print(HELP)
    return 0
  }
  const format = choose<ReporterName>(given, 'format', { choices: reporterNames, otherwise: 'text', help: HELP })
  const severity = choose<Severity>(given, 'severity', { choices: SEVERITIES, otherwise: 'warning', help: HELP })
  const failOn = choose<Severity | 'never'>(given, 'fail-on', {
    choices: [...SEVERITIES, 'never'],
    otherwise: 'error',
    help: HELP,
  })

  const stopwatch = given.values['stats'] === true ? new Stopwatch() : undefined
  const { files: read, rulebook } = await checkInputs(given, HELP, stopwatch?.timing)
  const files = await answered(read, given)
  for (const { path, report } of files) {
    for (const { message, effect } of report.problems) if (effect === 'unread') warn(`${path}: ${message}`)
  }
  const render = await reporters[format]()
  const shown = files.map((file) => atLeast(file, severity))
  const stats = stopwatch && statsOf(stopwatch, files, rulebook)
  const timed = stopwatch?.timing ?? untimed
  const output = timed('render', () => render({ files: shown, rulebook, ...displayOf(given), ...(stats && { stats }) }))
  write(given, output)
  if (stopwatch) process.stderr.write(tableOf(statsOf(stopwatch, files, rulebook)))
  return exitCodeOf(
    files.map(({ report }) => report),
    failOn,
  )
}

/** The files with what the network says of their links, when the command line asks for that. */
async function answered(files: readonly CheckedFile[], given: Arguments): Promise<readonly CheckedFile[]> {
  if (given.values['check-links'] !== true && given.values['check-private-links'] !== true) return files
  const { withLinkAnswers } = await import('../files/link-answers.ts')
  return withLinkAnswers(files, given)
}

function atLeast(file: CheckedFile, severity: Severity): CheckedFile {
  const findings = file.report.findings.filter((finding) => GRAVITY[finding.severity] >= GRAVITY[severity])
  return { ...file, report: { ...file.report, findings } }
}

function write({ values }: Arguments, output: string): void {
  if (typeof values['output'] === 'string') writeFileSync(values['output'], output)
  else print(output)
}

/** Colour only on a terminal, and never when NO_COLOR is set to anything. */
function displayOf({ values }: Arguments): Pick<Rendering, 'reveal' | 'terminal'> {
  const columns = values['output'] === undefined ? terminalColumns() : undefined
  const colour = columns !== undefined && !process.env['NO_COLOR']
  return { reveal: values['reveal'] === true, terminal: { colour, columns: columns ?? 100 } }
}
