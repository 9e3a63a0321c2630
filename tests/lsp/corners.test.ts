import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOf, OWN_RULE } from '../support/cli.ts'
import { type Json, LspClient, uriOf } from './client.ts'

let folder: string
let client: LspClient
let uri: string

beforeEach(() => {
  folder = folderOf(OWN_RULE)
  client = new LspClient(folder)
  uri = uriOf(join(folder, 'draft.md'))
})
afterEach(async () => {
  await client.stop()
})

describe('the server lives on', () => {
  test('after an unknown request and an unknown notification', async () => {
    await client.initialize()
    client.notify('kanwu/nothing', { a: 1 })
    expect((await client.response(client.ask('kanwu/unknown', {}))).error?.code).toBe(-32601)
    await stillWorks()
  })

  test.each([
    ['textDocument/hover', null],
    ['textDocument/hover', { textDocument: null, position: null }],
    ['textDocument/codeAction', { textDocument: { uri: 7 } }],
    ['textDocument/diagnostic', []],
    ['workspace/diagnostic', {}],
    ['workspace/executeCommand', { command: 'constructor' }],
    ['workspace/executeCommand', { command: 'kanwu.server.explain', arguments: [{}] }],
    ['textDocument/completion', { textDocument: {} }],
  ])('after malformed params of %s: %j', async (method, params) => {
    await client.initialize()
    const { error, result } = await client.response(client.ask(method, params))
    expect(error !== undefined || result === null || Array.isArray(result) || typeof result === 'object').toBe(true)
    await stillWorks()
  })

  test.each([
    ['textDocument/didOpen', null],
    ['textDocument/didOpen', { textDocument: { uri: 'nonsense', languageId: 1, version: 'x', text: '测错词' } }],
    ['textDocument/didChange', { textDocument: { uri: 'file:///nowhere' }, contentChanges: null }],
    ['textDocument/didChange', {}],
    ['textDocument/didClose', { textDocument: { uri: 'file:///never-opened' } }],
    ['workspace/didChangeConfiguration', { settings: 'x' }],
  ])('after a malformed notification %s: %j', async (method, params) => {
    await client.initialize()
    client.notify(method, params)
    await stillWorks()
  })

  test('after ranges outside the text, upside down or negative', async () => {
    await client.initialize()
    client.open(uri, '甲\n测错词\n')
    const range = (a: number, b: number, c: number, d: number): object => ({
      start: { line: a, character: b },
      end: { line: c, character: d },
    })
    client.change(uri, 2, { range: range(900, 3, 999, 9), text: '尾测错词' })
    expect(await client.published(uri, 2)).toHaveLength(2)
    client.change(uri, 3, { range: range(1, 3, 0, 0), text: '' })
    await client.published(uri, 3)
    const asked = { textDocument: { uri }, range: range(-1, -5, 9999, 9999), context: { diagnostics: [] } }
    expect(Array.isArray(await client.request('textDocument/codeAction', asked))).toBe(true)
    await stillWorks()
  })

  test('after a request was cancelled before it was read', async () => {
    await client.initialize()
    client.open(uri, '测错词')
    const id = client.ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 1 } })
    client.notify('$/cancelRequest', { id })
    client.notify('$/cancelRequest', { id: 4711 })
    const { error } = await client.response(id)
    expect([undefined, -32800]).toContain(error?.code)
    await stillWorks()
  })

  test('after a message that is no JSON', async () => {
    await client.initialize()
    client.raw('Content-Length: 5\r\n\r\n{"a":')
    await stillWorks()
  })
})

describe('the conversation’s order', () => {
  test('requests before initialize are refused', async () => {
    const id = client.ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })
    expect((await client.response(id)).error?.code).toBe(-32002)
    await client.initialize()
    await stillWorks()
  })

  test('requests after shutdown are refused', async () => {
    await client.initialize()
    await client.request('shutdown')
    const id = client.ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })
    expect((await client.response(id)).error?.code).toBe(-32600)
    client.notify('exit')
    expect(await client.exited).toBe(0)
  })

  test('exit before shutdown ends the process with 1', async () => {
    await client.initialize()
    client.notify('exit')
    expect(await client.exited).toBe(1)
  })

  test('the end of input ends the process', async () => {
    await client.initialize()
    client.raw('')
    expect(await client.stop()).toBe(0)
  })
})

describe('the configuration', () => {
  const config = (): string => join(folder, 'kanwu.config.yaml')

  test('that does not load is told in its file, and the built-in rules hold', async () => {
    writeFileSync(config(), 'rules:\n  leaderz: off\n')
    await client.initialize()
    client.open(uri, '帮扶对象孙长顺，13800000000。')
    expect((await client.published(uri, 1)).map(({ code }) => code)).toEqual(['privacy/mobile-number'])
    const told = client.received.find(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uriOf(config()),
    )
    expect(told?.params.diagnostics[0]).toMatchObject({ range: { start: { line: 1, character: 2 } } })
    expect(told?.params.diagnostics[0].message).toContain('leaders')
    expect(client.received.some(({ method }) => method === 'window/showMessage')).toBe(true)
  })

  test('is validated while it is being written', async () => {
    await client.initialize()
    client.open(uriOf(config()), 'segmenter: fast\n', { languageId: 'yaml' })
    const wrong = await client.waitFor(({ method }) => method === 'textDocument/publishDiagnostics')
    expect(wrong.params.diagnostics[0].range.start.line).toBe(0)
    const from = client.received.length
    client.change(uriOf(config()), 2, { text: 'segmenter: intl\n' })
    const right = await client.waitFor(({ method }) => method === 'textDocument/publishDiagnostics', from)
    expect(right.params.diagnostics).toEqual([])
  })

  test('is completed: settings, rules, values', async () => {
    await client.initialize()
    client.open(uriOf(config()), '\nrules:\n  \n  leaders: \nsegmenter: \n', { languageId: 'yaml' })
    const labels = async (line: number, character: number): Promise<string[]> => {
      const params = { textDocument: { uri: uriOf(config()) }, position: { line, character } }
      return (await client.request('textDocument/completion', params)).map(({ label }: { label: string }) => label)
    }
    expect(await labels(0, 0)).toEqual(expect.arrayContaining(['rules', 'packs', 'allow', 'overrides']))
    expect(await labels(2, 2)).toEqual(expect.arrayContaining(['leaders', 'leaders/general-secretary-truncated']))
    expect(await labels(3, 11)).toEqual(['error', 'warning', 'info', 'off'])
    expect(await labels(4, 11)).toEqual(['auto', 'intl'])
  })

  test('is watched where the editor does not tell', async () => {
    await client.initialize({}, { rootUri: uriOf(folder) })
    client.open(uri, '测错词')
    expect(await client.published(uri, 1)).toHaveLength(1)
    const from = client.received.length
    writeFileSync(config(), `${OWN_RULE['kanwu.config.yaml']}allow: [测错词]\n`)
    const passes = ({ method, params }: Json): boolean =>
      method === 'textDocument/publishDiagnostics' && params.uri === uri && params.diagnostics.length === 0
    await client.waitFor(passes, from)
  })
})

describe('a file that the configuration names', () => {
  const silenced = ({ method, params }: Json): boolean =>
    method === 'textDocument/publishDiagnostics' && params.uri === uri && params.diagnostics.length === 0
  const ownRules = (): string => join(folder, 'own/words.yaml')
  const rules = OWN_RULE['own/words.yaml'] ?? ''
  const otherRules = rules.replaceAll('测错词', '别的词')

  test('is watched where the editor does not tell', async () => {
    await client.initialize({}, { rootUri: uriOf(folder) })
    client.open(uri, '测错词')
    expect(await client.published(uri, 1)).toHaveLength(1)
    const from = client.received.length
    writeFileSync(ownRules(), otherRules)
    await client.waitFor(silenced, from)
  })

  test('is read anew when the editor tells; other files change nothing', async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }
    await client.initialize(capabilities, { rootUri: uriOf(folder) })
    client.open(uri, '测错词')
    expect(await client.published(uri, 1)).toHaveLength(1)
    const from = client.received.length
    const tell = (path: string) =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type: 2 }] })
    tell(join(folder, 'other.yaml'))
    await stillWorks()
    expect(client.received.slice(from).filter(({ params }) => params?.uri === uri)).toEqual([])
    writeFileSync(ownRules(), otherRules)
    tell(ownRules())
    await client.waitFor(silenced, from)
  })

  test('may be a list of names', async () => {
    const names = join(folder, 'names.csv')
    writeFileSync(names, '名称\n青川县河长制办公室\n')
    writeFileSync(join(folder, 'kanwu.config.yaml'), 'own-catalogs: [names.csv]\n')
    await client.initialize({}, { rootUri: uriOf(folder) })
    client.open(uri, '青川县河长治办公室发布公告。')
    expect((await client.published(uri, 1)).map(({ code }) => code)).toContain('own/names-1')
    const from = client.received.length
    writeFileSync(names, '名称\n云岭县林长制办公室\n')
    const isOther = ({ method, params }: Json): boolean =>
      method === 'textDocument/publishDiagnostics' &&
      params.uri === uri &&
      params.diagnostics.every(({ code }: Json) => code !== 'own/names-1')
    await client.waitFor(isOther, from)
  })

  test('is told of when it is wrong, and holds again once it is right', async () => {
    writeFileSync(ownRules(), `${rules}    nonsense: 1\n`)
    await client.initialize({}, { rootUri: uriOf(folder) })
    client.open(uri, '测错词')
    expect((await client.published(uri, 1)).map(({ code }) => code)).not.toContain('own/wrong-word')
    const from = client.received.length
    writeFileSync(ownRules(), rules)
    const found = ({ method, params }: Json): boolean =>
      method === 'textDocument/publishDiagnostics' && params.uri === uri && params.diagnostics.length === 1
    await client.waitFor(found, from)
  })
})

async function stillWorks(): Promise<void> {
  const other = uriOf(join(folder, 'other.md'))
  client.open(other, '还有测错词。')
  expect(await client.published(other, 1)).toHaveLength(1)
}
