import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const ROOT: string = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * A folder of reference material that stands beside the checkout and is never committed (`corpora`, `seeds`, `facts`);
 * undefined where it is not at hand, and then the tests that read it skip. KANWU_SHARED says where it is.
 */
export function sharedFolder(name: string): string | undefined {
  const folder = join(process.env['KANWU_SHARED'] ?? join(ROOT, '../shared'), name)
  return existsSync(folder) ? folder : undefined
}
