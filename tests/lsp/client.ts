import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../support/shared.ts'

// biome-ignore lint/suspicious/noExplicitAny: whatever comes over the wire; the tests say what it should be
export type Json = any

/** A message as it crosses the wire. */
export interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Json
  readonly result?: Json
  readonly error?: { readonly code: number; readonly message: string }
}

/** The server's program. */
export const SERVER: string = join(ROOT, 'packages/lsp/bin/kanwu-lsp.cjs')

/** Speaks bare JSON-RPC to a real server process: no client library between the test and the bytes. */
export class LspClient {
  readonly received: Message[] = []
  readonly #server: ChildProcessWithoutNullStreams
  readonly #waiting = new Set<() => void>()
  #buffer: Buffer = Buffer.alloc(0)
  #id = 0
  stderr = ''
  readonly exited: Promise<number | null>

  constructor(cwd: string, env: Record<string, string> = {}) {
    this.#server = spawn(process.execPath, [SERVER, '--stdio'], { cwd, env: { ...process.env, ...env } })
    this.#server.stdout.on('data', (bytes: Buffer) => this.#take(bytes))
    this.#server.stderr.on('data', (bytes: Buffer) => {
      this.stderr += bytes.toString()
    })
    this.exited = new Promise((resolve) => this.#server.on('exit', resolve))
  }

  get pid(): number {
    return this.#server.pid!
  }

  /** Sends any bytes, right or wrong. */
  raw(bytes: string | Buffer): void {
    this.#server.stdin.write(bytes)
  }

  send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.raw(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params })
  }

  /** Sends a request without waiting; answers its id. */
  ask(method: string, params?: unknown): number {
    this.send({ id: ++this.#id, method, params })
    return this.#id
  }

  /** The whole response, errors too. */
  async response(id: number): Promise<Message> {
    return this.waitFor((message) => message.id === id && message.method === undefined)
  }

  /** The result of a request; an error fails the test. */
  async request(method: string, params?: unknown): Promise<Json> {
    const { error, result } = await this.response(this.ask(method, params))
    if (error !== undefined) throw new Error(`${method}: ${error.code} ${error.message}`)
    return result
  }

  /** The first message, received or yet to come, that passes. */
  async waitFor(passes: (message: Message) => boolean, from = 0): Promise<Message> {
    const deadline = Date.now() + 60_000
    for (;;) {
      const found = this.received.slice(from).find(passes)
      if (found !== undefined) return found
      if (Date.now() > deadline) throw new Error(`nothing came; stderr: ${this.stderr}`)
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#waiting.delete(wake)
          resolve()
        }
        this.#waiting.add(wake)
        setTimeout(wake, 1000)
      })
    }
  }

  /** The diagnostics published for a version. */
  async published(uri: string, version: number): Promise<Json[]> {
    const message = await this.waitFor(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && params.uri === uri && params.version === version,
    )
    return message.params.diagnostics
  }

  /** Shakes hands; answers the server's capabilities. */
  async initialize(capabilities: object = {}, more: object = {}): Promise<Json> {
    const { capabilities: offered } = await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...more,
    })
    this.notify('initialized', {})
    return offered
  }

  open(uri: string, text: string, { languageId = 'markdown', version = 1 } = {}): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } })
  }

  change(uri: string, version: number, ...contentChanges: object[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
  }

  async stop(): Promise<number | null> {
    if (this.#server.exitCode !== null) return this.#server.exitCode
    await this.response(this.ask('shutdown'))
    this.notify('exit')
    return this.exited
  }

  #take(bytes: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, bytes])
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n')
      if (head < 0) break
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, head).toString())![1])
      if (this.#buffer.length < head + 4 + length) break
      this.#accept(JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length).toString()) as Message)
      this.#buffer = this.#buffer.subarray(head + 4 + length)
    }
    for (const wake of [...this.#waiting]) wake()
  }

  /** Requests of the server are answered as an editor without opinions would. */
  #accept(message: Message): void {
    this.received.push(message)
    if (message.id === undefined || message.method === undefined) return
    const result = message.method === 'workspace/applyEdit' ? { applied: true } : null
    this.send({ id: message.id, result })
  }
}

/** The URI of a file. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href
}

/** Applies text edits in UTF-16 positions, as an editor does. */
export function applied(text: string, edits: readonly { range: Json; newText: string }[]): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (whole, { range, newText }) => whole.slice(0, offset(range.start)) + newText + whole.slice(offset(range.end)),
      text,
    )
}

/** What a client like VS Code can do. */
export const RICH = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
}
