import {
  type Checker,
  createChecker,
  decodeSnapshot,
  type FileReport,
  formatOfFile,
  intlSegmenter,
  type LoadProblem,
  type Rulebook,
  RulebookError,
} from '@kanwu/core'
import { type Config, parseConfig, settingsFor } from '@kanwu/node/config'
import type { Connection } from 'vscode-languageserver'
import { namedFiles } from '../config/named-files.ts'
import type { ConfigFile, DraftText, Host, OpenedProject } from '../host.ts'

/** What a server without a file system asks its editor; each answers `null` where there is nothing. */
export const REMOTE_REQUESTS = {
  /** `[]` → the rulebook's snapshot as bytes. */
  rulebook: 'kanwu/rulebook',
  /** `[uri]` → the text of a file. */
  readText: 'kanwu/readText',
  /** `[]` → the URIs of the workspace's drafts. */
  findDrafts: 'kanwu/findDrafts',
} as const

/** The world as the editor tells it: for a server in a browser's worker. `today` is `YYYY-MM-DD` by its clock. */
export function remoteHost(connection: Connection, today: () => string): Host {
  let rulebook: Promise<Rulebook> | undefined
  let projects = new Map<string, Promise<RemoteProject>>()
  const readText = (uri: string): Promise<string | null> => connection.sendRequest(REMOTE_REQUESTS.readText, [uri])
  const builtIn = (): Promise<Rulebook> => {
    rulebook ??= connection.sendRequest<ArrayLike<number>>(REMOTE_REQUESTS.rulebook).then(rulebookOf)
    return rulebook
  }
  const configFor = (uri: string): Promise<ConfigFile> => findConfig(uri, readText)
  const named = new Set<string>()
  const open = async (config: ConfigFile): Promise<RemoteProject> => {
    for (const name of namedFiles(config.text ?? '')) named.add(`${parentOf(config.uri)}/${name.replace(/^\.\//, '')}`)
    return openRemote({ config, rulebook: await builtIn(), readText, today })
  }
  return {
    configFor,
    async openProject(uri) {
      const config = await configFor(uri)
      const key = config.text === undefined ? '' : config.uri
      const opening = projects.get(key) ?? open(config)
      projects.set(key, opening)
      return (await opening)()
    },
    openPlainProject: async () => (await open({ uri: '' }))(),
    problemsOf: async ({ uri, text }): Promise<readonly LoadProblem[]> =>
      (await parseConfig({ path: uri, text }, await builtIn())).problems,
    isNamed: (uri) => named.has(uri),
    reload() {
      projects = new Map()
    },
    findDrafts: async () => (await connection.sendRequest<string[] | null>(REMOTE_REQUESTS.findDrafts)) ?? [],
    async readDraft(uri) {
      const text = await readText(uri)
      return text === null ? undefined : { text, stamp: `${text.length}` }
    },
  }
}

function rulebookOf(bytes: ArrayLike<number>): Rulebook {
  const snapshot = decodeSnapshot(Uint8Array.from(bytes))
  if (snapshot === undefined) throw new Error('规则库不是这个版本的')
  return snapshot.rulebook
}

/** Opens the project once more, for one more draft. */
type RemoteProject = () => OpenedProject

async function openRemote({
  config: { uri, text },
  rulebook,
  readText,
  today,
}: {
  readonly config: ConfigFile
  readonly rulebook: Rulebook
  readonly readText: (uri: string) => Promise<string | null>
  readonly today: () => string
}): Promise<RemoteProject> {
  const { config, problems } =
    text === undefined ? { config: {}, problems: [] } : await parseConfig({ path: uri, text }, rulebook)
  if (problems.length > 0) throw new RulebookError(problems)
  const own = await withOwnRules(rulebook, { config, uri, readText })
  const checker = createChecker({ rulebook: own, segmenter: intlSegmenter() })
  const check = (session: Pick<Checker, 'check'>, draft: DraftText): FileReport => {
    const path = pathOf(draft.uri)
    const settings = settingsFor(path, { config, folder: parentOf(pathOf(uri)) || '/' })
    const format = settings.format ?? draft.format ?? formatOfFile(path)
    const dateOtherwise = settings.date ?? today()
    return session.check({ text: draft.text, format, uri: draft.uri, dateOtherwise }, settings)
  }
  return () => {
    const session = checker.openSession()
    return { rulebook: own, check: (draft) => check(session, draft) }
  }
}

async function withOwnRules(
  rulebook: Rulebook,
  {
    config,
    uri,
    readText,
  }: { readonly config: Config; readonly uri: string; readonly readText: (uri: string) => Promise<string | null> },
): Promise<Rulebook> {
  const paths = config['own-rules'] ?? []
  if (paths.length === 0) return rulebook
  const { extendRulebook } = await import('@kanwu/core/rulebook')
  const topics = await Promise.all(
    paths.map(async (path) => ({ path, text: (await readText(`${parentOf(uri)}/${path}`)) ?? '' })),
  )
  return extendRulebook(rulebook, { topics, catalogs: [] })
}

/** The nearest configuration upwards, or the place for one beside the draft. */
async function findConfig(draft: string, readText: (uri: string) => Promise<string | null>): Promise<ConfigFile> {
  for (let folder = parentOf(draft); pathOf(folder) !== ''; folder = parentOf(folder)) {
    for (const name of ['kanwu.config.yaml', 'kanwu.config.yml']) {
      const text = await readText(`${folder}/${name}`)
      if (text !== null) return { uri: `${folder}/${name}`, text }
    }
  }
  return { uri: `${parentOf(draft)}/kanwu.config.yaml` }
}

function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')))
}

/** The path within the editor's file system: what follows scheme and authority. */
function pathOf(uri: string): string {
  return decodeURIComponent(/^[\w+.-]+:(?:\/\/[^/]*)?(.*)$/.exec(uri)?.[1] ?? uri)
}
