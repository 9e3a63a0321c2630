import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { type Client, readClient } from './client.ts'
import { completeConfig } from './config/complete.ts'
import type { Host } from './host.ts'
import { codeActions, FIX_ALL } from './requests/code-actions.ts'
import { codeLenses } from './requests/code-lens.ts'
import { commandNames, executeCommand } from './requests/commands.ts'
import { pullDiagnostics } from './requests/diagnostics.ts'
import { hover } from './requests/hover.ts'
import { pullWorkspace } from './requests/workspace-diagnostics.ts'
import { Session } from './session.ts'
import { isRecord } from './settings.ts'

/** Speaks the protocol on a connection until the editor ends it; `version` is kanwu's. */
export function serve(connection: Connection, host: Host, version: string): void {
  let session: Session | undefined
  let isShutDown = false
  /** The session, for requests: there is none before `initialize` and after `shutdown`. */
  const current = (): Session => {
    if (session === undefined) throw new ResponseError(ErrorCodes.ServerNotInitialized, '还没有收到 initialize')
    if (isShutDown) throw new ResponseError(ErrorCodes.InvalidRequest, '已收到 shutdown')
    return session
  }

  connection.onInitialize((params) => {
    const client = readClient(params)
    session = new Session(connection, host, client)
    return initializeResult(client, host, version)
  })
  connection.onInitialized(() => afterInitialize(current()))
  connection.onShutdown(() => {
    isShutDown = true
  })
  listenToDocuments(connection, () => (isShutDown ? undefined : session))
  answerRequests(connection, current)
  connection.listen()
}

function initializeResult(client: Client, host: Host, version: string): InitializeResult {
  const workspaceDiagnostics = host.findDrafts !== undefined && client.options['workspaceDiagnostics'] !== false
  return {
    serverInfo: { name: 'kanwu', version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      diagnosticProvider: {
        identifier: 'kanwu',
        interFileDependencies: false,
        workspaceDiagnostics,
        workDoneProgress: true,
      },
      codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
      hoverProvider: true,
      codeLensProvider: {},
      completionProvider: { triggerCharacters: [':', '/', ' '] },
      executeCommandProvider: { commands: [...commandNames], workDoneProgress: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  }
}

async function afterInitialize(session: Session): Promise<void> {
  const { connection, client, host } = session
  if (client.registersWatchers) {
    // Configurations, and what they may name; which files are named is known when one is read.
    const watchers = [{ globPattern: '**/*.{yaml,yml,csv,model}' }]
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  } else host.watch?.(session.folders, () => session.reload())
  if (client.workspaceFolderChanges) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri))
      session.folders = [...session.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]
    })
  }
  if (!client.configuration) return
  await connection.client.register(DidChangeConfigurationNotification.type, { section: 'kanwu' })
  session.configure(await connection.workspace.getConfiguration('kanwu'))
}

function listenToDocuments(connection: Connection, current: () => Session | undefined): void {
  connection.onDidOpenTextDocument(({ textDocument }) => current()?.open(textDocument))
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
    current()?.change(textDocument.uri, textDocument.version, contentChanges),
  )
  connection.onDidCloseTextDocument(({ textDocument }) => current()?.close(textDocument.uri))
  connection.onDidSaveTextDocument(({ textDocument }) => {
    const session = current()
    if (session?.isSource(textDocument.uri) && !session.client.registersWatchers) session.reload()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const session = current()
    if (session !== undefined && changes.some(({ uri }) => session.isSource(uri))) session.reload()
  })
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const session = current()
    if (session === undefined) return
    if (session.client.configuration) session.configure(await connection.workspace.getConfiguration('kanwu'))
    else session.configure(isRecord(settings) ? (settings['kanwu'] ?? settings) : {})
  })
}

function answerRequests(connection: Connection, current: () => Session): void {
  connection.languages.diagnostics.on((params) => pullDiagnostics(params, current()))
  connection.languages.diagnostics.onWorkspace((params, token, work, partial) =>
    pullWorkspace(params, current(), { token, work, partial }),
  )
  connection.onCodeAction((params) => codeActions(params, current()))
  connection.onHover((params) => hover(params, current()))
  connection.onCodeLens((params) => codeLenses(params, current()))
  connection.onCompletion((params) => completeConfig(params, current()))
  connection.onExecuteCommand((params, token, work) => executeCommand(params, current(), { token, work }))
}
