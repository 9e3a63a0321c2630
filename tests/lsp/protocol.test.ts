import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOf, OWN_RULE } from '../support/cli.ts'
import { applied, type Json, LspClient, RICH, uriOf } from './client.ts'

const TEXT = '# 通知\n\n第一段有测错词。\n\n第二段𠮷也有测错词，完。\n'
const PULLS = { textDocument: { diagnostic: {} } }

let folder: string
let client: LspClient
let uri: string

beforeEach(() => {
  folder = folderOf({ ...OWN_RULE, 'draft.md': TEXT })
  client = new LspClient(folder)
  uri = uriOf(join(folder, 'draft.md'))
})
afterEach(async () => {
  await client.stop()
})

describe('diagnostics', () => {
  test('are pushed to a client that cannot pull, in UTF-16, with code, source and advice', async () => {
    await client.initialize(RICH)
    client.open(uri, TEXT)
    const [first, second, ...rest] = await client.published(uri, 1)
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } },
      severity: 1,
      code: 'own/wrong-word',
      source: 'kanwu',
      message: '用错了词。建议：“测对词”。本单位统一用“测对词”',
    })
    expect(first.codeDescription.href).toMatch(/own\.md#ownwrong-word$/)
    expect(second.range.start).toEqual({ line: 4, character: 7 })
  })

  test.each([
    ['utf-8', 4 * 3 + 2 * 3 + 1],
    ['utf-32', 6],
    ['utf-16', 7],
  ])('count in %s when that is agreed on, for edits too', async (encoding, character) => {
    const offered = await client.initialize({ general: { positionEncodings: [encoding] } })
    expect(offered.positionEncoding).toBe(encoding)
    client.open(uri, TEXT)
    expect((await client.published(uri, 1))[1].range.start).toEqual({ line: 4, character })
    const start = { line: 4, character }
    const end = { line: 4, character: character + (encoding === 'utf-8' ? 9 : 3) }
    client.change(uri, 2, { range: { start, end }, text: '好' })
    expect(await client.published(uri, 2)).toHaveLength(1)
    client.change(uri, 3, { range: { start, end: start }, text: '测错词' })
    expect((await client.published(uri, 3))[1].range.start).toEqual(start)
  })

  test('strike through what was right once, and grey a directive without use, where the client can show it', async () => {
    const text = '国家工商总局通报了测错词。\n\n<!-- kanwu-disable-next-line own/wrong-word 试写 -->\n\n没有毛病。\n'
    const tagsFor = async (capabilities: object) => {
      const other = new LspClient(folder)
      await other.initialize(capabilities)
      other.open(uri, text)
      const published: Json[] = await other.published(uri, 1)
      await other.stop()
      return published.map(({ code, tags }) => [code, tags])
    }
    expect(await tagsFor(RICH)).toEqual([
      ['institutions/renamed', [2]],
      ['own/wrong-word', undefined],
      [undefined, [1]],
    ])
    expect((await tagsFor({})).every(([, tags]) => tags === undefined)).toBe(true)
  })

  test('are pulled with a result id, and “unchanged” is told', async () => {
    await client.initialize(PULLS)
    client.open(uri, TEXT)
    const full = await client.request('textDocument/diagnostic', { textDocument: { uri } })
    expect(full).toMatchObject({ kind: 'full', items: [{ code: 'own/wrong-word' }, { code: 'own/wrong-word' }] })
    const again = { textDocument: { uri }, previousResultId: full.resultId }
    expect(await client.request('textDocument/diagnostic', again)).toEqual({
      kind: 'unchanged',
      resultId: full.resultId,
    })
    client.change(uri, 2, { text: '没有毛病。' })
    expect(await client.request('textDocument/diagnostic', again)).toMatchObject({ kind: 'full', items: [] })
    expect(client.received.some(({ method }) => method === 'textDocument/publishDiagnostics')).toBe(false)
  })

  test('follow edits: one publish a version, none for a version that has passed', async () => {
    await client.initialize()
    client.open(uri, TEXT)
    for (let version = 2; version <= 40; version++) {
      client.change(uri, version, {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
        text: '又',
      })
    }
    expect((await client.published(uri, 40))[0].range.start).toEqual({ line: 2, character: 43 })
    const versions = client.received
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params.version as number)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  })

  test('refuse an edit that comes out of order', async () => {
    await client.initialize()
    client.open(uri, TEXT, { version: 5 })
    await client.published(uri, 5)
    client.change(uri, 4, { text: '测错词测错词测错词' })
    client.change(uri, 5, { text: '测错词测错词测错词' })
    client.change(uri, 6, { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '甲' })
    expect(await client.published(uri, 6)).toHaveLength(2)
    const versions = client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics')
    expect(versions.map(({ params }) => params.version)).toEqual([5, 6])
  })

  test('are withdrawn when the document closes', async () => {
    await client.initialize()
    client.open(uri, TEXT)
    await client.published(uri, 1)
    client.notify('textDocument/didClose', { textDocument: { uri } })
    const last = await client.waitFor(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.version === undefined,
    )
    expect(last.params).toEqual({ uri, diagnostics: [] })
  })

  test('hold by the editor’s language, whatever the file is called', async () => {
    await client.initialize({}, { initializationOptions: { languages: { asciidoc: 'plain' } } })
    const hidden = '正文\n\n```\n测错词\n```\n'
    client.open(uri, hidden)
    expect(await client.published(uri, 1)).toHaveLength(0)
    const other = uriOf(join(folder, 'draft.adoc'))
    client.open(other, hidden, { languageId: 'asciidoc' })
    expect(await client.published(other, 1)).toHaveLength(1)
    client.open('untitled:Untitled-1', '测错词', { languageId: 'plaintext' })
    expect(await client.published('untitled:Untitled-1', 1)).toHaveLength(1)
  })
})

describe('the workspace', () => {
  const params = { previousResultIds: [], partialResultToken: 'part', workDoneToken: 'work' }
  const workspaceFolders = (): object => ({ workspaceFolders: [{ uri: uriOf(folder), name: 'w' }] })

  test('is pulled in parts, with progress, unchanged files told as such', async () => {
    for (let i = 0; i < 30; i++) writeFileSync(join(folder, `p${i}.txt`), i === 7 ? '有测错词' : '好')
    await client.initialize(PULLS, workspaceFolders())
    await client.request('workspace/diagnostic', params)
    const parts = client.received.filter(({ method, params: sent }) => method === '$/progress' && sent.token === 'part')
    const items = parts.flatMap(({ params: sent }) => sent.value.items)
    expect(parts.length).toBeGreaterThan(1)
    expect(items).toHaveLength(31)
    expect(items.filter((item: Json) => item.items.length > 0).map((item: Json) => item.uri)).toEqual([
      uri,
      uriOf(join(folder, 'p7.txt')),
    ])
    const kinds = client.received
      .filter(({ method, params: sent }) => method === '$/progress' && sent.token === 'work')
      .map(({ params: sent }) => sent.value.kind)
    expect([kinds[0], kinds.at(-1)]).toEqual(['begin', 'end'])
    const previousResultIds = items.map((item: Json) => ({ uri: item.uri, value: item.resultId }))
    const again = await client.request('workspace/diagnostic', { previousResultIds })
    expect(again.items.every(({ kind }: Json) => kind === 'unchanged')).toBe(true)
  })

  test('can be cancelled on the way', async () => {
    for (let i = 0; i < 300; i++) writeFileSync(join(folder, `p${i}.txt`), '有测错词。'.repeat(50))
    await client.initialize(PULLS, workspaceFolders())
    const id = client.ask('workspace/diagnostic', params)
    await client.waitFor(({ method }) => method === '$/progress')
    client.notify('$/cancelRequest', { id })
    expect((await client.response(id)).error?.code).toBe(-32800)
    const end = ({ method, params: sent }: Json): boolean => method === '$/progress' && sent.value.kind === 'end'
    await client.waitFor(end)
  })

  test('is checked by a command too', async () => {
    await client.initialize({}, workspaceFolders())
    const report = await client.request('workspace/executeCommand', { command: 'kanwu.server.checkWorkspace' })
    expect(report.items).toMatchObject([{ uri, items: [{ code: 'own/wrong-word' }, { code: 'own/wrong-word' }] }])
  })
})

describe('code actions', () => {
  const at = (line: number, character: number): object => ({ start: { line, character }, end: { line, character } })
  const actions = (range: object, only?: string[]): Promise<Json[]> =>
    client.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    })

  beforeEach(async () => {
    await client.initialize(RICH)
    client.open(uri, TEXT)
    await client.published(uri, 1)
  })

  test('fix one finding, from the range asked about and nothing else', async () => {
    const [fix] = await actions(at(4, 8), ['quickfix'])
    expect(fix).toMatchObject({ title: '改为“测对词”', kind: 'quickfix', isPreferred: true })
    expect(fix.edit.documentChanges[0].textDocument).toEqual({ uri, version: 1 })
    expect(applied(TEXT, fix.edit.documentChanges[0].edits)).toBe(TEXT.replace('也有测错词', '也有测对词'))
  })

  test('ignore the ranges of context.diagnostics, which may be in bytes', async () => {
    const wrong = { start: { line: 2, character: 12 }, end: { line: 2, character: 21 } }
    const [fix] = await client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: at(2, 5),
      context: { diagnostics: [{ range: wrong, message: '', code: 'own/wrong-word' }] },
    })
    expect(applied(TEXT, fix.edit.documentChanges[0].edits)).toBe(TEXT.replace('测错词', '测对词'))
  })

  test('fix all that is safe', async () => {
    const [all, ...rest] = await actions(at(0, 0), ['source.fixAll'])
    expect(rest).toEqual([])
    expect(all).toMatchObject({ kind: 'source.fixAll.kanwu' })
    expect(applied(TEXT, all.edit.documentChanges[0].edits)).toBe(TEXT.replaceAll('测错词', '测对词'))
    expect(await actions(at(0, 0), ['refactor'])).toEqual([])
  })

  test('silence one finding by a comment with a reason, and only that one', async () => {
    const ignore = (await actions(at(2, 5))).find(({ title }) => title.startsWith('在此处忽略'))
    const text = applied(TEXT, ignore.edit.documentChanges[0].edits)
    expect(text).toContain('<!-- kanwu-disable-next-line own/wrong-word -- 请写明理由 -->\n第一段')
    client.change(uri, 2, { text })
    expect((await client.published(uri, 2)).map(({ range }) => range.start.line)).toEqual([5])
  })

  test('silence a finding inside a paragraph without cutting the paragraph', async () => {
    const inside = '首行文字\n次行有测错词，末。\n'
    client.change(uri, 2, { text: inside })
    const ignore = (await actions(at(1, 4))).find(({ title }) => title.startsWith('在此处忽略'))
    client.change(uri, 3, { text: applied(inside, ignore.edit.documentChanges[0].edits) })
    expect(await client.published(uri, 3)).toEqual([])
  })

  test('offer no comment where the format has none', async () => {
    client.notify('textDocument/didClose', { textDocument: { uri } })
    client.open(uri, '测错词', { languageId: 'plaintext', version: 9 })
    expect((await actions(at(0, 1), ['quickfix'])).map(({ title }) => title)).toEqual([
      '改为“测对词”',
      '本单位认可“测错词”（写入 kanwu.config.yaml）',
    ])
  })

  test('add a phrase to the project’s allow list, which then holds', async () => {
    const allow = (await actions(at(2, 5))).find(({ title }) => title.startsWith('本单位认可'))
    const [change] = allow.edit.documentChanges
    const config = uriOf(join(folder, 'kanwu.config.yaml'))
    expect(change.textDocument).toEqual({ uri: config, version: null })
    writeFileSync(join(folder, 'kanwu.config.yaml'), applied(OWN_RULE['kanwu.config.yaml']!, change.edits))
    const from = client.received.length
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] })
    const message = await client.waitFor(({ method }) => method === 'textDocument/publishDiagnostics', from)
    expect(message.params).toEqual({ uri, version: 1, diagnostics: [] })
  })
})

describe('explanations', () => {
  test('are shown on hover, with the source', async () => {
    await client.initialize(RICH)
    client.open(uri, TEXT)
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 4, character: 8 },
    })
    expect(hover.range).toEqual({ start: { line: 4, character: 7 }, end: { line: 4, character: 10 } })
    expect(hover.contents.kind).toBe('markdown')
    for (const part of ['**错误** 用错了词', '本单位统一用“测对词”', '建议：**测对词**', '依据：', 'own/wrong-word']) {
      expect(hover.contents.value).toContain(part)
    }
    const nothing = { textDocument: { uri }, position: { line: 0, character: 1 } }
    expect(await client.request('textDocument/hover', nothing)).toBeNull()
  })

  test('come as plain text to a client without Markdown', async () => {
    await client.initialize()
    client.open(uri, TEXT)
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 4, character: 8 },
    })
    expect(hover.contents.kind).toBe('plaintext')
    expect(hover.contents.value).not.toMatch(/[*`\\]/)
  })

  test('the code lens is off until it is asked for', async () => {
    await client.initialize()
    client.open(uri, TEXT)
    const ask = (): Promise<Json[]> => client.request('textDocument/codeLens', { textDocument: { uri } })
    expect(await ask()).toEqual([])
    client.notify('workspace/didChangeConfiguration', { settings: { kanwu: { codeLens: true } } })
    expect((await ask())[0].command.title).toBe('kanwu：2 处错误')
  })
})
