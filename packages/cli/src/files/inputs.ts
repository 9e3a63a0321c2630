import { join } from 'node:path'
import process from 'node:process'
import { type DraftDate, type Rulebook, type Timing, untimed } from '@kanwu/core'
import { findFiles, openProjects, type Projects, textOf, today } from '@kanwu/node'
import type { Arguments, OptionTable } from '../arguments.ts'
import type { CheckedFile } from '../reporters/reporter.ts'
import { UsageError } from '../usage-error.ts'
import { warn } from '../warn.ts'
import { checkFiles, checkTexts, type FileOutcome, type Judging, unread } from './check-files.ts'
import { jobsOf, threadsFor } from './jobs.ts'

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
 * Where --jobs or the bulk of the files asks for it, in several threads; but timed, always in this one.
 * @throws UsageError when nothing is named, --date is no date or --jobs no number.
 */
export async function checkInputs(given: Arguments, help: string, timing?: Timing): Promise<CheckedInputs> {
  const date = dateOf(given, help)
  const jobs = jobsOf(given, help)
  if (given.paths.length === 0) throw new UsageError('没有指明要检查的文件（- 表示标准输入）', help)
  const projects = projectsOf(given, timing)
  const { rulebook } = await projects
    .forFile(join(process.cwd(), 'stdin.txt'))
    .catch(() => openProjects({ config: 'none', today: today() }).forFile('.'))
  const inputs = given.paths.filter((path) => path !== '-')
  const found = await findFiles(inputs, process.cwd())
  const judging = { projects, date }
  const missing: readonly FileOutcome[] = found.problems.map(({ path, message }) => ({
    file: unread(path, `未检查：${message}`),
  }))
  const piped = given.paths.includes('-') ? await checkPiped(given, judging, timing) : []
  const threads = timing === undefined ? threadsFor(found.files, jobs) : 1
  const read =
    threads === 1
      ? await checkFiles(found.files, judging, timing)
      : await checkThere(found.files, given, { date, threads })
  const outcomes = [...missing, ...piped, ...read]
  for (const trouble of new Set(outcomes.map((one) => one.trouble))) if (trouble !== undefined) warn(trouble)
  return { files: outcomes.map(({ file }) => file), rulebook }
}

async function checkPiped(
  { values }: Arguments,
  judging: Judging,
  timing: Timing | undefined,
): Promise<readonly FileOutcome[]> {
  const timed = timing ?? untimed
  const name = typeof values['stdin-filename'] === 'string' ? values['stdin-filename'] : 'stdin.txt'
  const bytes = await timed('read', standardInput)
  const read = timed('decode', () => textOf(bytes))
  return checkTexts([{ path: name, read }], judging)
}

async function checkThere(
  paths: readonly string[],
  given: Arguments,
  settings: { readonly date: DraftDate | undefined; readonly threads: number },
): Promise<readonly FileOutcome[]> {
  const { checkInThreads } = await import('./threads.ts')
  return checkInThreads(paths, { ...settings, config: configOf(given) })
}

async function standardInput(): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The projects that --config and --no-config ask for. */
export function projectsOf(given: Arguments, timing?: Timing): Projects {
  const config = configOf(given)
  const own = { ...(config !== undefined && { config }), ...(timing && { timing }) }
  return openProjects({ ...own, today: today() })
}

function configOf({ values }: Arguments): string | undefined {
  if (values['no-config'] === true) return 'none'
  return typeof values['config'] === 'string' ? values['config'] : undefined
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
