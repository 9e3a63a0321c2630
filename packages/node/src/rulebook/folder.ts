import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TextFile } from '@kanwu/core'
import type { RulebookFiles } from '@kanwu/core/rulebook'
import { installedFile } from '../installed.ts'

/** The folder of the rulebook that comes with kanwu. */
export function rulesFolder(): string {
  return dirname(installedFile('@kanwu/rules', 'package.json'))
}

/** The files of a rules folder that make the rulebook, relative and sorted. */
export function rulebookPaths(folder: string): string[] {
  const fields = readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !['schema', 'node_modules'].includes(entry.name),
    )
    .map(({ name }) => name)
  const inFields = fields.flatMap((field) =>
    readdirSync(`${folder}/${field}`)
      .filter((name) => name.endsWith(field === 'catalogs' ? '.tsv' : '.yaml'))
      .map((name) => `${field}/${name}`),
  )
  return [...inFields, ...(existsSync(join(folder, 'sources.yaml')) ? ['sources.yaml'] : []), 'package.json'].sort()
}

/** Reads them. */
export function readRulebookFiles(folder: string): RulebookFiles {
  const file = (path: string): TextFile => ({ path, text: readFileSync(join(folder, path), 'utf8') })
  const paths = rulebookPaths(folder)
  const { version } = JSON.parse(file('package.json').text) as { version: string }
  return {
    version,
    sources: paths.includes('sources.yaml') ? file('sources.yaml') : { path: 'sources.yaml', text: '[]' },
    topics: paths.filter((path) => path.endsWith('.yaml') && path.includes('/')).map(file),
    catalogs: paths.filter((path) => path.endsWith('.tsv')).map(file),
  }
}

/** Changes whenever a file of the rulebook does: names, sizes and times, no contents. */
export function stampOf(folder: string): string {
  return rulebookPaths(folder)
    .map((path) => {
      // Hundreds of files: joining and normalising their paths takes as long as asking for them.
      const { size, mtimeMs } = statSync(`${folder}/${path}`)
      return `${path}:${size}:${mtimeMs}`
    })
    .join('\n')
}
