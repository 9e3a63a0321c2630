// Builds the VS Code extension, for Node and for browsers, and packs it: packages/vscode/kanwu-<version>.vsix.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { parseRulebook } from '../packages/core/dist/rulebook/index.js'
import { readRulebookFiles, snapshotOf } from '../packages/node/dist/index.js'

const folder = 'packages/vscode'
const dist = join(folder, 'dist')
for (const stale of ['web', 'rules', 'extension.js', 'server.js'])
  rmSync(join(dist, stale), { recursive: true, force: true })
mkdirSync(dist, { recursive: true })

const common = { bundle: true, format: 'cjs', charset: 'utf8', minify: true, keepNames: true, logLevel: 'warning' }
const external = ['vscode', 'nodejieba', '@kanwu/rules', '@kanwu/models', 'iconv-lite']

await build({
  ...common,
  entryPoints: [join(folder, 'src/extension.ts'), join(folder, 'src/server.ts')],
  outdir: dist,
  platform: 'node',
  target: 'node20',
  external,
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename', 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
})
await build({
  ...common,
  entryPoints: { extension: join(folder, 'src/web/extension.ts') },
  outdir: join(dist, 'web'),
  platform: 'browser',
  target: 'es2022',
  external,
})
await build({
  ...common,
  entryPoints: { server: join(folder, 'src/web/server.ts') },
  outdir: join(dist, 'web'),
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  // A worker has no document: packages that would use one have a build without.
  conditions: ['worker'],
  alias: { 'node:path': `./${folder}/src/web/path.ts` },
})

const rulebook = parseRulebook(readRulebookFiles('rules'))
writeFileSync(join(dist, 'rulebook.bin'), await snapshotOf({ stamp: 'vscode', rulebook }))
cpSync('models/default.model', join(dist, 'default.model'))
cpSync('rules/schema/kanwu.config.schema.json', join(dist, 'kanwu.config.schema.json'))
cpSync('docs/rules', join(dist, 'rules'), { recursive: true })

execFileSync(
  'npx',
  [
    'vsce',
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    'kanwu.vsix',
  ],
  {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
