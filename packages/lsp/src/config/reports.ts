import type { LoadProblem } from '@kanwu/core'
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver'
import type { OpenDocument } from '../from-lsp/open-document.ts'
import type { Host } from '../host.ts'

const CONFIG = /(?:^|\/)kanwu\.config\.ya?ml$/

/** Tells what is wrong with configuration files, in those files; always pushed, since no one asks about them. */
export class ConfigReports {
  readonly #connection: Connection
  readonly #host: Host
  readonly #told = new Set<string>()
  readonly #announced = new Set<string>()

  constructor(connection: Connection, host: Host) {
    this.#connection = connection
    this.#host = host
  }

  isConfig(uri: string): boolean {
    return CONFIG.test(uri)
  }

  /** A configuration is being edited: its problems are shown as they come and go. */
  changed(document: OpenDocument): void {
    const { uri, text, version } = document
    this.#host
      .problemsOf({ uri, text })
      .then((problems) => {
        if (document.version !== version) return
        const lines = text.split('\n')
        this.#send(
          uri,
          problems.map((problem) => diagnosticOf(problem, lines[problem.line - 1] ?? '')),
        )
      })
      .catch((error: unknown) => this.#connection.console.error(String(error)))
  }

  /** A draft's configuration did not load: shown in the file, and announced once. */
  async failed(draft: string, problems: readonly LoadProblem[]): Promise<void> {
    const config = await this.#host.configFor(draft)
    const lines = (config?.text ?? '').split('\n')
    if (config !== undefined) {
      this.#send(
        config.uri,
        problems.map((problem) => diagnosticOf(problem, lines[problem.line - 1] ?? '')),
      )
    }
    const message = problems.map(({ message: what, hint }) => (hint === '' ? what : `${what}——${hint}`)).join('；')
    if (this.#announced.has(message)) return
    this.#announced.add(message)
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: `kanwu 的配置没有生效，暂按默认规则检查：${message}`,
    })
  }

  /** Before configurations are read anew. */
  clear(): void {
    for (const uri of this.#told) void this.#connection.sendDiagnostics({ uri, diagnostics: [] })
    this.#told.clear()
    this.#announced.clear()
  }

  close(uri: string): void {
    if (this.#told.delete(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.#told.delete(uri)) return
    if (diagnostics.length > 0) this.#told.add(uri)
    void this.#connection.sendDiagnostics({ uri, diagnostics })
  }
}

function diagnosticOf({ line, message, hint }: LoadProblem, text: string): Diagnostic {
  const at = Math.max(0, line - 1)
  const character = text.length - text.trimStart().length
  return {
    range: { start: { line: at, character }, end: { line: at, character: Math.max(character, text.trimEnd().length) } },
    severity: DiagnosticSeverity.Error,
    source: 'kanwu',
    message: hint === '' ? message : `${message}。${hint}`,
  }
}
