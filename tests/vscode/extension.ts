import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/shared.ts'

/** The extension's folder. */
export const EXTENSION: string = join(ROOT, 'packages/vscode')

/** The packed extension, as `pnpm check:tests` has just built it. */
export function packedExtension(): string {
  const path = join(EXTENSION, 'kanwu.vsix')
  if (!existsSync(path)) throw new Error('no packed extension: run `node scripts/bundle-vscode.mjs` first')
  return path
}
