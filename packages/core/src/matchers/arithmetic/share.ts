import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { type Quantity, quantitiesIn, round } from './quantities.ts'

const SHARE = /(?:占比|占总数(?:的)?|占全部(?:的)?|占)(?:为|达到|达|约)?\s?(\d+(?:\.\d+)?)\s?%/g

const SHARE_OF = /占[^，,。；;\d%]{0,14}\d[\d,.]*\s?[^，,。；;\d%]{1,4}的(?<stated>\d{1,3}(?:\.\d+)?)\s?%/g

/** How every share goes on. */
const PERCENT = /占[^。；;%]{0,200}\d\s?%/

/** 312条，占; 320个建成文化广场，占: nothing but what the count is of stands between. */
const BESIDE = /^\s?(?:[^，,、；;。（）()\d%比的]{2,12}(?=[，,]))?[，,（(]?\s?$/

/**
 * A percentage that does not fit its counts: 发布600条，其中原创312条，占比50.8%. The count is the one directly before
 * 占; the whole is the only larger count of the same unit earlier in the sentence or in the one before.
 */
export const share: FigureCheck = (segment) => {
  const { text } = segment
  if (!text.includes('占') || !PERCENT.test(text)) return NO_FAULT
  const quantities = quantitiesIn(text)
  const among = [...text.matchAll(SHARE_OF)].flatMap((match) => shareOf(text, quantities, match))
  const alone = [...text.matchAll(SHARE)].flatMap((match) => {
    const part = quantities.findLast(({ end }) => end <= match.index)
    if (part === undefined || !BESIDE.test(text.slice(part.end, match.index))) return []
    const whole = wholeOf(text, quantities, part)
    const stated = match[1] ?? ''
    if (whole === undefined || fits(part.value, whole.value, stated)) return []
    return [faultOf(text, { part, whole, stated, end: match.index + match[0].length })]
  })
  return [...among, ...alone]
}

/** 12600人，占全县农村人口36000人的35% */
function shareOf(text: string, quantities: readonly Quantity[], match: RegExpExecArray): FigureFault[] {
  const end = match.index + match[0].length
  const part = quantities.findLast((quantity) => quantity.end <= match.index)
  const whole = quantities.find(({ start }) => start > match.index && start < end)
  const stated = match.groups?.['stated'] ?? ''
  if (part === undefined || whole === undefined || part.unit !== whole.unit || part.value > whole.value) return []
  if (!/^\s?[，,（(]?\s?$/.test(text.slice(part.end, match.index)) || fits(part.value, whole.value, stated)) return []
  return [faultOf(text, { part, whole, stated, end })]
}

function wholeOf(text: string, quantities: readonly Quantity[], part: Quantity): Quantity | undefined {
  const sentence = text.lastIndexOf('。', part.start - 1)
  const from = Math.max(
    sentence < 0 ? -1 : text.lastIndexOf('。', sentence - 1),
    text.lastIndexOf('\n', part.start - 1),
  )
  const larger = quantities.filter(
    ({ start, end, unit, value }) => start > from && end <= part.start && unit === part.unit && value > part.value,
  )
  const [first] = larger
  if (first === undefined || larger.some(({ value }) => value !== first.value)) return undefined
  return first
}

/** Whether so many of so many is that percentage, rounded or cut off at its last figure. */
function fits(part: number, whole: number, stated: string): boolean {
  const decimals = stated.split('.')[1]?.length ?? 0
  return Math.abs((part / whole) * 100 - Number(stated)) < 10 ** -decimals
}

function faultOf(
  text: string,
  {
    part,
    whole,
    stated,
    end,
  }: { readonly part: Quantity; readonly whole: Quantity; readonly stated: string; readonly end: number },
): FigureFault {
  const decimals = Math.max(stated.split('.')[1]?.length ?? 0, 1)
  const counted = round((part.value / whole.value) * 100, decimals)
  return {
    span: { start: part.start, end },
    facts: {
      stated: `${stated}%`,
      sum: `${part.value}÷${whole.value}=${counted}%`,
      total: text.slice(whole.start, whole.end),
    },
  }
}
