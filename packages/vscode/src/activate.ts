import { type ExtensionContext, languages, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { registerCommands } from './commands.ts'
import { showStatus } from './status-bar.ts'

/** Makes the client of one kind of host. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient

let client: BaseLanguageClient | undefined

/** What both builds do: start a client, show counts, offer commands. */
export async function activateWith(context: ExtensionContext, create: ClientFactory): Promise<void> {
  const collection = languages.createDiagnosticCollection('kanwu-workspace')
  const output = window.createOutputChannel('kanwu', { log: true })
  const start = async (): Promise<void> => {
    await client?.dispose()
    client = create({
      documentSelector: selector(),
      outputChannel: output,
      diagnosticCollectionName: 'kanwu',
      diagnosticPullOptions: { onChange: true, onTabs: false },
      initializationOptions: {
        ...settings(),
        workspaceDiagnostics: workspace.getConfiguration('kanwu').get('workspaceDiagnostics', false),
        rulePages: `${Uri.joinPath(context.extensionUri, 'dist', 'rules').toString()}/`,
        commands: ['kanwu.writeReason'],
      },
    })
    await client.start()
  }
  context.subscriptions.push(
    collection,
    output,
    showStatus(),
    ...registerCommands({ context, collection, start, current }),
  )
  await start()
}

/** Stops the client, when there is one. */
export async function deactivateClient(): Promise<void> {
  await client?.stop()
}

function current(): BaseLanguageClient {
  if (client === undefined) throw new Error('kanwu 的服务器没有启动')
  return client
}

function settings(): object {
  const kanwu = workspace.getConfiguration('kanwu')
  return { severity: kanwu.get('severity'), codeLens: kanwu.get('codeLens'), languages: kanwu.get('languages') }
}

/** Drafts of every scheme, and the configuration, for its completion and validation. */
function selector(): NonNullable<LanguageClientOptions['documentSelector']> {
  const named = Object.keys(workspace.getConfiguration('kanwu').get<object>('languages', {}))
  return [
    ...['markdown', 'plaintext', 'html', ...named].map((language) => ({ language })),
    { pattern: '**/kanwu.config.{yaml,yml}' },
  ]
}
