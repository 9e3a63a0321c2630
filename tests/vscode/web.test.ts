import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '../lsp/client.ts'
import { CHROMIUM, openBrowser } from '../support/chromium.ts'
import { OWN_RULE } from '../support/cli.ts'
import { EXTENSION, packedExtension } from './extension.ts'

const FILES: Readonly<Record<string, string>> = {
  'file:///w/kanwu.config.yaml': OWN_RULE['kanwu.config.yaml']!,
  'file:///w/own/words.yaml': OWN_RULE['own/words.yaml']!,
  'file:///w/closed.md': '还有测错词。',
}

/** The page's side of the worker: what an editor in a browser does, in a few lines. */
const EDITOR = `
  const worker = new Worker('/server.js')
  const waiting = new Map()
  let id = 0
  window.request = (method, params) => new Promise((resolve) => {
    waiting.set(++id, resolve)
    worker.postMessage({ jsonrpc: '2.0', id, method, params })
  })
  window.notify = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params })
  const answers = {
    'kanwu/rulebook': async () => new Uint8Array(await (await fetch('/rulebook.bin')).arrayBuffer()),
    'kanwu/readText': async ([uri]) => FILES[uri] ?? null,
    'kanwu/findDrafts': async () => Object.keys(FILES).filter((uri) => uri.endsWith('.md')),
  }
  worker.onmessage = async ({ data }) => {
    if (data.method === undefined) return waiting.get(data.id)?.(data)
    if (data.id !== undefined) worker.postMessage({ jsonrpc: '2.0', id: data.id, result: await answers[data.method]?.(data.params) ?? null })
  }
`

describe.skipIf(CHROMIUM === undefined)('the server in a browser’s worker', () => {
  let host: Server
  let browser: BrowserContext
  let page: Page

  beforeAll(async () => {
    packedExtension()
    host = createServer((request, response) => {
      if (request.url === '/server.js')
        response.setHeader('content-type', 'text/javascript').end(readFileSync(join(EXTENSION, 'dist/web/server.js')))
      else if (request.url === '/rulebook.bin') response.end(readFileSync(join(EXTENSION, 'dist/rulebook.bin')))
      else response.setHeader('content-type', 'text/html').end('<!doctype html><title>kanwu</title>')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => host.once('listening', resolve))
    browser = await openBrowser()
    page = await browser.newPage()
    const { port } = host.address() as { port: number }
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.evaluate(`const FILES = ${JSON.stringify(FILES)}; ${EDITOR}`)
    await ask('initialize', {
      processId: null,
      rootUri: 'file:///w',
      capabilities: { textDocument: { diagnostic: {} } },
    })
    await tell('initialized', {})
  })
  afterAll(async () => {
    await browser?.close()
    host?.close()
  })

  const ask = (method: string, params: unknown): Promise<Json> =>
    page.evaluate(`request(${JSON.stringify(method)}, ${JSON.stringify(params)})`)
  const tell = (method: string, params: unknown): Promise<unknown> =>
    page.evaluate(`notify(${JSON.stringify(method)}, ${JSON.stringify(params)})`)

  test('finds what the built-in and the project’s own rules say, and fixes it', async () => {
    const text = '𠮷林镇传达了习总书记的重要指示，有测错词。\n'
    const uri = 'file:///w/drafts/draft.md'
    await tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
    const { result } = await ask('textDocument/diagnostic', { textDocument: { uri } })
    expect(result.items.map(({ code, range }: Json) => [code, range.start.character])).toEqual([
      ['leaders/general-secretary-truncated', 7],
      ['own/wrong-word', 18],
    ])
    const range = { start: { line: 0, character: 8 }, end: { line: 0, character: 8 } }
    const actions = await ask('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } })
    expect(actions.result[0].title).toBe('改为“习近平总书记”')
    expect(actions.result[0].edit.changes[uri][0].newText).toBe('习近平总书记')
  })

  test('checks the workspace through the editor', async () => {
    const { result } = await ask('workspace/diagnostic', { previousResultIds: [] })
    expect(result.items).toMatchObject([{ uri: 'file:///w/closed.md', items: [{ code: 'own/wrong-word' }] }])
  })
})
