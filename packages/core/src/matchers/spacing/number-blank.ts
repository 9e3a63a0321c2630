import type { Document, Segment } from '../../types.ts'
import type { Fault } from '../punctuation/fault.ts'
import { BODY_SCOPES } from '../punctuation/scopes.ts'

const BLANKS = /[ \u00a0]/g

/** Numbers with a blank inside, each with its fault. `1. 2024年` and `附件：1. 3家单位` are list marks and stay. */
const NUMBERS: readonly (readonly [fault: string, sign: RegExp])[] = [
  // 2024. 7. 4
  ['date-blank', /(?<![\d.])(?:19|20)\d{2}[.][ \u00a0]?\d{1,2}[.][ \u00a0]?\d{1,2}(?!\d|[.]\d)/g],
  // 97. 9 alone between tabs, bars or the edges
  ['number-blank', /(?<=(?:^|[\t|])[ \u3000]{0,4})[-+]?\d{1,6}\.[ \u00a0]\d{1,4}(?=[ \u3000]{0,4}(?:$|[\t|]|%))/gm],
  // 增长97. 9%
  ['number-blank', /(?<=[\u3400-\u9fff、，（(～~—-])\d{1,6}\.[ \u00a0]\d{1,4}(?=[%％‰℃])/g],
  // 得分97. 9分
  ['number-blank', /(?<=[\u3400-\u9fff])\d{1,6}\.[ \u00a0]\d{1,4}(?=[分元万亿倍个吨亩公千平米度毫级](?!别|类|项|工))/g],
  // 得分97. 9，
  ['number-blank', /(?<=[\u3400-\u9fff])(?<![图表式例注第件条项附])\d{1,6}\.[ \u00a0]\d{1,2}(?=[，。；、）])/g],
  // 达到1 5.8万元
  [
    'number-blank',
    /(?<=[达至为约到入额款共计增降长资有]了?)\d{1,3}[ \u00a0]\d{1,3}(?:\.\d{1,4})?(?=[万亿][元吨亩人]|[%％])/g,
  ],
  // 97 .9
  ['number-blank', /(?<![\d.])\d{1,6}[ \u00a0]\.\d{1,4}(?![\d.])/g],
  // 20 24年
  ['number-blank', /(?<![\d.])(?:2 0\d{2}|20 \d{2}|20\d \d|1 9\d{2}|19 \d{2}|19\d \d)(?=年)/g],
  // PM2. 5
  ['number-blank', /(?<=PM)2\.[ \u00a0]5/g],
]

/** Blanks inside dates and decimals, as text recognition leaves them behind. */
export function numberBlankFaults({ segments }: Document): Fault[] {
  return segments
    .filter(({ scope, text }) => BODY_SCOPES.has(scope) && /\d.?[ \u00a0].?\d/.test(text))
    .flatMap(faultsIn)
}

function faultsIn(segment: Segment): Fault[] {
  return NUMBERS.flatMap(([fault, sign]) =>
    [...segment.text.matchAll(sign)].flatMap(({ index, 0: number }): Fault[] => {
      const right = number.replace(BLANKS, '')
      if (right === number) return []
      return [{ fault, segment, span: { start: index, end: index + number.length }, right: [right] }]
    }),
  )
}
