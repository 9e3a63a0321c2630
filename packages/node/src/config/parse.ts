import { closest, type LoadProblem, type Rulebook, type TextFile } from '@kanwu/core'
import type { YamlFile } from '@kanwu/core/rulebook'
import type { Config } from './schema.ts'

/** A configuration's text, read: what it says and what is wrong with it. */
export interface ParsedConfig {
  readonly config: Config
  /** Nothing when the configuration may be used. */
  readonly problems: readonly LoadProblem[]
}

/** Reads a configuration's text and holds it against its schema and the rulebook; never throws, asks no file system. */
export async function parseConfig(file: TextFile, rulebook: Rulebook): Promise<ParsedConfig> {
  const [{ readYaml }, { configSchema }] = await Promise.all([import('@kanwu/core/rulebook'), import('./schema.ts')])
  const yaml = readYaml<Config | null>(file, configSchema)
  const config = yaml.data ?? {}
  const problems = [
    ...yaml.problems.filter(() => yaml.data !== null),
    ...unknownRules(config, yaml, { path: file.path, rulebook }),
  ]
  return { config, problems }
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
  const ruleIds = new Set(rulebook.rules.map(({ id }) => id))
  const perFile = [
    { settings: config, key: [] as (string | number)[] },
    ...(config.overrides ?? []).map((settings, index) => ({ settings, key: ['overrides', index] })),
  ].flatMap(({ settings, key }) => [
    ...unknown(settings.rules, ids, [...key, 'rules']),
    ...unknown(settings.packs, categories, [...key, 'packs']),
  ])
  return [...perFile, ...unknown(config.with, ruleIds, ['with'])]
}
