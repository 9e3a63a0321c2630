import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Rulebook, RulebookError } from '@kanwu/core'
import { parseConfig } from './parse.ts'
import type { Config } from './schema.ts'

/** A configuration with the folder its paths are relative to. */
export interface LoadedConfig {
  readonly config: Config
  readonly folder: string
  /** Absent when there is no configuration file. */
  readonly path?: string
}

const NAMES = ['kanwu.config.yaml', 'kanwu.config.yml']

/** The configuration file that holds for a folder: the nearest one, upwards. */
export function findConfig(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = NAMES.map((name) => join(at, name)).find((path) => existsSync(path))
    if (found !== undefined) return found
    if (dirname(at) === at) return undefined
  }
}

/**
 * Loads a configuration file.
 * @throws RulebookError with line and key for whatever it does not know.
 */
export async function loadConfig(path: string, rulebook: Rulebook): Promise<LoadedConfig> {
  const { config, problems } = await parseConfig({ path, text: readConfig(path) }, rulebook)
  if (problems.length > 0) throw new RulebookError(problems)
  return { config, folder: dirname(path), path }
}

function readConfig(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new RulebookError([
      { file: path, line: 0, message: '配置文件不存在或不能读取', hint: '检查 --config 的路径' },
    ])
  }
}
