import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** kanwu's launcher, as `kanwu` runs it. */
export const KANWU = fileURLToPath(new URL('../../packages/cli/bin/kanwu.cjs', import.meta.url))

const PEAK = fileURLToPath(new URL('./peak-memory.cjs', import.meta.url))

/** Processor milliseconds, user and system, that a Node with these arguments takes from start to end. */
export function processorTimeOf(args) {
  const shell = ['-c', 'times >/dev/null; "$@" >/dev/null 2>&1; times', '_', process.execPath, ...args]
  const { stdout } = spawnSync('bash', shell, { encoding: 'utf8' })
  const [, children] = stdout.trim().split('\n')
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, rest]) => minutes * 60 + Number(rest))
  return seconds.reduce((sum, part) => sum + part, 0) * 1000
}

/** The most memory, in megabytes, that such a Node held at any moment. */
export function peakMemoryOf(args) {
  const { output, status } = spawnSync(process.execPath, ['--require', PEAK, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return Number(output[3]) / 1024
}

/** The path of a new file with this text. */
export function fileOf(name, text) {
  const path = join(mkdtempSync(join(tmpdir(), 'kanwu-bench-')), name)
  writeFileSync(path, text)
  return path
}
