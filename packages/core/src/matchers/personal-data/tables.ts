import { cellsOf } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import { isPersonName } from './person-name.ts'

/**
 * Whom a table lists. `people`: private persons (it has a column for identity numbers, sex, home address …);
 * `offices`: posts and their contacts; `names`: persons, of whom it cannot be told.
 */
export type Roster = 'people' | 'offices' | 'names' | undefined

/** One table of a document. */
export interface Table {
  readonly roster: Roster
  /** The cells of a row, left to right. */
  row(segment: Segment): readonly Segment[]
  /** The texts that name a cell: the heads of its column, and the label to its left. */
  heads(segment: Segment): readonly string[]
  /** Whether some cell of the row is a person's name. */
  hasName(segment: Segment): boolean
}

const HEAD_ROWS = 3
const LONGEST_HEAD = 20
const PEOPLE =
  /身份证|证件号|性别|年龄|出生|住址|家庭|户主|村组|补贴|补助|救助|低保|残疾|银行|账号|卡号|学校|班级|民族|学历|准考证|户籍/
const OFFICES = /单位|部门|科室|处室|机构|职务|职责|联系人|窗口|网点|办公|值班|责任人|河长|辖区|采购|公司|企业名称|站点/
const NAMES = /姓名|名字|人员|申请人|当事人|受益人|车主/

/** The tables of a document, each read when first asked for. */
export function tablesOf(document: Document): (segment: Segment) => Table | undefined {
  let rows: Map<number, Segment[][]> | undefined
  const tables = new Map<number, Table>()
  return ({ cell }) => {
    if (cell === undefined) return undefined
    rows ??= rowsByTable(cellsOf(document))
    const known = tables.get(cell.table)
    if (known !== undefined) return known
    const table = tableOf(rows.get(cell.table) ?? [])
    tables.set(cell.table, table)
    return table
  }
}

/** The rows of all tables, in the order of their first cells. */
export function rowsOf(document: Document): readonly (readonly Segment[])[] {
  const cells = cellsOf(document)
  const tables = rowsByTable(cells)
  const rows: (readonly Segment[])[] = []
  for (const segment of cells) {
    const row = tables.get(segment.cell!.table)?.[segment.cell!.row]
    if (row?.[0] === segment) rows.push(row)
  }
  return rows
}

function tableOf(rows: readonly (readonly Segment[])[]): Table {
  const headRows = rows.slice(0, HEAD_ROWS).map((row) => row.filter(({ text }) => isHead(text)))
  const headsByColumn = byColumn(headRows.flat())
  const named = new Map<number, boolean>()
  const rowOf = (segment: Segment): readonly Segment[] => rows[segment.cell?.row ?? -1] ?? []
  return {
    roster: rosterOf(headRows.flatMap((row) => row.map(({ text }) => text)).join(' ')),
    row: rowOf,
    heads(segment) {
      const { row, column } = segment.cell ?? { row: 0, column: 0 }
      const above = (headsByColumn.get(column) ?? []).filter((head) => (head.cell?.row ?? 0) < row)
      const left = leftOf(rowOf(segment), column)
      const label = left !== undefined && isHead(left.text) ? [left.text] : []
      return [...label, ...above.reverse().map(({ text }) => text)]
    },
    hasName(segment) {
      const row = segment.cell?.row ?? -1
      const known = named.get(row) ?? rowOf(segment).some(({ text }) => isPersonName(text))
      named.set(row, known)
      return known
    },
  }
}

function byColumn(cells: readonly Segment[]): Map<number, Segment[]> {
  const columns = new Map<number, Segment[]>()
  for (const cell of cells) {
    const column = cell.cell?.column ?? 0
    const known = columns.get(column)
    if (known === undefined) columns.set(column, [cell])
    else known.push(cell)
  }
  return columns
}

/** The nearest cell left of a column; `row` is in order. */
function leftOf(row: readonly Segment[], column: number): Segment | undefined {
  let low = 0
  let high = row.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((row[middle]!.cell?.column ?? 0) < column) low = middle + 1
    else high = middle
  }
  return row[low - 1]
}

function isHead(text: string): boolean {
  return text.length <= LONGEST_HEAD && !/\d{5}/.test(text)
}

function rosterOf(heads: string): Roster {
  if (!NAMES.test(heads) && !/户主|身份证/.test(heads)) return OFFICES.test(heads) ? 'offices' : undefined
  if (PEOPLE.test(heads)) return 'people'
  return OFFICES.test(heads) ? 'offices' : 'names'
}

function rowsByTable(segments: readonly Segment[]): Map<number, Segment[][]> {
  const tables = new Map<number, Segment[][]>()
  for (const segment of segments) {
    if (segment.cell === undefined) continue
    const rows = tables.get(segment.cell.table) ?? []
    if (rows.length === 0) tables.set(segment.cell.table, rows)
    const row = rows[segment.cell.row] ?? []
    row.push(segment)
    rows[segment.cell.row] = row
  }
  for (const rows of tables.values()) {
    for (const row of rows) row?.sort((a, b) => (a.cell?.column ?? 0) - (b.cell?.column ?? 0))
  }
  return tables
}
