import { type ExtensionContext, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { LanguageClient } from 'vscode-languageclient/browser'
import { activateWith, deactivateClient } from '../activate.ts'

/** Starts the extension in a browser: the server is a worker, and this side is its file system. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js')
  return activateWith(context, (options) => {
    const client = new LanguageClient('kanwu', 'kanwu', new Worker(script.toString(true)), options)
    answer(client, context)
    return client
  })
}

/** Stops the server. */
export function deactivate(): Promise<void> {
  return deactivateClient()
}

/** What the server asks; the names are @kanwu/lsp's REMOTE_REQUESTS. */
function answer(client: BaseLanguageClient, { extensionUri }: ExtensionContext): void {
  client.onRequest('kanwu/rulebook', () => workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'rulebook.bin')))
  client.onRequest('kanwu/readText', async (uri: string) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(Uri.parse(uri)))
    } catch {
      return null
    }
  })
  client.onRequest('kanwu/findDrafts', async () => {
    const found = await workspace.findFiles('**/*.{md,markdown,txt,html,htm}', '**/node_modules/**')
    return found.map((uri) => uri.toString())
  })
}
