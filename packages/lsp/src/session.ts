import { RulebookError } from '@kanwu/core'
import {
  CodeLensRefreshRequest,
  type Connection,
  type TextDocumentContentChangeEvent,
  type TextDocumentItem,
} from 'vscode-languageserver'
import type { Client } from './client.ts'
import { ConfigReports } from './config/reports.ts'
import { Draft, type DraftSurroundings } from './draft.ts'
import { OpenDocument } from './from-lsp/open-document.ts'
import type { Host, OpenedProject } from './host.ts'
import { Publisher } from './publisher.ts'
import { readSettings, type ServerSettings } from './settings.ts'

/** Editor languages whose text a format of that name reads. */
const FORMATS: Readonly<Record<string, string>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
  xhtml: 'html',
  plaintext: 'plain',
  text: 'plain',
}

/** One editor's conversation with the server, from `initialize` to `exit`: the drafts it has open and how it reads. */
export class Session implements DraftSurroundings {
  readonly client: Client
  readonly host: Host
  readonly connection: Connection
  readonly configs: ConfigReports
  folders: readonly string[]
  settings: ServerSettings
  /** Grows whenever something but a text changes what is found; older answers then hold no longer. */
  epoch = 0
  readonly #drafts = new Map<string, Draft>()
  #results = 0
  readonly #publisher: Publisher

  constructor(connection: Connection, host: Host, client: Client) {
    this.connection = connection
    this.host = host
    this.client = client
    this.folders = client.folders
    this.settings = readSettings(client.options)
    this.configs = new ConfigReports(connection, host)
    this.#publisher = new Publisher(this)
  }

  /** See `Host.rulePages`; the editor's own go before the installed ones. */
  get rulePages(): string | undefined {
    return this.client.rulePages ?? this.host.rulePages
  }

  get drafts(): Iterable<Draft> {
    return this.#drafts.values()
  }

  /** A name for what an editor is told, not used before. */
  nextResult(): string {
    this.#results++
    return `${this.epoch}.d${this.#results}`
  }

  draft(uri: string): Draft | undefined {
    return this.#drafts.get(uri)
  }

  /** The text of a configuration that is being edited, or the one on disk. */
  textOf(uri: string): string | undefined {
    return this.#drafts.get(uri)?.document.text
  }

  open(item: TextDocumentItem): void {
    const draft = new Draft(new OpenDocument(item, this.client.encoding), this)
    this.#drafts.set(item.uri, draft)
    this.#changed(draft)
  }

  /** Applies an edit; one that is older than the text it would change is refused. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const draft = this.#drafts.get(uri)
    const current = draft?.document.version ?? version
    if (draft === undefined || version <= current) {
      this.connection.console.warn(`忽略对 ${uri} 的改动：版本 ${version} 不在 ${current} 之后，或它没有打开`)
      return
    }
    draft.document.update(changes, version)
    this.#changed(draft)
  }

  close(uri: string): void {
    const draft = this.#drafts.get(uri)
    if (!this.#drafts.delete(uri)) return
    this.configs.close(uri)
    if (draft !== undefined) this.#publisher.close(draft)
  }

  /** New settings from the editor. */
  configure(sent: unknown): void {
    this.settings = readSettings(sent)
    this.#startOver()
  }

  /** Whether drafts are read by what the file says: a configuration, or a file that one names. */
  isSource(uri: string): boolean {
    return this.configs.isConfig(uri) || this.host.isNamed(uri)
  }

  /** A configuration or the project's own rules have changed. */
  reload(): void {
    this.host.reload()
    this.configs.clear()
    this.#startOver()
  }

  formatOf(languageId: string): string | undefined {
    return this.settings.languages[languageId] ?? FORMATS[languageId]
  }

  /** The project for a draft; where its configuration does not load, that is said once and the plain rules hold. */
  async openProject(uri: string): Promise<OpenedProject> {
    try {
      return await this.host.openProject(uri)
    } catch (error) {
      if (!(error instanceof RulebookError)) throw error
      await this.configs.failed(uri, error.problems)
      return this.host.openPlainProject()
    }
  }

  #changed(draft: Draft): void {
    if (this.configs.isConfig(draft.document.uri)) this.configs.changed(draft.document)
    else this.#publisher.schedule(draft)
  }

  #startOver(): void {
    this.epoch++
    for (const draft of this.drafts) {
      draft.forget()
      this.#changed(draft)
    }
    if (this.client.pullsDiagnostics && this.client.refreshesDiagnostics)
      this.connection.languages.diagnostics.refresh()
    if (this.client.refreshesCodeLenses) void this.connection.sendRequest(CodeLensRefreshRequest.type)
  }
}
