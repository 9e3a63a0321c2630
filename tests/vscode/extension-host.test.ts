import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from '../support/chromium.ts'
import { folderOf } from '../support/cli.ts'
import { ROOT } from '../support/shared.ts'
import { CODE_SERVER, type CodeServer, startCodeServer } from './code-server.ts'
import { EXTENSION, packedExtension } from './extension.ts'

const WORKSPACE = {
  'draft.md': '# 情况通报\n\n𠮷林镇传达了习总书记的重要指示。\n\n会后学习了习总书记的讲话。\n',
  'names.md': '帮扶对象孙长顺，13800000000。\n\n联系吴有田，13900000000。\n',
  'closed.txt': '会议学习了习总书记的讲话。\n',
}

describe.skipIf(CODE_SERVER === undefined || CHROMIUM === undefined)('the extension host', () => {
  let server: CodeServer
  let browser: BrowserContext

  beforeAll(async () => {
    packedExtension()
    server = await startCodeServer([])
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.stop()
  })

  test('passes the suite that runs inside VS Code', { timeout: 300_000 }, async () => {
    const folder = folderOf(WORKSPACE)
    const page = await browser.newPage()
    const log: string[] = []
    const exit = new Promise<number>((resolve) => {
      void page.exposeFunction(
        'codeAutomationLog',
        (_: string, args: unknown[]) => void log.push(args.map(String).join(' ')),
      )
      void page.exposeFunction('codeAutomationExit', resolve)
    })
    const remote = (path: string): string => `vscode-remote://127.0.0.1:${server.port}${path}`
    const payload = [
      ['extensionDevelopmentPath', remote(EXTENSION)],
      ['extensionTestsPath', remote(join(ROOT, 'tests/vscode/suite/index.cjs'))],
      ['skipWelcome', 'true'],
    ]
    await page.goto(`${server.url}/?folder=${folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`)
    const code = await exit
    expect(
      log.filter((line) => line.includes('not ok')),
      log.join('\n'),
    ).toEqual([])
    expect(code).toBe(0)
  })
})
