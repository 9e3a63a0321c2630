import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Where machine-readable results go, beside the ones for people. */
const results = process.env['KANWU_TEST_RESULTS']

/** Tests run on the sources: a package's name stands for its index, a name with a path for that folder's index. */
const alias = [
  { find: /^@kanwu\/(core|node)$/, replacement: fileURLToPath(new URL('packages/$1/src/index.ts', import.meta.url)) },
  {
    find: /^@kanwu\/(core|node)\/(\w+)$/,
    replacement: fileURLToPath(new URL('packages/$1/src/$2/index.ts', import.meta.url)),
  },
]

export default defineConfig({
  resolve: { alias },
  test: {
    ...(results === undefined ? {} : { reporters: ['default', 'json'], outputFile: { json: results } }),
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
