import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type Checker,
  type CheckSettings,
  createChecker,
  type DraftDate,
  type FileReport,
  formatOfFile,
  intlSegmenter,
  type LinkAnswer,
  type ModelProvider,
  type Rulebook,
  RulebookError,
  type Source,
  type Timing,
  untimed,
} from '@kanwu/core'
import { findConfig, type LoadedConfig, loadConfig } from './config/load.ts'
import type { Config } from './config/schema.ts'
import { settingsFor } from './config/settings.ts'
import { defaultModel, modelWithOwn } from './model/load.ts'
import { loadRulebook } from './rulebook/load.ts'
import { hostSegmenter } from './segmentation/jieba.ts'
import { thisRun } from './start.ts'

/** A draft as a host has it. */
export interface Draft {
  readonly text: string
  /** The file's path, or the name it would have; decides format and settings. */
  readonly path: string
  /** The day to judge by, whatever the document and the configuration say. */
  readonly date?: DraftDate
  /** A format's name, better known to the host than to the path; the configuration's word goes before it. */
  readonly format?: string
  /** What the network said of the draft's links. */
  readonly answers?: Readonly<Record<string, LinkAnswer>>
}

/** The drafts that one configuration holds for, and the checker made for it. */
export interface Project {
  readonly rulebook: Rulebook
  readonly config: LoadedConfig
  check(draft: Draft): FileReport
  /** The reports of several drafts, in their order, sooner than one by one. */
  checkAll(drafts: readonly Draft[]): FileReport[]
  /** Like `check`, for a draft that is checked again and again as it is edited. */
  openSession(): Pick<Project, 'check'>
}

/** Finds the project of each file; loads every configuration and the rulebook once. */
export interface Projects {
  /** @throws RulebookError when the configuration or the project's own rules do not load. */
  forFile(path: string): Promise<Project>
}

/** How a host opens projects. */
export interface ProjectOptions {
  /** A configuration file for all drafts, or `none`; when absent each file's nearest one holds. */
  readonly config?: string
  /** Today, `YYYY-MM-DD`, by the host's clock. */
  readonly today: string
  /** The rulebook; the one that comes with kanwu when absent. */
  readonly rulebook?: () => Promise<Rulebook>
  /** The language model; the one that comes with kanwu when absent. */
  readonly model?: ModelProvider
  /** Told how long `rulebook`, the loading of it, takes, and everything that a checker tells. */
  readonly timing?: Timing
}

/** Opens the projects of a host. */
export function openProjects(options: ProjectOptions): Projects {
  const opened = new Map<string, Promise<Project>>()
  let rulebook: Promise<Rulebook> | undefined
  const open = async (path: string | undefined): Promise<Project> => {
    rulebook ??= (options.timing ?? untimed)('rulebook', options.rulebook ?? loadRulebook)
    return openProject(path, await rulebook, options)
  }
  return {
    forFile(path) {
      const config = configFor(path, options)
      const key = config ?? ''
      const project = opened.get(key) ?? open(config)
      opened.set(key, project)
      return project
    },
  }
}

/** Today by this machine's clock and time zone. */
export function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function configFor(path: string, { config }: ProjectOptions): string | undefined {
  if (config === 'none') return undefined
  return config === undefined ? findConfig(dirname(resolve(path))) : resolve(config)
}

async function openProject(
  path: string | undefined,
  builtIn: Rulebook,
  { today: day, model: standard = defaultModel, timing }: ProjectOptions,
): Promise<Project> {
  const loaded = path === undefined ? { config: {}, folder: process.cwd() } : await loadConfig(path, builtIn)
  const rulebook = withSettings(await withOwnRules(builtIn, loaded), loaded.config.with ?? {})
  const segmenter = loaded.config.segmenter === 'intl' ? intlSegmenter() : hostSegmenter()
  const model = modelOf(loaded, standard)
  const checker = createChecker({ rulebook, segmenter, ...(model && { model }), ...(timing && { timing }) })
  return projectOf(checker, { rulebook, config: loaded, day })
}

function modelOf({ config, folder }: LoadedConfig, standard: ModelProvider): ModelProvider | undefined {
  if (config.model === 'off') return undefined
  return config.model === undefined ? standard : modelWithOwn(resolve(folder, config.model))
}

function projectOf(
  checker: Checker,
  { rulebook, config, day }: { readonly rulebook: Rulebook; readonly config: LoadedConfig; readonly day: string },
): Project {
  const sourceOf = ({ text, path, date, answers = {}, format: known }: Draft): ConfiguredSource => {
    const settings = settingsFor(path, config)
    const format = settings.format ?? known ?? formatOfFile(path)
    const given = date === undefined ? { dateOtherwise: settings.date ?? day } : { date }
    return { source: { text, format, uri: path, answers, ...given }, settings: settings satisfies CheckSettings }
  }
  const checkWith =
    (check: Checker['check']) =>
    (draft: Draft): FileReport => {
      const { source, settings } = sourceOf(draft)
      thisRun.checked = true
      return check(source, settings)
    }
  return {
    rulebook,
    config,
    check: checkWith(checker.check),
    checkAll: (drafts) => {
      thisRun.checked ||= drafts.length > 0
      const settings = new Map(drafts.map(sourceOf).map((one) => [one.source, one.settings]))
      return checker.checkAll([...settings.keys()], (source) => settings.get(source)!)
    },
    openSession: () => ({ check: checkWith(checker.openSession().check) }),
  }
}

/** A draft as a checker takes it, and what its configuration sets for it. */
interface ConfiguredSource {
  readonly source: Source
  readonly settings: CheckSettings
}

/** The project's own settings of single rules, laid over those of the rulebook. */
function withSettings(rulebook: Rulebook, settings: NonNullable<Config['with']>): Rulebook {
  if (Object.keys(settings).length === 0) return rulebook
  const rules = rulebook.rules.map((rule) => {
    const own = settings[rule.id]
    return own === undefined ? rule : { ...rule, with: { ...rule.with, ...own } }
  })
  return { ...rulebook, rules }
}

async function withOwnRules(rulebook: Rulebook, { config, folder }: LoadedConfig): Promise<Rulebook> {
  const { 'own-rules': topicPaths = [], 'own-catalogs': catalogPaths = [] } = config
  if (topicPaths.length + catalogPaths.length === 0) return rulebook
  const { extendRulebook, ownCatalogRule, readOwnCatalog } = await import('@kanwu/core/rulebook')
  const read = (what: string) => (path: string) => ({ path, text: readOwn(resolve(folder, path), path, what) })
  const own = catalogPaths.map((path, index) => readOwnCatalog(read('名称表')(path), `names-${index + 1}`))
  const problems = own.flatMap((one) => one.problems)
  if (problems.length > 0) throw new RulebookError(problems)
  const catalogs = own.flatMap(({ catalog }) => (catalog === undefined ? [] : [catalog]))
  return extendRulebook(rulebook, {
    topics: topicPaths.map(read('规则文件')),
    catalogs,
    rules: catalogs.map(ownCatalogRule),
  })
}

function readOwn(path: string, name: string, what: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new RulebookError([
      { file: name, line: 0, message: `本单位${what}不存在或不能读取`, hint: '检查配置中的路径' },
    ])
  }
}
