// Bundles the programs: each one file of plain ASCII, which loads fastest, started through a code cache (launch.cjs).
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { build } from 'esbuild'
import { lateModules } from './late-modules.mjs'
import { madeTables } from './made-tables.mjs'

// Snapshots of the rulebook belong to the code that made them.
const buildId = randomUUID()
rmSync('rules/.snapshot', { recursive: true, force: true })

for (const program of ['cli', 'lsp']) {
  rmSync(`packages/${program}/dist/bundle`, { recursive: true, force: true })
  await build({
    entryPoints: [`packages/${program}/src/main.ts`],
    outfile: `packages/${program}/dist/bundle/main.cjs`,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'ascii',
    minify: true,
    define: { KANWU_BUILD: JSON.stringify(buildId), KANWU_START: 'start', 'import.meta.url': 'bundleUrl' },
    external: ['iconv-lite', 'nodejieba', '@kanwu/models', '@kanwu/rules'],
    // The file is one function, so that the launcher need not copy it to wrap it.
    banner: {
      js: "(function (require, __filename, start) { const module = { exports: {} }; const bundleUrl = require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
    plugins: [lateModules, madeTables],
    logLevel: 'warning',
  })
  escapeRest(`packages/${program}/dist/bundle/main.cjs`)
  copyFileSync('scripts/launch.cjs', `packages/${program}/dist/bundle/launch.cjs`)
}

// The first start makes the rulebook's snapshot, the second the code cache: nobody need wait for them.
for (let start = 0; start < 2; start++) {
  spawnSync(process.execPath, ['packages/cli/bin/kanwu.cjs', 'check', '--no-config', 'examples/draft.md'])
}

// esbuild leaves regular expressions as they are; there \u escapes mean the same.
function escapeRest(path) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, escaped))
}
