import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { findConfig } from '@kanwu/node'

const CONFIG = /^kanwu\.config\.ya?ml$/

/** The files whose change makes drafts be read anew: configurations, and the files that these name. */
export class WatchedFiles {
  readonly #named = new Set<string>()
  readonly #folders = new Set<string>()
  #changed: (() => void) | undefined

  /** A configuration names the file at that absolute path. */
  add(path: string): void {
    this.#named.add(path)
    this.#watch(dirname(path))
  }

  has(path: string): boolean {
    return this.#named.has(path)
  }

  /** Calls back when one of them changes, for editors that do not tell; does not keep the process alive. */
  watch(folders: readonly string[], changed: () => void): void {
    this.#changed = changed
    for (const folder of folders) {
      const config = findConfig(folder)
      this.#watch(folder)
      if (config !== undefined) this.#watch(dirname(config))
    }
    for (const path of this.#named) this.#watch(dirname(path))
  }

  #watch(folder: string): void {
    if (this.#changed === undefined || this.#folders.has(folder)) return
    this.#folders.add(folder)
    try {
      watch(folder, { persistent: false }, (_, name) => {
        if (name !== null && (CONFIG.test(name) || this.#isNamed(folder, name))) this.#changed?.()
      }).on('error', () => undefined)
    } catch {
      // A folder that cannot be watched: the editor's save still reloads.
    }
  }

  #isNamed(folder: string, name: string): boolean {
    return [...this.#named].some((path) => dirname(path) === folder && basename(path) === name)
  }
}
