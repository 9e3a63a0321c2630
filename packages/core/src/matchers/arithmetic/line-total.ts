import { leadingUnit } from '../../text/blank.ts'
import { gather } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { FigureCheck, FigureFault } from './fault.ts'
import { sumOf } from './quantities.ts'
import { isRateColumn } from './rates.ts'
import { decimalsOf, figureOf } from './tables.ts'

const FIGURE = '-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const TOTAL_LINE = new RegExp(`^\\s*(?:合\\s?计|总\\s?计)(?:[ \\u3000]+${FIGURE}){1,8}\\s*$`)
const ROW = new RegExp(`^\\s*([^\\d\\s][^\\s]{0,19}(?:\\s[^\\d\\s][^\\s]{0,9})?)((?:[ \\u3000]+${FIGURE}){1,8})\\s*$`)
/** Rows that are part of others, or no amounts. */
const NO_PART = /^(?:其中|占|比|增|减|同比|小\s?计|合\s?计|总\s?计|序号)/

/** A sum at the foot of a table that is only lines of words and figures, blanks between: held against the rows above. */
export const lineTotal: FigureCheck = (segment, document) => {
  const sums = figuresIn(segment)
  const rows = rowsAbove(segment, document, sums.length)
  if (rows.length < 2) return []
  const headings = headingsAbove(segment.index - rows.length, document, sums.length)
  return sums.flatMap((total, column): FigureFault[] => {
    if (isRateColumn(headings[column] ?? '', total.text)) return []
    const texts = rows.map((row) => row[column]!.text)
    const decimals = decimalsOf([total.text, ...texts])
    const values = texts.map(figureOf)
    const sum = sumOf(values, decimals)
    if (sum === figureOf(total.text)) return []
    const shown = values.length > 8 ? `${values.length}项之和=${sum}` : `${values.join('+')}=${sum}`
    return [{ span: total, facts: { label: '合计', total: total.text, sum: shown } }]
  })
}

/** The lines that say a sum. */
export function totalLines(document: Document): readonly Segment[] {
  const lines = gather(document, TOTAL_LINE, (segment) =>
    hasAny(segment, trait.sum) && segment.cell === undefined && beginsWithSum(segment) && TOTAL_LINE.test(segment.text)
      ? true
      : undefined,
  )
  return lines.map(({ segment }) => segment)
}

function beginsWithSum({ text }: Segment): boolean {
  return FIRST.has(leadingUnit(text))
}

/** What TOTAL_LINE begins with. */
const FIRST: ReadonlySet<number> = new Set(Array.from('合总', (unit) => unit.charCodeAt(0)))

interface Figure {
  readonly text: string
  readonly start: number
  readonly end: number
}

function figuresIn({ text }: Segment): Figure[] {
  return [...text.matchAll(new RegExp(`(?<=[ \\u3000])${FIGURE}(?=[\\s\\u3000]|$)`, 'g'))].map(
    ({ index, 0: figure }) => ({
      text: figure,
      start: index,
      end: index + figure.length,
    }),
  )
}

/** The words over the columns, where the line above the rows has as many. */
function headingsAbove(first: number, { segments }: Document, columns: number): readonly string[] {
  const words = segments[first - 1]?.text.trim().split(/[ \u3000]+/) ?? []
  return words.length === columns + 1 ? words.slice(1) : []
}

/** The rows right above with as many figures; none when one of them is part of another. */
function rowsAbove({ index }: Segment, { segments }: Document, columns: number): Figure[][] {
  const rows: Figure[][] = []
  for (let at = index - 1; at >= 0; at--) {
    const row = segments[at]!
    const label = ROW.exec(row.text)?.[1]
    if (label === undefined || row.cell !== undefined) break
    const figures = figuresIn(row)
    if (NO_PART.test(label) || figures.length !== columns) return []
    rows.unshift(figures)
  }
  return rows
}
