import { join } from 'node:path'
import { createChecker, intlSegmenter } from '@kanwu/core'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from '../support/chromium.ts'
import { wholeRulebook } from '../support/rulebook.ts'
import { ROOT } from '../support/shared.ts'

/** The engine as a page would load it, as the global `kanwu`. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'packages/core/src/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'kanwu',
    platform: 'browser',
    target: 'es2022',
    minify: true,
  })
  return outputFiles[0]?.text ?? ''
}

test('core bundles for browsers without Node’s modules', async () => {
  const script = await bundle()
  expect(script.length).toBeGreaterThan(10_000)
  expect(script).not.toMatch(/require\("(?:node:)?(?:fs|path|process)"\)/)
})

test.skipIf(CHROMIUM === undefined)('a real browser finds what Node finds', async () => {
  const source = {
    text: '# 通知\n\n会议学习了习**总书记**讲话，推动一二三产融合。',
    format: 'markdown',
    uri: 'd.md',
    date: '2024-07-04',
  }
  const rulebook = wholeRulebook()
  const here = createChecker({ rulebook, segmenter: intlSegmenter() }).check(source)
  expect(here.findings.length).toBeGreaterThan(1)

  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await bundle() })
    const there = await page.evaluate(
      (input) => {
        const { kanwu } = globalThis as unknown as { kanwu: { createChecker: typeof createChecker } }
        return kanwu.createChecker({ rulebook: input.rulebook }).check(input.source)
      },
      { rulebook, source },
    )
    expect(there).toEqual(JSON.parse(JSON.stringify(here)))
  } finally {
    await browser.close()
  }
})
