import { closingUnit } from '../../text/blank.ts'
import { PerDocument } from '../../text/per-document.ts'
import { gather } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { sumOf } from './quantities.ts'
import { decimalsOf, figureOf } from './tables.ts'

/** 年级　男　女　合计: a line of headings, the last a sum, none with a figure. */
const HEADINGS =
  /^\s*[^\d\s]\S{0,11}(?:[ \u3000]+[^\d\s]\S{0,11}){2,7}[ \u3000]+(?:合\s?计|小\s?计|总\s?计|合计[（(]\S{1,6}[）)])\s*$/
const FIGURE = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
/** Lines are few; a longer table is one of cells. */
const LINES = 60
const NO_PART = /率|比|%|％|单价|标准|序号/

/** The sum at the end of a row, in a table that is only lines of words and figures; the other rows must fit. */
export const lineRow: FigureCheck = (segment, document) => {
  const fault = told(document).get(segment)
  return fault === undefined ? NO_FAULT : [fault]
}

/** The rows whose sum is wrong. */
export function wrongRows(document: Document): readonly Segment[] {
  return [...told(document).keys()]
}

const known = new PerDocument<ReadonlyMap<Segment, FigureFault>>()

function told(document: Document): ReadonlyMap<Segment, FigureFault> {
  const read = known.get(document) ?? new Map(sumHeadings(document).flatMap((head) => faultsBelow(head, document)))
  known.set(document, read)
  return read
}

function faultsBelow(head: Segment, document: Document): [Segment, FigureFault][] {
  const titles = partsOf(head.text)
  if (titles.some((title) => NO_PART.test(title))) return []
  const rows = rowsBelow(head, document, titles.length)
  const wrong = rows.filter((row) => !row.isRight)
  if (rows.length - wrong.length < 2 || wrong.length >= rows.length - wrong.length) return []
  return wrong.map(({ line, total, sum }) => {
    const start = line.text.lastIndexOf(total)
    const span = { start, end: start + total.length }
    return [line, { span, facts: { label: titles.at(-1) ?? '', total, sum } }]
  })
}

/** The lines of headings whose last one is a sum. */
function sumHeadings(document: Document): readonly Segment[] {
  const heads = gather(document, HEADINGS, (segment) =>
    hasAny(segment, trait.sum) && segment.cell === undefined && endsInSum(segment) && HEADINGS.test(segment.text)
      ? true
      : undefined,
  )
  return heads.map(({ segment }) => segment)
}

/** 合计, or 合计（人）. */
function endsInSum({ text }: Segment): boolean {
  return LAST.has(closingUnit(text))
}

const LAST: ReadonlySet<number> = new Set(Array.from('计）)', (unit) => unit.charCodeAt(0)))

interface Row {
  readonly line: Segment
  readonly total: string
  readonly sum: string
  readonly isRight: boolean
}

function rowsBelow({ index }: Segment, { segments }: Document, width: number): Row[] {
  const rows: Row[] = []
  for (const line of segments.slice(index + 1, index + 1 + LINES)) {
    const [label = '', ...figures] = partsOf(line.text)
    if (line.cell !== undefined || figures.length !== width - 1 || FIGURE.test(label)) break
    if (!figures.every((figure) => FIGURE.test(figure))) break
    const total = figures.at(-1) ?? ''
    const parts = figures.slice(0, -1)
    const added = sumOf(parts.map(figureOf), decimalsOf(figures))
    rows.push({ line, total, sum: `${parts.join('+')}=${added}`, isRight: added === figureOf(total) })
  }
  return rows
}

function partsOf(text: string): string[] {
  return text.trim().split(/[ \u3000]+/)
}
