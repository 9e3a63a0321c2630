import { decimalsOf, figureOf, NUMBER } from './tables.ts'

const RATE =
  /率|[%％‰]|百分比|占比|比重|比例|构成|增幅|增速|涨幅|降幅|跌幅|[人户亩村]均|均[价值分]|平均|单价|倍数|指数|系数|密度|浓度|同比|环比|年份/
const SHARE = /占比|比重|比例|构成/

/** Whether the column below that heading is never added: rates, prices and averages; shares are, to a hundred. */
export function isRateColumn(heading: string, total: string): boolean {
  return RATE.test(heading) && !isShareColumn(heading, total)
}

/** Whether the column below that heading divides a hundred. */
export function isShareColumn(heading: string, total: string): boolean {
  return SHARE.test(heading) && figureOf(total) === 100
}

/**
 * Whether a column is the quotient of two others, as a number or in percent, in the row of sums and in every row above;
 * the rows are the texts of the cells, the sums last.
 */
export function isQuotientColumn(rows: readonly (readonly string[])[], column: number): boolean {
  const figures = rows.filter((row) => NUMBER.test(row[column] ?? ''))
  if (figures.length < 3) return false
  const others = (rows.at(-1) ?? []).flatMap((text, at) => (at !== column && NUMBER.test(text) ? [at] : []))
  return others.some((above) =>
    others.some(
      (below) =>
        above !== below &&
        [1, 100].some((scale) => figures.every((row) => isQuotient(row, { column, above, below, scale }))),
    ),
  )
}

interface Quotient {
  readonly column: number
  readonly above: number
  readonly below: number
  readonly scale: number
}

function isQuotient(row: readonly string[], { column, above, below, scale }: Quotient): boolean {
  const [stated = '', over = '', under = ''] = [row[column], row[above], row[below]]
  if (!NUMBER.test(over) || !NUMBER.test(under) || figureOf(under) === 0) return false
  const apart = (figureOf(over) / figureOf(under)) * scale - figureOf(stated)
  return Math.abs(apart) <= 10 ** -decimalsOf([stated])
}
