import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderOf } from '../support/cli.ts'
import { type Json, LspClient, uriOf } from './client.ts'

let client: LspClient
let uri: string

beforeEach(() => {
  const folder = folderOf({})
  client = new LspClient(folder)
  uri = uriOf(join(folder, 'draft.md'))
})
afterEach(async () => {
  await client.stop()
})

const PULLS = { textDocument: { diagnostic: { relatedInformation: true } } }
const DRAFT = '会议研究了下一步安排。\n\n会后学习了习总书记的讲话。\n'

async function pull(previousResultId?: string): Promise<Json> {
  const known = previousResultId === undefined ? {} : { previousResultId }
  return await client.request('textDocument/diagnostic', { textDocument: { uri }, ...known })
}

function typed(version: number, line: number, text: string): void {
  const place = { line, character: 2 }
  client.change(uri, version, { range: { start: place, end: place }, text })
}

test('an edit that moves no diagnostic leaves the editor with what it has', async () => {
  await client.initialize(PULLS)
  client.open(uri, DRAFT)
  const first = await pull()
  expect(first.items).toHaveLength(1)
  typed(2, 0, '又')
  expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId })
})

test('an edit on the line of a diagnostic, or of a line break above it, tells its new place', async () => {
  await client.initialize(PULLS)
  client.open(uri, DRAFT)
  const first = await pull()
  typed(2, 2, '又')
  const second = await pull(first.resultId)
  expect(second.kind).toBe('full')
  expect(second.items[0].range.start).toEqual({ line: 2, character: 6 })
  typed(3, 0, '\n')
  const third = await pull(second.resultId)
  expect(third.items[0].range.start).toEqual({ line: 3, character: 6 })
})

test('no name is given twice, not even after the draft was closed and opened with other words', async () => {
  await client.initialize(PULLS)
  client.open(uri, DRAFT)
  const { resultId } = await pull()
  client.notify('textDocument/didClose', { textDocument: { uri } })
  client.open(uri, '会议研究了下一步安排。\n')
  expect(await pull(resultId)).toMatchObject({ kind: 'full', items: [] })
})

test('another place that explains a finding is told with it, and moves with it', async () => {
  await client.initialize(PULLS)
  client.open(uri, '一、加强领导\n\n三、抓好落实\n')
  const related = async (): Promise<Json> =>
    (await pull()).items.flatMap(({ relatedInformation = [] }: Json) => relatedInformation)
  expect(await related()).toMatchObject([{ message: '前一个序号', location: { uri, range: { start: { line: 0 } } } }])
  client.change(uri, 2, {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    text: '前言\n\n',
  })
  expect(await related()).toMatchObject([{ message: '前一个序号', location: { uri, range: { start: { line: 2 } } } }])
})
