// Bundles the command line: one small entry and lazy chunks, so that a start loads only what the command needs.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

// Snapshots of the rulebook belong to the code that made them.
const buildId = JSON.stringify(randomUUID())
rmSync('rules/.snapshot', { recursive: true, force: true })
rmSync('packages/cli/dist/bundle', { recursive: true, force: true })
await build({
  entryPoints: ['packages/cli/src/main.ts'],
  outdir: 'packages/cli/dist/bundle',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  charset: 'utf8',
  minify: true,
  keepNames: true,
  define: { KANWU_BUILD: buildId },
  external: ['nodejieba', '@kanwu/rules'],
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
  logLevel: 'warning',
})
