import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { digitsEnd, isDigit, type Quantity, quantitiesBetween, sumOf } from './quantities.ts'

/**
 * A total whose parts do not add up: 共10件，其中建议类3件、咨询类5件、投诉类3件. Parts are counts of the total's unit
 * that stand in one list behind 其中, up to the end of the sentence or the bracket. Parts may leave something out, so a
 * smaller sum counts only where the list divides the whole: every part is named by the same kind of word (…类, …级).
 */
export const parts: FigureCheck = (segment) => {
  let faults = NO_FAULT
  for (const { index, 0: words } of segment.text.matchAll(AMONG)) {
    const fault = faultAt(segment.text, index, index + words.length)
    if (fault !== undefined) faults = [...faults, fault]
  }
  return faults
}

const AMONG = /其中(?:分别[为是])?[，,：:]?|分别[为是][：:]?/g

/** What is wrong with the list from `end` on, which words from `index` on introduce. */
function faultAt(text: string, index: number, end: number): FigureFault | undefined {
  const until = endOfList(text, end)
  if (!holdsFigures(text, end, until)) return undefined
  const quantities = quantitiesBetween(text, sentenceBefore(text, index) + 1, until)
  const list = text.slice(end, until).replace(DONE, '')
  const whole = faultIn(text, quantities, { index, end, list })
  if (whole !== undefined) return whole.fault
  // More may follow the items that are joined by 、: too few say nothing.
  const part = faultIn(text, quantities, { index, end, list: /^[^，,、]*、[^，,]*(?=[，,])/.exec(list)?.[0] ?? '' })
  return part === undefined || part.excess < 0 ? undefined : part.fault
}

/** Where the sentence or the bracket ends that holds the list. */
function endOfList(text: string, start: number): number {
  let end = start
  while (end < text.length && !LIST_END.has(text.charCodeAt(end))) end++
  return end
}

const LIST_END: ReadonlySet<number> = new Set(Array.from('。！？；;）)\n', (mark) => mark.charCodeAt(0)))

/** Whether two figures or more stand in a stretch: a list of fewer is none. */
function holdsFigures(text: string, from: number, to: number): boolean {
  let figures = 0
  for (let at = from; at < to && figures < 2; at++) {
    if (!isDigit(text.charCodeAt(at))) continue
    figures++
    at = digitsEnd(text, at)
  }
  return figures === 2
}

/** 其中 and the list behind it; offsets in the text. */
interface Among {
  readonly index: number
  readonly end: number
  readonly list: string
}

function faultIn(
  text: string,
  quantities: readonly Quantity[],
  among: Among,
): { readonly fault: FigureFault; readonly excess: number } | undefined {
  const { list } = among
  const listed = quantities.filter(({ start }) => start >= among.end && start < among.end + list.length)
  const [first] = listed
  if (first === undefined || listed.length < 2) return undefined
  const total = totalBefore(text, quantities, { before: among.index, unit: first.unit })
  if (total === undefined || listed.some(({ unit, value }) => unit !== total.unit || value > total.value))
    return undefined
  if (!isPlainList(list, listed, among.end)) return undefined

  const decimals = Math.max(total.decimals, ...listed.map((part) => part.decimals))
  const sum = sumOf(
    listed.map(({ value }) => value),
    decimals,
  )
  const rounding = decimals === 0 ? 0 : (listed.length + 1) * 0.5 * 10 ** -decimals
  if (Math.abs(sum - total.value) <= rounding || isCountedTwice(listed, total)) return undefined
  const isEach = text.startsWith('分别', among.index)
  if (isEach && !/^[，,]?\s?$/.test(text.slice(total.end, among.index))) return undefined
  const isDivision = isEach || dividesWhole(labelsOf(among.end, list, listed))
  const isShort = !isDivision && sum < total.value
  if (isShort && !leavesLittle(listed, total, labelsOf(among.end, list, listed))) return undefined
  if (!isDivision && sum > total.value * OVERLAPPING) return undefined
  const shown = `${listed.map(({ value }) => value).join('+')}=${sum}`
  const span = { start: total.start, end: listed.at(-1)!.end }
  return {
    fault: {
      span,
      facts: { total: text.slice(total.start, total.end), sum: shown },
      ...(isShort ? { severity: 'info' as const } : {}),
    },
    excess: sum - total.value,
  }
}

/** 工业企业58家、商贸企业41家、建筑企业26家: parts of one name that leave less than the least of them. */
function leavesLittle(listed: readonly Quantity[], total: Quantity, labels: readonly string[]): boolean {
  if (listed.length < 3 || tailOf(labels).length < 2) return false
  const values = listed.map(({ value }) => value)
  return total.value - values.reduce((sum, value) => sum + value, 0) < Math.min(...values)
}

/** Parts that exceed the total by more than this share overlap (女教师, 党员, 高级职称) rather than contradict it. */
const OVERLAPPING = 1.15

/** …，已全部整改到位: what a list without another figure closes with. */
const DONE = /(?<=、[^，,]*)[，,](?:目前|现|均|都|全部)?(?:已|均|都|全部)[^\d，,、]*$/

/** The nearest count of that unit before 其中 in the sentence or the one before; a total is said to be one or stands alone. */
function totalBefore(
  text: string,
  quantities: readonly Quantity[],
  { before, unit }: { readonly before: number; readonly unit: string },
): Quantity | undefined {
  const sentence = sentenceBefore(text, before)
  const candidates = quantities.filter(
    (quantity) => quantity.start > sentence && quantity.end <= before && quantity.unit === unit,
  )
  const [first] = candidates
  const last = candidates.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (candidates.every(({ value }) => value === first.value)) return first
  // 检查46家，整改12家，其中…: of several, the one that 其中 follows.
  return /^[，,；（(]?\s?$/.test(text.slice(last.end, before)) ? last : undefined
}

/** The mark before the sentence, or the part of it behind a semicolon, in which 其中 stands. */
function sentenceBefore(text: string, before: number): number {
  return Math.max(
    text.lastIndexOf('。', before - 2),
    text.lastIndexOf('\n', before - 1),
    text.lastIndexOf('；', before - 1),
  )
}

/** Label, count, mark, label, count …: a list in which every clause carries exactly one count of its own. */
function isPlainList(list: string, listed: readonly Quantity[], from: number): boolean {
  const clauses = list.split(/[，,、]|和(?=[^\d，,、]{1,12}\d)/).filter((clause) => clause.trim() !== '')
  if (clauses.length !== listed.length || /占|增长|下降|同比|分别|另|约|近|余|包括|含|比上年|以上|各/.test(list))
    return false
  if (STAGES.test(list) && tailOf(labelsOf(from, list, listed)).length < 2) return false
  return listed.every(({ end }, index) => {
    const rest = list.slice(end - from, (listed[index + 1]?.start ?? from + list.length) - from)
    return /^\s*(?:$|[，,、和])/.test(rest)
  })
}

/** What is found, mended and done is one behind the other, not one beside the other; 当场整改 and 限期整改 are. */
const STAGES = /发现|整改|复查|完成|办结|办理|已|在建|正在/

/** The words that all labels end in. */
function tailOf([first = '', ...others]: readonly string[]): string {
  for (let length = first.length - 1; length > 0; length--) {
    const tail = first.slice(-length)
    if (others.every((label) => label.endsWith(tail) && label.length > length)) return tail
  }
  return ''
}

function labelsOf(from: number, list: string, listed: readonly Quantity[]): string[] {
  return listed.map(({ start }, index) =>
    list
      .slice((listed[index - 1]?.end ?? from) - from, start - from)
      .replace(/[\s，,、：:和]/g, '')
      .replace(/(?:有|为|共|计)$/, ''),
  )
}

/** Two words that leave nothing between them. */
const OPPOSITES = [
  ['重大', '一般'],
  ['男', '女'],
  ['男性', '女性'],
  ['男生', '女生'],
  ['上半年', '下半年'],
  ['线上', '线下'],
  ['城镇', '农村'],
  ['公办', '民办'],
]

/** 建议类、咨询类、投诉类: labels that end alike name the classes of one division; so do 合格 and 不合格, 男 and 女. */
function dividesWhole(labels: readonly string[]): boolean {
  const [first = '', second = ''] = labels
  if (labels.length === 2) {
    if (second === `不${first}` || second === `未${first}` || first === `不${second}`) return true
    const tail = tailOf(labels)
    const words = labels.map((label) => label.slice(0, label.length - tail.length))
    if (OPPOSITES.some((pair) => [words, labels].some((two) => pair.every((word) => two.includes(word))))) return true
  }
  const last = first.at(-1) ?? ''
  return /[类级型档种等]/.test(last) && labels.every((label) => label.at(-1) === last)
}

/** One part equal to the total, or to the sum of the others, is a heading of theirs, not a part beside them. */
function isCountedTwice(listed: readonly Quantity[], total: Quantity): boolean {
  const sum = listed.reduce((all, { value }) => all + value, 0)
  return listed.some(({ value }) => value === total.value || (listed.length > 2 && value * 2 === sum))
}
