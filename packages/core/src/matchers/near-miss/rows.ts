import type { Catalog, Citation, Period } from '../../types.ts'
import type { Enumeration } from './enumeration.ts'
import type { Form } from './form.ts'
import { skeletonText } from './skeleton.ts'

/** Longest skeleton that is guarded; longer wordings are cut into several rows by their author. */
const longest = 40

/** What a catalog's rows give the engine. */
export interface ReadRows {
  /** Of rows without items too: where there are items, `form` is their name, guarded when it is a quoted term (“四个意识”). */
  readonly forms: readonly Form[]
  readonly enumerations: readonly Enumeration[]
  /** Skeletons of everything that is right as it stands. */
  readonly known: readonly string[]
  /** What is wrong with a row, by its place in the catalog. */
  readonly problems: readonly { readonly row: number; readonly message: string }[]
}

/** How a rule reads a catalog: the rule's place, which groups of rows it guards, and from which length on. */
export interface RowSelection {
  readonly rule: number
  readonly groups?: readonly string[]
  readonly min: number
}

/** Reads the rows of a catalog for the rules that guard it. Rows that no rule guards are still right wording. */
export function readRows(catalog: Catalog, selections: readonly RowSelection[]): ReadRows {
  const forms: Form[] = []
  const enumerations: Enumeration[] = []
  const known: string[] = []
  const problems: { row: number; message: string }[] = []
  catalog.rows.forEach((row, number) => {
    const text = cell(row, 'form')
    const skeleton = skeletonText(text)
    const fault = rowFault(row, skeleton)
    if (fault !== undefined) problems.push({ row: number, message: fault })
    if (fault !== undefined || text === '') return
    known.push(skeleton, ...list(row, 'variants').map(skeletonText), ...list(row, 'allow').map(skeletonText))
    const guarding = selections.filter(({ groups }) => groups?.includes(cell(row, 'group')) ?? true)
    const shared = { period: periodOf(row), citations: citationsOf(row, catalog) }
    const items = cell(row, 'items')
      .split('、')
      .filter((item) => item !== '')
    if (items.length > 0 && guarding.length > 0) {
      enumerations.push({
        name: text,
        items: items.map(skeletonText),
        rules: guarding.map(({ rule }) => rule),
        ...shared,
      })
    }
    const rules = guarding.filter(({ min }) => skeleton.length >= min).map(({ rule }) => rule)
    if ((items.length > 0 && !text.includes('“')) || rules.length === 0 || skeleton.length < 4) return
    const [before, after] = [list(row, 'before').map(skeletonText), list(row, 'after').map(skeletonText)]
    forms.push({ text, skeleton, hasMarks: /[、，,]/.test(text), before, after, rules, ...shared })
  })
  return { forms, enumerations, known: known.filter((whole) => whole.length > 1), problems }
}

function rowFault(row: Readonly<Record<string, string>>, skeleton: string): string | undefined {
  if (skeleton.length === 0) return '缺少 form（规范写法）'
  if (skeleton.length > longest) return `规范写法“${skeleton}”有 ${skeleton.length} 字，最多 ${longest} 字`
  for (const column of ['from', 'until']) {
    const day = cell(row, column)
    if (day !== '' && !/^\d{4}-\d\d-\d\d$/.test(day)) return `${column} 应写作 2024-01-31 这样的日期，现为“${day}”`
  }
  const short = list(row, 'allow').find((phrase) => skeletonText(phrase).length < 2)
  return short === undefined ? undefined : `allow 中的“${short}”少于两字`
}

function periodOf(row: Readonly<Record<string, string>>): Period {
  const [from, until] = [cell(row, 'from'), cell(row, 'until')]
  return { ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) }
}

function citationsOf(row: Readonly<Record<string, string>>, catalog: Catalog): Citation[] {
  const [source, at] = [cell(row, 'source'), cell(row, 'at')]
  if (source === '') return catalog.sources.map((id) => ({ source: id }))
  return [at === '' ? { source } : { source, at }]
}

function cell(row: Readonly<Record<string, string>>, column: string): string {
  return (row[column] ?? '').trim()
}

function list(row: Readonly<Record<string, string>>, column: string): string[] {
  return cell(row, column)
    .split(/[;；]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}
