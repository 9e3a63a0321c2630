import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOf, OWN_RULE } from '../support/cli.ts'
import { applied, LspClient, RICH, uriOf } from './client.ts'

let folder: string
let client: LspClient
let uri: string

beforeEach(() => {
  folder = folderOf({ ...OWN_RULE, 'draft.md': '无事' })
  client = new LspClient(folder)
  uri = uriOf(join(folder, 'draft.md'))
})
afterEach(async () => {
  await client.stop()
})

describe('personal data', () => {
  const DRAFT = '帮扶对象孙长顺，13800000000。\n'

  test('never leaves the server unmasked, and is masked by a command', async () => {
    await client.initialize(RICH)
    client.open(uri, DRAFT)
    const [found] = await client.published(uri, 1)
    expect(found.code).toBe('privacy/mobile-number')
    const textDocument = { uri }
    await client.request('textDocument/hover', { textDocument, position: { line: 0, character: 12 } })
    await client.request('textDocument/codeAction', { textDocument, range: found.range, context: { diagnostics: [] } })
    expect(
      await client.request('workspace/executeCommand', { command: 'kanwu.server.maskPersonalData', arguments: [uri] }),
    ).toBe(1)
    const apply = await client.waitFor(({ method }) => method === 'workspace/applyEdit')
    expect(applied(DRAFT, apply.params.edit.documentChanges[0].edits)).toBe('帮扶对象孙长顺，138****0000。\n')
    expect(JSON.stringify(client.received)).not.toContain('13800000000')
  })
})
