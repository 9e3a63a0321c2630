import type { Catalog } from '../types.ts'
import type { LoadProblem } from './error.ts'
import type { TextFile } from './yaml-file.ts'

/** A catalog, or why it could not be read. */
export interface ParsedCatalog {
  readonly catalog?: Catalog
  readonly problems: readonly LoadProblem[]
}

/**
 * Reads a tab-separated catalog: `# title:`, `# as-of:`, `# sources:` lines, a header row, rows. Other `#` lines are
 * remarks. Never throws; a row with more cells than the header is a problem.
 */
export function parseCatalog(file: TextFile): ParsedCatalog {
  const problems: LoadProblem[] = []
  const meta = new Map<string, string>()
  let columns: readonly string[] | undefined
  const rows: Record<string, string>[] = []
  for (const [index, line] of file.text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    if (line.startsWith('#')) {
      const [, key, value] = /^#\s*(title|as-of|sources):\s*(.*)$/.exec(line) ?? []
      if (key !== undefined && value !== undefined) meta.set(key, value.trim())
      continue
    }
    const cells = line.split('\t')
    if (columns === undefined) {
      columns = cells
    } else if (cells.length > columns.length) {
      problems.push({
        file: file.path,
        line: index + 1,
        message: `有 ${cells.length} 列，表头只有 ${columns.length} 列`,
        hint: '删去多余的制表符',
      })
    } else {
      rows.push(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])))
    }
  }
  for (const key of ['title', 'as-of', 'sources']) {
    if (!meta.has(key))
      problems.push({ file: file.path, line: 1, message: `缺少 # ${key}:`, hint: '在文件开头补上这一行' })
  }
  if (problems.length > 0 || columns === undefined) return { problems }
  const name = file.path.replace(/^.*\//, '').replace(/\.tsv$/, '')
  const sources = (meta.get('sources') ?? '').split(/[,，\s]+/).filter((id) => id !== '')
  return {
    catalog: { name, title: meta.get('title') ?? name, asOf: meta.get('as-of') ?? '', sources, columns, rows },
    problems,
  }
}
