import type { Allowance, Catalog, PublishedSource, Rule, Rulebook } from '../types.ts'
import { parseCatalog } from './catalog.ts'
import { type LoadProblem, RulebookError } from './error.ts'
import { type AllowanceEntry, type RuleEntry, sourcesSchema, type TopicEntry, topicSchema } from './schema.ts'
import { validateRules } from './validate.ts'
import { readYaml, type TextFile } from './yaml-file.ts'

/** The text files of a rules folder, paths relative to it with `/`. */
export interface RulebookFiles {
  readonly version: string
  readonly sources: TextFile
  readonly topics: readonly TextFile[]
  readonly catalogs: readonly TextFile[]
}

/** A rule together with the place it was read from, for messages. */
export interface LocatedRule {
  readonly rule: Rule
  readonly file: string
  readonly line: number
}

/**
 * Reads a rules folder.
 * @throws RulebookError with every problem found: file, line, what is wrong, what to do.
 */
export function parseRulebook(files: RulebookFiles): Rulebook {
  const problems: LoadProblem[] = []
  const sources = readSources(files.sources, problems)
  const rules = files.topics.flatMap((file) => readTopic(file, problems))
  const catalogs = files.catalogs.flatMap((file) => {
    const parsed = parseCatalog(file)
    problems.push(...parsed.problems)
    return parsed.catalog === undefined ? [] : [parsed.catalog]
  })
  problems.push(...validateRules(rules, { sources, catalogs, sourcesFile: files.sources.path }))
  if (problems.length > 0) throw new RulebookError(problems)
  return {
    version: files.version,
    asOf: latest(catalogs),
    rules: rules.map(({ rule }) => rule),
    sources: Object.fromEntries(sources.map((source) => [source.id, source])),
    catalogs: Object.fromEntries(catalogs.map((catalog) => [catalog.name, catalog])),
  }
}

/** Rules and catalogs of a project's own, beside the rulebook that comes with kanwu. */
export interface OwnRules {
  /** Topic files; a rule may cite the source `own`, the project itself. */
  readonly topics: readonly TextFile[]
  readonly catalogs: readonly Catalog[]
  /** Rules made by the host for its catalogs. */
  readonly rules?: readonly Rule[]
}

const OWN: PublishedSource = { id: 'own', title: '本单位自定', issuer: '本单位' }

/**
 * The rulebook with a project's own rules and catalogs added, held to the same demands.
 * @throws RulebookError with every problem found.
 */
export function extendRulebook(rulebook: Rulebook, own: OwnRules): Rulebook {
  const problems: LoadProblem[] = []
  const sources = [...Object.values(rulebook.sources), OWN]
  const catalogs = [...Object.values(rulebook.catalogs), ...own.catalogs]
  const added = own.topics.flatMap((file) => readTopic(file, problems))
  const known = rulebook.rules.map((rule) => ({ rule, file: `${rule.topic}.yaml`, line: 0 }))
  problems.push(...validateRules([...known, ...added], { sources, catalogs, sourcesFile: 'sources.yaml' }))
  if (problems.length > 0) throw new RulebookError(problems)
  return {
    ...rulebook,
    rules: [...rulebook.rules, ...added.map(({ rule }) => rule), ...(own.rules ?? [])],
    sources: Object.fromEntries(sources.map((source) => [source.id, source])),
    catalogs: Object.fromEntries(catalogs.map((catalog) => [catalog.name, catalog])),
  }
}

/** Reads one topic file; what is wrong with it is added to `problems`. */
function readTopic(file: TextFile, problems: LoadProblem[]): LocatedRule[] {
  const yaml = readYaml<TopicEntry>(file, topicSchema)
  problems.push(...yaml.problems)
  if (yaml.data === undefined) return []
  const { topic, rules } = yaml.data
  if (!`/${file.path}`.endsWith(`/${topic}.yaml`)) {
    problems.push({
      file: file.path,
      line: yaml.lineOf(['topic']),
      message: `topic 与路径不一致：${topic}`,
      hint: 'topic 写作“领域/主题”，与文件所在目录和文件名相同',
    })
  }
  return rules.map((entry, index) => ({
    rule: ruleOf(entry, topic),
    file: file.path,
    line: yaml.lineOf(['rules', index]),
  }))
}

function readSources(file: TextFile, problems: LoadProblem[]): PublishedSource[] {
  const yaml = readYaml<PublishedSource[]>(file, sourcesSchema)
  problems.push(...yaml.problems)
  const seen = new Set<string>()
  for (const [index, { id }] of (yaml.data ?? []).entries()) {
    if (seen.has(id)) {
      problems.push({
        file: file.path,
        line: yaml.lineOf([index]),
        message: `来源编号重复：${id}`,
        hint: '合并两条或另取编号',
      })
    }
    seen.add(id)
  }
  return yaml.data ?? []
}

function ruleOf(entry: RuleEntry, topic: string): Rule {
  const category = topic.split('/')[0] ?? topic
  return {
    id: `${category}/${entry.id}`,
    category,
    topic,
    detect: entry.detect ?? 'phrase',
    with: entry.with ?? {},
    wrong: (entry.wrong ?? []).map((form) => form.normalize('NFC')),
    right: entry.right ?? [],
    message: entry.message,
    why: entry.why,
    severity: entry.severity,
    fix: entry.fix ?? 'suggested',
    valid: entry.valid ?? {},
    scopes: entry.scopes ?? ['prose', 'heading', 'cell', 'title', 'attribute', 'metadata'],
    allow: (entry.allow ?? []).map(allowanceOf),
    wholeWord: entry['whole-word'] ?? false,
    sources: entry.sources,
    status: entry.status ?? 'stable',
    examples: { hit: entry.examples.hit, miss: entry.examples.miss, gap: entry.examples.gap ?? [] },
  }
}

function allowanceOf(entry: AllowanceEntry): Allowance {
  if (typeof entry === 'string') return entry
  return Object.fromEntries(
    Object.entries(entry).map(([kind, phrases]) => [kind, typeof phrases === 'string' ? [phrases] : phrases]),
  ) as unknown as Allowance
}

function latest(catalogs: readonly Catalog[]): string {
  return (
    catalogs
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? '2018-01-01'
  )
}
