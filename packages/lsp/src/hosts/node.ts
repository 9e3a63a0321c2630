import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { decodeSnapshot, type Rulebook } from '@kanwu/core'
import { findConfig, findFiles, modelAt, openProjects, type Project, type Projects, readText, today } from '@kanwu/node'
import { parseConfig } from '@kanwu/node/config'
import { namedFiles } from '../config/named-files.ts'
import type { ConfigFile, DraftText, Host, OpenedProject } from '../host.ts'
import { WatchedFiles } from './watched-files.ts'

/** How a host finds what comes with kanwu. */
export interface NodeHostOptions {
  /** A snapshot file of the rulebook, made with this code; the rules installed beside the server when absent. */
  readonly snapshot?: string
  /** A language model's file; the installed one when absent. */
  readonly model?: string
  /** See `Host.rulePages`; the installed documentation when absent. */
  readonly rulePages?: string
}

/** The world as Node has it: files and the machine's clock. */
export function nodeHost(options: NodeHostOptions = {}): Host {
  const { snapshot } = options
  const opening = {
    ...(snapshot === undefined ? {} : { rulebook: async () => readSnapshot(snapshot) }),
    ...(options.model === undefined ? {} : { model: modelAt(options.model) }),
  }
  let day = today()
  let projects = openProjects({ today: day, ...opening })
  const rulePages = options.rulePages ?? installedPages()
  const watched = new WatchedFiles()
  const reload = (): void => {
    day = today()
    projects = openProjects({ today: day, ...opening })
  }
  const ofToday = (): Projects => {
    if (day !== today()) reload()
    return projects
  }
  return {
    ...(rulePages === undefined ? {} : { rulePages }),
    openProject: async (uri) => {
      for (const path of filesNamedFor(pathOf(uri))) watched.add(path)
      return opened(await ofToday().forFile(pathOf(uri)))
    },
    openPlainProject: async () =>
      opened(await openProjects({ config: 'none', today: today(), ...opening }).forFile('.')),
    configFor: async (uri) => configFor(pathOf(uri)),
    problemsOf: async ({ uri, text }) => {
      const { rulebook } = await openProjects({ config: 'none', today: day, ...opening }).forFile('.')
      return (await parseConfig({ path: pathOf(uri), text }, rulebook)).problems
    },
    reload,
    findDrafts: async (folders) => {
      const found = await findFiles(folders.map(pathOf), process.cwd())
      return found.files.map((path) => pathToFileURL(path).href)
    },
    readDraft,
    isNamed: (uri) => watched.has(pathOf(uri)),
    watch: (folders, changed) => watched.watch(folders.map(pathOf), changed),
  }
}

function readSnapshot(path: string): Rulebook {
  const snapshot = decodeSnapshot(new Uint8Array(readFileSync(path)))
  if (snapshot === undefined) throw new Error(`${path} 不是这个版本的规则库`)
  return snapshot.rulebook
}

function opened(project: Project): OpenedProject {
  const session = project.openSession()
  return {
    rulebook: project.rulebook,
    check: ({ text, uri, format }: DraftText) =>
      session.check({ text, path: pathOf(uri), ...(format === undefined ? {} : { format }) }),
  }
}

/** The file's path; a draft that has never been saved gets a name in the working folder. */
function pathOf(uri: string): string {
  try {
    return uri.startsWith('file:')
      ? fileURLToPath(uri)
      : join(process.cwd(), basename(new URL(uri).pathname) || 'draft')
  } catch {
    return join(process.cwd(), 'draft')
  }
}

function configFor(path: string): ConfigFile {
  const found = findConfig(dirname(path)) ?? join(dirname(path), 'kanwu.config.yaml')
  const uri = pathToFileURL(found).href
  return existsSync(found) ? { uri, text: readFileSync(found, 'utf8') } : { uri }
}

async function readDraft(uri: string): Promise<{ text: string; stamp: string } | undefined> {
  const path = pathOf(uri)
  const read = await readText(path)
  if ('problem' in read) return undefined
  const { mtimeMs, size } = statSync(path)
  return { text: read.text, stamp: `${mtimeMs}-${size}` }
}

/** What the configuration for a draft names, whether it loads or not. */
function filesNamedFor(path: string): string[] {
  const config = findConfig(dirname(path))
  if (config === undefined) return []
  return namedFiles(readFileSync(config, 'utf8')).map((name) => resolve(dirname(config), name))
}

/** The rules' pages in the checkout or the package this file is part of. */
function installedPages(): string | undefined {
  const folder = ['../docs/rules', '../../docs/rules', '../../../docs/rules', '../../../../docs/rules']
    .map((up) => join(import.meta.dirname, up))
    .find((path) => existsSync(join(path, 'README.md')))
  return folder === undefined ? undefined : `${pathToFileURL(folder).href}/`
}
