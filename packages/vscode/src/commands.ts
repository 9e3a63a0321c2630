import {
  commands,
  type DiagnosticCollection,
  type Disposable,
  type ExtensionContext,
  ProgressLocation,
  Range,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { Explanations } from './explanations.ts'

/** What the commands work with. */
export interface CommandSurroundings {
  readonly context: ExtensionContext
  /** Findings of drafts that are not open. */
  readonly collection: DiagnosticCollection
  start(): Promise<void>
  current(): BaseLanguageClient
}

interface Explained {
  readonly rule: string
  readonly markdown: string
}

/** Registers everything that package.json names, and what the server's actions call. */
export function registerCommands(surroundings: CommandSurroundings): Disposable[] {
  const { context, collection, start, current } = surroundings
  const explanations = new Explanations()
  return [
    explanations,
    workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri)),
    commands.registerCommand('kanwu.checkWorkspace', () => checkWorkspace(surroundings)),
    commands.registerCommand('kanwu.maskPersonalData', () => maskPersonalData(current())),
    commands.registerCommand('kanwu.explainFinding', async () => {
      const found = await explain(current())
      if (found.length > 0) await explanations.show(found.map(({ markdown }) => markdown).join('\n\n---\n\n'))
    }),
    commands.registerCommand('kanwu.openRulePage', async () => {
      const [first] = await explain(current())
      if (first !== undefined) await openRulePage(first.rule, context)
    }),
    commands.registerCommand('kanwu.restartServer', start),
    commands.registerCommand('kanwu.writeReason', writeReason),
  ]
}

/** Checks every draft of the workspace; those that are open show their own diagnostics already. */
async function checkWorkspace({ collection, current }: CommandSurroundings): Promise<number> {
  const client = current()
  const options = { location: ProgressLocation.Notification, title: 'kanwu 正在检查工作区', cancellable: true }
  const report = await window.withProgress(options, (_, token) =>
    run<{ items: { uri: string; items: [] }[] }>(client, 'kanwu.server.checkWorkspace', [], token),
  )
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()))
  collection.clear()
  let found = 0
  for (const { uri, items } of report.items) {
    found += items.length
    const place = client.protocol2CodeConverter.asUri(uri)
    if (!open.has(place.toString())) collection.set(place, await client.protocol2CodeConverter.asDiagnostics(items))
  }
  void window.showInformationMessage(`kanwu：检查了 ${report.items.length} 个文件，有 ${found} 处发现`)
  return found
}

async function maskPersonalData(client: BaseLanguageClient): Promise<number> {
  const editor = activeEditor()
  if (editor === undefined) return 0
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri)
  const masked = await run<number>(client, 'kanwu.server.maskPersonalData', [uri])
  void window.showInformationMessage(masked === 0 ? 'kanwu：没有发现个人信息' : `kanwu：遮盖了 ${masked} 处个人信息`)
  return masked
}

async function explain(client: BaseLanguageClient): Promise<readonly Explained[]> {
  const editor = activeEditor()
  if (editor === undefined) return []
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri)
  const position = client.code2ProtocolConverter.asPosition(editor.selection.active)
  const found = await run<Explained[]>(client, 'kanwu.server.explain', [uri, position])
  if (found.length === 0) void window.showInformationMessage('kanwu：光标处没有发现')
  return found
}

async function openRulePage(rule: string, { extensionUri }: ExtensionContext): Promise<void> {
  const page = Uri.joinPath(extensionUri, 'dist', 'rules', `${rule.split('/')[0]}.md`)
  await commands.executeCommand('markdown.showPreview', page.with({ fragment: rule.replaceAll('/', '') }))
}

/** After “ignore here”: the reason's place is selected, to be typed over. */
async function writeReason(uri: string, offset: number, length: number): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri))
  const editor = await window.showTextDocument(document)
  const range = new Range(document.positionAt(offset), document.positionAt(offset + length))
  editor.selection = new Selection(range.start, range.end)
  editor.revealRange(range)
}

function activeEditor(): TextEditor | undefined {
  if (window.activeTextEditor === undefined) void window.showInformationMessage('kanwu：请先打开一份文稿')
  return window.activeTextEditor
}

function run<Result>(
  client: BaseLanguageClient,
  command: string,
  args: readonly unknown[],
  token?: Parameters<BaseLanguageClient['sendRequest']>[2] & object,
): Promise<Result> {
  const params = { command, arguments: args }
  return token === undefined
    ? client.sendRequest('workspace/executeCommand', params)
    : client.sendRequest('workspace/executeCommand', params, token)
}
