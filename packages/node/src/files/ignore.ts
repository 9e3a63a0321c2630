import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Ignore } from 'ignore'
import ignore from 'ignore'

/** The ignore files of one folder, which hold for everything below it. */
interface IgnoreLevel {
  readonly folder: string
  readonly rules: Ignore
}

/** The ignore files in force in a folder, outermost first. */
export type IgnoreStack = readonly IgnoreLevel[]

/** The stack for `folder`, given its parent's: `.gitignore` and `.kanwuignore`, in git's syntax. */
export function enterFolder(folder: string, parents: IgnoreStack): IgnoreStack {
  const texts = ['.gitignore', '.kanwuignore'].flatMap((name) => {
    try {
      return [readFileSync(join(folder, name), 'utf8')]
    } catch {
      return []
    }
  })
  return texts.length === 0 ? parents : [...parents, { folder, rules: ignore().add(texts) }]
}

/** Whether any ignore file excludes `path`; folders are asked with a closing slash. */
export function isIgnored(path: string, stack: IgnoreStack): boolean {
  return stack.some(({ folder, rules }) => {
    const inside = relative(folder, path).split(sep).join('/')
    return inside !== '' && !inside.startsWith('..') && rules.ignores(path.endsWith('/') ? `${inside}/` : inside)
  })
}
