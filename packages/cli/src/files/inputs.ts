import { join } from 'node:path'
import process from 'node:process'
import { type DraftDate, type FileReport, type Rulebook, RulebookError, type Timing, untimed } from '@kanwu/core'
import { type FileText, findFiles, openProjects, type Projects, readText, textOf, today } from '@kanwu/node'
import type { Arguments, OptionTable } from '../arguments.ts'
import type { CheckedFile } from '../reporters/reporter.ts'
import { UsageError } from '../usage-error.ts'
import { warn } from '../warn.ts'

/** The options of every command that checks files. */
export const INPUT_OPTIONS: OptionTable = {
  date: { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  'stdin-filename': { type: 'string' },
}

/** What they mean. */
export const INPUT_HELP = `  --date YYYY-MM-DD|unknown  按哪一天判断；默认用文稿自身的日期、配置中的日期，都没有则用今天
  --config 文件              配置文件；默认从文稿所在目录向上找 kanwu.config.yaml
  --no-config                不读配置文件
  --stdin-filename 名称      标准输入的文件名，决定格式和配置`

/** Every input checked, and the rulebook it was checked with. */
export interface CheckedInputs {
  readonly files: readonly CheckedFile[]
  readonly rulebook: Rulebook
}

/**
 * Checks what the command line names. A file that cannot be read or configured becomes a report with a problem of
 * effect `unread`; the others are checked all the same. `timing` is told of `read`, `decode` and what projects tell.
 * @throws UsageError when nothing is named or --date is no date.
 */
export async function checkInputs(given: Arguments, help: string, timing?: Timing): Promise<CheckedInputs> {
  const date = dateOf(given, help)
  if (given.paths.length === 0) throw new UsageError('没有指明要检查的文件（- 表示标准输入）', help)
  const projects = projectsOf(given, timing)
  const timed = timing ?? untimed
  const { rulebook } = await projects
    .forFile(join(process.cwd(), 'stdin.txt'))
    .catch(() => openProjects({ config: 'none', today: today() }).forFile('.'))
  const inputs = given.paths.filter((path) => path !== '-')
  const found = await findFiles(inputs, process.cwd())
  const files = found.problems.map(({ path, message }) => unread(path, `未检查：${message}`))
  if (given.paths.includes('-')) {
    const name = typeof given.values['stdin-filename'] === 'string' ? given.values['stdin-filename'] : 'stdin.txt'
    const bytes = await timed('read', standardInput)
    files.push(
      await checkText(
        name,
        timed('decode', () => textOf(bytes)),
        { projects, date },
      ),
    )
  }
  for (const path of found.files) files.push(await checkText(path, readText(path, timing), { projects, date }))
  return { files, rulebook }
}

async function standardInput(): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The projects that --config and --no-config ask for. */
export function projectsOf({ values }: Arguments, timing?: Timing): Projects {
  const config = values['no-config'] === true ? 'none' : values['config']
  const own = { ...(typeof config === 'string' && { config }), ...(timing && { timing }) }
  return openProjects({ ...own, today: today() })
}

async function checkText(
  path: string,
  read: FileText,
  { projects, date }: { readonly projects: Projects; readonly date: DraftDate | undefined },
): Promise<CheckedFile> {
  if ('problem' in read) return unread(path, read.problem)
  try {
    const project = await projects.forFile(path)
    const report = project.check({ text: read.text, path, ...(date === undefined ? {} : { date }) })
    return { path, text: read.text, report }
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error
    sayOnce(error.message)
    return unread(path, '未检查：配置或规则有误')
  }
}

const said = new Set<string>()

function sayOnce(message: string): void {
  if (said.has(message)) return
  said.add(message)
  warn(message)
}

function unread(path: string, message: string): CheckedFile {
  const report: FileReport = {
    uri: path,
    format: 'unknown',
    date: 'unknown',
    characters: 0,
    problems: [{ message, effect: 'unread' }],
    findings: [],
    exempted: [],
  }
  return { path, text: '', report }
}

function dateOf({ values }: Arguments, help: string): DraftDate | undefined {
  const date = values['date']
  if (typeof date !== 'string') return undefined
  if (date === 'unknown') return date
  const day = new Date(`${date}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) {
    throw new UsageError(`--date 应为 YYYY-MM-DD 或 unknown，不是 ${date}`, help)
  }
  return date
}
