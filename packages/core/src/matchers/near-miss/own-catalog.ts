import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { LoadProblem } from '../../rulebook/error.ts'
import type { TextFile } from '../../rulebook/yaml-file.ts'
import type { Catalog, Rule } from '../../types.ts'
import { readCsv } from './csv.ts'
import { readRows } from './rows.ts'
import { skeletonText } from './skeleton.ts'

/** A project's own catalog, or what is wrong with its rows, each at its line. */
export interface OwnCatalog {
  readonly catalog?: Catalog
  readonly problems: readonly LoadProblem[]
}

/** Column names as a person may write them, and as the engine reads them. */
const columnNames: Readonly<Record<string, string>> = {
  form: 'form',
  规范写法: 'form',
  名称: 'form',
  variants: 'variants',
  也可写作: 'variants',
  简称: 'variants',
  from: 'from',
  开始: 'from',
  until: 'until',
  结束: 'until',
  allow: 'allow',
  放过: 'allow',
  before: 'before',
  前面的词: 'before',
  after: 'after',
  后面的词: 'after',
  items: 'items',
  各项: 'items',
  note: 'note',
  说明: 'note',
}

const shortest = 4

interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/**
 * Reads the names a project wants guarded (its leaders, units, projects): CSV with a header row, or a YAML list of
 * names or of mappings with the same keys. `name` becomes the catalog's name.
 */
export function readOwnCatalog(file: TextFile, name: string): OwnCatalog {
  const problems: LoadProblem[] = []
  const tell = (line: number, message: string, hint: string): void => {
    problems.push({ file: file.path, line, message, hint })
  }
  const rows = /\.ya?ml$/i.test(file.path) ? yamlRows(file.text, tell) : csvRows(file.text, tell)
  const seen = new Map<string, number>()
  for (const { line, cells } of rows) {
    const form = skeletonText(cells['form'] ?? '')
    if (form.length > 0 && form.length < shortest) {
      tell(
        line,
        `“${cells['form']}”只有 ${form.length} 字，至少 ${shortest} 字才能近似比对`,
        '连同职务或单位写全，如“县长某某”',
      )
    }
    const earlier = seen.get(form)
    if (earlier !== undefined && form !== '') tell(line, `“${cells['form']}”与第 ${earlier} 行重复`, '删去一行')
    else seen.set(form, line)
  }
  const columns = [...new Set(Object.values(columnNames))]
  const catalog = { name, title: file.path, asOf: '', sources: ['own'], columns, rows: rows.map(({ cells }) => cells) }
  for (const { row, message } of readRows(catalog, [{ rule: 0, min: shortest }]).problems) {
    tell(rows[row]!.line, message, '改正这一行')
  }
  if (rows.length === 0 && problems.length === 0)
    tell(1, '没有条目', '第一行写列名，至少有“规范写法”一列，其下每行一个名称')
  return problems.length > 0 ? { problems: problems.sort((a, b) => a.line - b.line) } : { catalog, problems }
}

/** The rule that guards a project's own catalog. */
export function ownCatalogRule(catalog: Catalog): Rule {
  return {
    id: `own/${catalog.name}`,
    category: 'own',
    topic: `own/${catalog.name}`,
    detect: 'near-miss',
    with: { catalog: catalog.name },
    wrong: [],
    right: [],
    message: '与本单位名称表有出入：{diff}',
    why: '名称表中的写法：{right}',
    severity: 'error',
    fix: 'suggested',
    valid: {},
    scopes: ['prose', 'heading', 'cell', 'title', 'attribute', 'metadata'],
    allow: [],
    wholeWord: false,
    sources: [{ source: 'own', at: catalog.title }],
    status: 'stable',
    examples: { hit: [], miss: [], gap: [] },
  }
}

type Tell = (line: number, message: string, hint: string) => void

function csvRows(text: string, tell: Tell): Row[] {
  const [header, ...records] = readCsv(text)
  if (header === undefined) return []
  const columns = header.cells.map((cell) => columnOf(cell, header.line, tell))
  if (!columns.includes('form')) tell(header.line, '缺少“规范写法”（form）一列', '在第一行写上列名')
  return records.map(({ line, cells }) => {
    if (cells.length > columns.length) {
      tell(line, `有 ${cells.length} 列，表头只有 ${columns.length} 列`, '含逗号的内容用英文双引号括起来')
    }
    return { line, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) }
  })
}

function yamlRows(text: string, tell: Tell): Row[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineOf = (node: unknown): number => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line
  for (const error of document.errors) {
    tell(lines.linePos(error.pos[0]).line, `YAML 语法错误：${error.message}`, '检查缩进、引号和冒号后的空格')
  }
  if (document.errors.length > 0 || document.contents === null) return []
  if (!isSeq(document.contents)) {
    tell(1, '应为一列名称', '每个名称前写“- ”')
    return []
  }
  return document.contents.items.flatMap((item) => {
    const line = lineOf(item)
    if (isScalar(item)) return [{ line, cells: { form: String(item.value ?? '') } }]
    if (isMap(item)) return [{ line, cells: mappingOf(item.toJSON() as object, line, tell) }]
    tell(line, '应为一个名称，或“规范写法: …”这样的条目', '改正这一行')
    return []
  })
}

function mappingOf(entry: object, line: number, tell: Tell): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      columnOf(key, line, tell),
      Array.isArray(value) ? value.join(';') : String(value ?? ''),
    ]),
  )
}

function columnOf(cell: string, line: number, tell: Tell): string {
  const column = columnNames[cell]
  if (column !== undefined) return column
  tell(line, `不认识的列“${cell}”`, `可用：${Object.keys(columnNames).join('、')}`)
  return cell
}
