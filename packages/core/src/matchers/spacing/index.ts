import type { Document, MatcherKind, Segment } from '../../types.ts'
import { type Fault, faultKind } from '../punctuation/fault.ts'
import { BODY_SCOPES } from '../punctuation/scopes.ts'
import { hanBlankFaults } from './han-blank.ts'

/** Blanks that pasting or extraction left inside numbers and inside Chinese sentences. */
export const spacing: MatcherKind = faultKind({
  kind: 'spacing',
  faults: ['number-blank', 'date-blank', 'han-blank'],
  survey: (reading) => [...numberFaults(reading.document), ...hanBlankFaults(reading)],
})

function numberFaults({ segments }: Document): Fault[] {
  return segments
    .filter(({ scope, text }) => BODY_SCOPES.has(scope) && /\.[ \u00a0]\d/.test(text))
    .flatMap((segment) => [...dateBlanks(segment), ...decimalBlanks(segment)])
}

const DATE = /(?<![\d.])(?:19|20)\d{2}[.][ \u00a0]?\d{1,2}[.][ \u00a0]?\d{1,2}(?!\d|[.]\d)/g

const BLANK = /[ \u00a0]/
const BLANKS = /[ \u00a0]/g

/** 2024. 7. 4 */
function dateBlanks(segment: Segment): Fault[] {
  return [...segment.text.matchAll(DATE)].flatMap(({ index, 0: date }) => {
    if (!BLANK.test(date)) return []
    return [
      {
        fault: 'date-blank',
        segment,
        span: { start: index, end: index + date.length },
        right: [date.replace(BLANKS, '')],
      },
    ]
  })
}

/** A number with a blank behind its point, alone between tabs, bars or the edges; `1. 2024年` is a list mark. */
const DECIMAL_CELL = /(?<=^|[\t|])[ \u3000]{0,4}[-+]?\d{1,6}\.[ \u00a0]\d{1,4}(?=[ \u3000]{0,4}(?:$|[\t|]|%))/gm

/** In running text a percentage, or a number with a unit after Chinese: 增长97. 9%, 得分97. 9分, PM2. 5. */
const DECIMAL_PROSE =
  /(?:(?<=[\u3400-\u9fff、，（(～~—-])\d{1,6}\.[ \u00a0]\d{1,4}(?=[%％‰])|(?<=[\u3400-\u9fff])\d{1,6}\.[ \u00a0]\d{1,4}(?=[分元万亿倍个吨亩公千平米度毫级](?!别|类|项|工))|(?<=PM)2\.[ \u00a0]5)/g

function decimalBlanks(segment: Segment): Fault[] {
  const found = [...segment.text.matchAll(DECIMAL_CELL), ...segment.text.matchAll(DECIMAL_PROSE)]
  return found.map(({ index, 0: all }) => {
    const number = all.trimStart()
    const span = { start: index + all.length - number.length, end: index + all.length }
    return { fault: 'number-blank', segment, span, right: [number.replace(BLANKS, '')] }
  })
}
