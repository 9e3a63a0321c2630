import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

/**
 * The path of a file of an installed package. Looked for in the folders that Node would look in, which takes a tenth
 * of the time that Node's own resolution does; that is asked when the packages lie elsewhere.
 * @throws when the package is not installed.
 */
export function installedFile(name: string, file: string): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name, file)
    if (existsSync(path)) return path
  }
  return requireHere().resolve(`${name}/${file}`)
}

/** A `require` that looks from this file on. node:module is fetched when it is needed: loading it takes part of a start. */
export function requireHere(): NodeJS.Require {
  return process.getBuiltinModule('node:module').createRequire(import.meta.filename)
}
