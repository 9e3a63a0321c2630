import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from '../support/chromium.ts'
import { folderOf } from '../support/cli.ts'
import { ROOT } from '../support/shared.ts'
import { CODE_SERVER, type CodeServer, startCodeServer } from './code-server.ts'
import { packedExtension } from './extension.ts'

const DRAFT = '# 情况通报\n\n𠮷林镇传达了习总书记的重要指示。\n\n会后学习了习总书记的讲话。\n'
const PICTURES = join(ROOT, 'artifacts/vscode')
const PATIENCE = { timeout: 60_000 }

describe.skipIf(CODE_SERVER === undefined || CHROMIUM === undefined)('VS Code, in a browser', () => {
  let server: CodeServer
  let browser: BrowserContext

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    server = await startCodeServer([packedExtension()])
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.stop()
  })

  test('squiggles, the Problems panel, the quick fix, and the file saved byte for byte', {
    timeout: 240_000,
  }, async () => {
    const folder = folderOf({ 'draft.md': DRAFT })
    const page = await browser.newPage()
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${server.url}/?folder=${folder}`)
    await page.waitForSelector('.monaco-workbench .explorer-folders-view', PATIENCE)
    await page.getByRole('treeitem', { name: 'draft.md' }).dblclick(PATIENCE)
    await untilSquiggles(page, 2)

    await page.keyboard.press('Control+Shift+M')
    await page.waitForSelector('.markers-panel .monaco-list-row', PATIENCE)
    // What VS Code tells of findings comes to the panels later than to the text.
    const panel = () => page.locator('.markers-panel .monaco-list').textContent()
    await expect.poll(panel, PATIENCE).toMatch(/总书记的姓名不能省略[\s\S]*建议：“习近平总书记”/)
    const status = () => page.locator('.statusbar-item', { hasText: '勘误' }).textContent()
    await expect.poll(status, PATIENCE).toMatch(/2/)
    await page.screenshot({ path: join(PICTURES, '1-problems.png') })

    await page.locator('.view-line', { hasText: '传达了' }).hover({ position: { x: 130, y: 8 } })
    await page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents', PATIENCE)
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(PICTURES, '2-hover.png') })

    await page.locator('.view-line', { hasText: '传达了' }).click({ position: { x: 130, y: 8 } })
    await openQuickFixes(page)
    await expect.poll(() => page.locator('.action-widget').textContent(), PATIENCE).toContain('改为“习近平总书记”')
    await page.screenshot({ path: join(PICTURES, '3-quick-fix.png') })
    await page.keyboard.press('Enter')
    await untilSquiggles(page, 1)
    await page.keyboard.press('Control+S')
    const fixed = DRAFT.replace('传达了习总书记', '传达了习近平总书记')
    await expect.poll(() => readFileSync(join(folder, 'draft.md'), 'utf8'), PATIENCE).toBe(fixed)
    await page.screenshot({ path: join(PICTURES, '4-fixed.png') })
  })
})

async function untilSquiggles(page: Page, count: number): Promise<void> {
  const expression = `document.querySelectorAll('.monaco-editor .squiggly-error').length === ${count}`
  await page.waitForFunction(expression, undefined, PATIENCE)
}

/** The key can be lost while the editor is busy. */
async function openQuickFixes(page: Page): Promise<void> {
  for (let attempt = 0; attempt < 12; attempt++) {
    await page.keyboard.press('Control+.')
    const shown = page.locator('.action-widget .monaco-list-row', { hasText: '改为' }).first()
    if (
      await shown.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      )
    )
      return
    await page.keyboard.press('Escape')
  }
  throw new Error('the quick fix menu did not open')
}
