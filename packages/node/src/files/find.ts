import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { formats } from '@kanwu/core'
import { enterFolder, type IgnoreStack, isIgnored } from './ignore.ts'

/** What a list of paths and globs stands for. */
export interface FoundFiles {
  /** Paths as the user would write them, in order, each once. */
  readonly files: readonly string[]
  /** A sentence for each argument that stands for nothing. */
  readonly problems: readonly { readonly path: string; readonly message: string }[]
}

/**
 * Finds the files that paths, folders and globs name. Folders are searched for the endings of the known formats;
 * ignore files hold for folders and globs, a file named outright is always taken.
 */
export async function findFiles(inputs: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Set<string>()
  const problems: { path: string; message: string }[] = []
  for (const input of inputs) {
    const found = await findInput(input, cwd)
    if (typeof found === 'string') problems.push({ path: input, message: found })
    else for (const file of found) files.add(file)
  }
  return { files: [...files], problems }
}

async function findInput(input: string, cwd: string): Promise<readonly string[] | string> {
  const path = resolve(cwd, input)
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) return [input]
    const found = walk(path, stackAbove(path)).map((file) => join(input, file.slice(path.length + 1)))
    return found.length > 0 ? found : `目录中没有可检查的文件（${[...ENDINGS].join('、')}）`
  }
  if (!/[*?[\]{}]/.test(input)) return '文件不存在'
  const { glob } = await import('tinyglobby')
  const matched = await glob(input.split(sep).join('/'), {
    cwd,
    dot: false,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
  })
  const kept = matched.sort().filter((file) => {
    const absolute = resolve(cwd, file)
    return !isIgnored(absolute, enterFolder(dirname(absolute), stackAbove(dirname(absolute))))
  })
  return kept.length > 0 ? kept : '没有与此匹配的文件'
}

const ENDINGS = new Set(formats.flatMap(({ extensions }) => extensions))
const SKIPPED = new Set(['node_modules', '.git'])

function walk(folder: string, parents: IgnoreStack): string[] {
  const stack = enterFolder(folder, parents)
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (SKIPPED.has(entry.name) || isIgnored(entry.isDirectory() ? `${path}/` : path, stack)) return []
    if (entry.isDirectory()) return walk(path, stack)
    const ending = entry.name.slice(entry.name.lastIndexOf('.') + 1).toLowerCase()
    return entry.isFile() && ENDINGS.has(ending) ? [path] : []
  })
}

/** The ignore files above `folder`, up to the repository's root or the file system's. */
function stackAbove(folder: string): IgnoreStack {
  const parent = dirname(folder)
  if (parent === folder || existsSync(join(folder, '.git'))) return []
  return enterFolder(parent, stackAbove(parent))
}
