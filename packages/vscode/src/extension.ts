import { type ExtensionContext, Uri, workspace } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateWith, deactivateClient } from './activate.ts'

/** Starts the extension where there is a Node: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<void> {
  const builtIn = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath
  return activateWith(context, (options) => {
    const own = workspace.isTrusted ? workspace.getConfiguration('kanwu').get<string>('server.path', '') : ''
    const run =
      own === ''
        ? { module: builtIn, transport: TransportKind.ipc }
        : { module: own, args: ['--stdio'], transport: TransportKind.stdio }
    return new LanguageClient('kanwu', 'kanwu', { run, debug: run }, options)
  })
}

/** Stops the server. */
export function deactivate(): Promise<void> {
  return deactivateClient()
}
