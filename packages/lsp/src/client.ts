import type { InitializeParams } from 'vscode-languageserver'
import { isRecord } from './settings.ts'

/** How positions count within a line, by the protocol's names. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32'

/** What the editor at the other end can do, asked once. */
export interface Client {
  readonly encoding: PositionEncoding
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly refreshesCodeLenses: boolean
  readonly relatedInformation: boolean
  readonly diagnosticTags: boolean
  readonly configuration: boolean
  readonly registersWatchers: boolean
  readonly workspaceFolderChanges: boolean
  readonly versionedEdits: boolean
  readonly createsFiles: boolean
  readonly markdownHover: boolean
  readonly folders: readonly string[]
  /** Editor commands that may be put into code actions, named by the editor itself. */
  readonly commands: readonly string[]
  /** Where the editor has the rules' pages, when it brings its own. */
  readonly rulePages?: string
  readonly options: Readonly<Record<string, unknown>>
}

const ENCODINGS: readonly string[] = ['utf-16', 'utf-8', 'utf-32']

/** Reads the editor's capabilities; an absent one is not there. */
export function readClient(params: InitializeParams): Client {
  const { textDocument = {}, workspace = {}, general = {} } = params.capabilities
  const options = isRecord(params.initializationOptions) ? params.initializationOptions : {}
  const offered = general.positionEncodings?.find((encoding) => ENCODINGS.includes(encoding))
  const commands = options['commands']
  return {
    encoding: (offered ?? 'utf-16') as PositionEncoding,
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    relatedInformation:
      (textDocument.publishDiagnostics?.relatedInformation ?? textDocument.diagnostic?.relatedInformation) === true,
    diagnosticTags: (textDocument.publishDiagnostics?.tagSupport ?? textDocument.diagnostic?.tagSupport) !== undefined,
    configuration: workspace.configuration === true,
    registersWatchers: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolderChanges: workspace.workspaceFolders === true,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    createsFiles: workspace.workspaceEdit?.resourceOperations?.includes('create') === true,
    markdownHover: textDocument.hover?.contentFormat?.includes('markdown') === true,
    folders: foldersOf(params),
    commands: Array.isArray(commands) ? commands.filter((name) => typeof name === 'string') : [],
    ...(typeof options['rulePages'] === 'string' ? { rulePages: options['rulePages'] } : {}),
    options,
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri)
  return rootUri ? [rootUri] : []
}
