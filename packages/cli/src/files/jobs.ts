import { statSync } from 'node:fs'
import process from 'node:process'
import type { Arguments, OptionTable } from '../arguments.ts'
import { UsageError } from '../usage-error.ts'

/** The option of commands that may check in several threads. */
export const JOBS_OPTION: OptionTable = { jobs: { type: 'string' } }

/** What it means. */
export const JOBS_HELP = '  --jobs 数                  同时用几个线程；默认文稿多时每个处理器一个，少时一个'

/** Bytes of drafts that keep a thread busy for several times as long as it takes to start. */
const WORTH_A_THREAD = 1_500_000

/** More than any machine has use for. */
const MOST = 256

/** Set by the bundler: only the bundle can be started in a thread. */
declare const KANWU_BUILD: string | undefined

/**
 * The number that --jobs names; undefined without it.
 * @throws UsageError when it is no whole number from 1 to 256.
 */
export function jobsOf({ values }: Arguments, help: string): number | undefined {
  const given = values['jobs']
  if (given === undefined) return undefined
  const jobs = /^\d{1,3}$/.test(String(given)) ? Number(given) : 0
  if (jobs < 1 || jobs > MOST) throw new UsageError(`--jobs 应为 1 到 ${MOST} 的整数，不是 ${given}`, help)
  return jobs
}

/** How many threads check the files at `paths`: as many as were asked for, or as have enough to do. */
export function threadsFor(paths: readonly string[], jobs: number | undefined): number {
  if (typeof KANWU_BUILD === 'undefined' || paths.length < 2) return 1
  return Math.min(jobs ?? worthwhile(paths), paths.length)
}

function worthwhile(paths: readonly string[]): number {
  const most = process.getBuiltinModule('node:os').availableParallelism()
  let bytes = 0
  for (const path of paths) {
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0
    if (bytes >= most * WORTH_A_THREAD) return most
  }
  return Math.max(1, Math.floor(bytes / WORTH_A_THREAD))
}
