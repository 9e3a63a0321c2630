// Bundles the programs in parts (bundle-parts.mjs), which are started through code caches (launch.cjs).
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { bundleParts } from './bundle-parts.mjs'

/** What modules may ask about their place. What a start asks for is a path: to make a URL takes a hundredth of it. */
const PLACE = {
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
  'import.meta.url': 'place.url',
}

// Snapshots of the rulebook belong to the code that made them.
const buildId = randomUUID()
rmSync('rules/.snapshot', { recursive: true, force: true })

for (const program of ['cli', 'lsp']) {
  const folder = `packages/${program}/dist/bundle`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await bundleParts({
    entry: `packages/${program}/src/main.ts`,
    folder,
    define: { KANWU_BUILD: JSON.stringify(buildId), KANWU_START: 'start', ...PLACE },
  })
  copyFileSync('scripts/launch.cjs', `${folder}/launch.cjs`)
}
copyFileSync('scripts/launch-worker.cjs', 'packages/cli/dist/bundle/worker.cjs')

// The first start makes the rulebook's snapshot, the others the parts' code caches: nobody need wait for them.
const page = join(mkdtempSync(join(tmpdir(), 'kanwu-')), 'page.txt')
copyFileSync('examples/draft.md', page)
for (const draft of [page, page, 'examples/draft.md']) {
  spawnSync(process.execPath, ['packages/cli/bin/kanwu.cjs', 'check', '--no-config', draft])
}
rmSync(dirname(page), { recursive: true })
