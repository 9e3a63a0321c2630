import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { closest, type LoadProblem, type Rulebook, RulebookError, type TextFile } from '@kanwu/core'
import type { YamlFile } from '@kanwu/core/rulebook'
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

/** What is wrong with a configuration's text; nothing when it would load. */
export async function checkConfig(file: TextFile, rulebook: Rulebook): Promise<readonly LoadProblem[]> {
  return (await parseConfig(file, rulebook)).problems
}

async function parseConfig(
  file: TextFile,
  rulebook: Rulebook,
): Promise<{ readonly config: Config; readonly problems: readonly LoadProblem[] }> {
  const [{ readYaml }, { configSchema }] = await Promise.all([import('@kanwu/core/rulebook'), import('./schema.ts')])
  const yaml = readYaml<Config | null>(file, configSchema)
  const config = yaml.data ?? {}
  const problems = [
    ...yaml.problems.filter(() => yaml.data !== null),
    ...unknownRules(config, yaml, { path: file.path, rulebook }),
  ]
  return { config, problems }
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

/** Rule ids and categories that the rulebook does not have; own rules' fields are not known yet and pass. */
function unknownRules(
  config: Config,
  yaml: YamlFile<Config | null>,
  { path, rulebook }: { readonly path: string; readonly rulebook: Rulebook },
): LoadProblem[] {
  if ((config['own-rules'] ?? []).length > 0) return []
  const ids = new Set(rulebook.rules.flatMap(({ id, category }) => [id, category]))
  const categories = new Set(rulebook.rules.map(({ category }) => category))
  const unknown = (names: object | undefined, known: ReadonlySet<string>, key: readonly (string | number)[]) =>
    Object.keys(names ?? {})
      .filter((name) => !known.has(name))
      .map((name): LoadProblem => {
        const near = closest(name, known)
        const hint = near === undefined ? '用 kanwu rules 查看' : `是否为 ${near}？`
        return { file: path, line: yaml.lineOf([...key, name]), message: `没有这样的规则或领域：${name}`, hint }
      })
  return [
    { settings: config, key: [] as (string | number)[] },
    ...(config.overrides ?? []).map((settings, index) => ({ settings, key: ['overrides', index] })),
  ].flatMap(({ settings, key }) => [
    ...unknown(settings.rules, ids, [...key, 'rules']),
    ...unknown(settings.packs, categories, [...key, 'packs']),
  ])
}
